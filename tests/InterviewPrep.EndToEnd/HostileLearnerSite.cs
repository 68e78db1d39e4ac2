using System.Diagnostics;
using InterviewPrep.Content.Loading;
using InterviewPrep.Testing;
using InterviewPrep.Testing.Hostile;

namespace InterviewPrep.EndToEnd;

/// <summary>The application for its one owner, whose data came from a forged file by the command line's <c>import</c>.</summary>
public sealed class HostileLearnerSite : Site
{
    private static readonly string Cli = Path.Combine(Repository.Root, "src", "InterviewPrep.Cli", "bin", Repository.Configuration, "net10.0", "InterviewPrep.Cli.dll");
    private readonly ScreenCourse _course = ScreenCourse.Miniature();
    private readonly string _database;

    public HostileLearnerSite() => _database = "--Database:ConnectionString=Data Source=" + Path.Combine(_course.Path, "hostile.db");

    protected override string Content => _course.Path;

    protected override string[] Settings => ["--Learners:Mode=Single", _database];

    public override async ValueTask InitializeAsync()
    {
        var file = Path.Combine(_course.Path, "forged.json");
        await File.WriteAllTextAsync(file, HostileLearnerFile.Of(new CourseLoader(_course.Path).Load(CourseFolder.Today).Course));
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _course.Path, RedirectStandardOutput = true, RedirectStandardError = true, ArgumentList = { Cli, "import", file, _database } };
        using var import = Process.Start(start)!;
        var (said, failed) = (import.StandardOutput.ReadToEndAsync(), import.StandardError.ReadToEndAsync());
        await import.WaitForExitAsync();
        if (import.ExitCode != 0) throw new InvalidOperationException($"The import ended with {import.ExitCode}. {await said}{await failed}");
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _course.Dispose();
    }
}
