using System.Diagnostics;

namespace InterviewPrep.Core.Tests;

/// <summary>Builds a project with deliberate violations inside the repository and looks for each rule among the errors.</summary>
public sealed class BuildRulesTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
            <RestoreLockedMode>false</RestoreLockedMode>
          </PropertyGroup>
        </Project>
        """;

    private const string Violations = """
        using System.Text;

        namespace Probe
        {
            public class Rules
            {
                private int Counter = 1;

                public int Count(string text, int unused) => text == null ? 0 : Counter;
            }

            internal class Open;
        }
        """;

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "artifacts", "rules-" + Guid.NewGuid().ToString("N"))).FullName;

    [Fact]
    public async Task Build_DeliberateViolations_EachRuleFiresAsAnError()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "Probe.csproj"), Project, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "Rules.cs"), Violations, TestContext.Current.CancellationToken);

        var (exitCode, output) = await BuildAsync();

        Assert.NotEqual(0, exitCode);
        Assert.All((string[])["IDE0005", "IDE0161", "IDE0044", "IDE0060", "IDE1006", "CA1852"], rule => Assert.Contains($"error {rule}", output, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int ExitCode, string Output)> BuildAsync()
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", "--disable-build-servers"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (build.ExitCode, output);
    }
}
