using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Core.Tests;

/// <summary>Who may know whom. Read from the project files and from what was built of them.</summary>
public sealed partial class ArchitectureTests
{
    private const string Prefix = "InterviewPrep.";

    /// <summary>The projects of src and what each may reference. A new project gets its line here first.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Core"] = [],
        ["Content"] = ["Core"],
        ["Data"] = ["Core"],
        ["Data.Sqlite"] = ["Data", "Core"],
        ["Data.Postgres"] = ["Data", "Core"],
        ["Web"] = ["Content", "Data", "Data.Sqlite", "Data.Postgres", "Core"],
        ["Cli"] = ["Content", "Data", "Data.Sqlite", "Data.Postgres", "Core"],
    };

    /// <summary>Members that read the clock or make chance; Core takes both as arguments.</summary>
    private static readonly HashSet<string> Impure =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System",
        "System.Environment.get_TickCount", "System.Environment.get_TickCount64",
        "System.Random..ctor", "System.Random.get_Shared", "System.Guid.NewGuid", "System.Guid.CreateVersion7",
    ];

    public static TheoryData<string> SourceProjects => [.. Projects("src").Select(Name)];

    [Fact]
    public void Source_Projects_AreAllInTheTable() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Projects("src").Select(Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void Project_References_AreAllowed(string project) =>
        Assert.Empty(References(ProjectFile(project)).Except(Allowed[project]));

    [Theory]
    [InlineData("Content", "Core")]
    [InlineData("Data", "Core")]
    [InlineData("Web", "Content")]
    [InlineData("Cli", "Content")]
    public void Project_References_AreFoundInItsFile(string project, string reference) =>
        Assert.Contains(reference, References(ProjectFile(project)));

    [Fact]
    public void WebAndCli_AreReferencedByTestsOnly() =>
        Assert.DoesNotContain(Projects("src").SelectMany(References), reference => reference is "Web" or "Cli");

    [Fact]
    public void Core_Project_HasNoReferenceOfAnyKind()
    {
        var project = XDocument.Load(ProjectFile("Core"));
        Assert.Equal("Microsoft.NET.Sdk", project.Root?.Attribute("Sdk")?.Value);
        Assert.DoesNotContain(project.Descendants(), element => element.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal));

        // The lock file also shows what props files would add.
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", Prefix + "Core", "packages.lock.json")));
        Assert.All(locked.RootElement.GetProperty("dependencies").EnumerateObject(), framework => Assert.Empty(framework.Value.EnumerateObject()));
    }

    [Fact]
    public void Core_Assembly_ReferencesTheBaseLibraryOnly()
    {
        var baseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var names = typeof(Expression).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).ToArray();
        Assert.NotEmpty(names);
        Assert.All(names, name =>
        {
            Assert.StartsWith("System.", name, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(baseLibrary, name + ".dll")), $"{name} is not of the base library.");
        });
    }

    [Fact]
    public void Content_Assembly_KnowsNoDatabaseModelAndNoWeb() =>
        Assert.DoesNotContain(Assembly.Load(Prefix + "Content").GetReferencedAssemblies(), reference =>
            reference.Name!.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || reference.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Theory]
    [InlineData("Core", "Microsoft.EntityFrameworkCore")]
    [InlineData("Core", "Microsoft.AspNetCore")]
    [InlineData("Content", "Microsoft.EntityFrameworkCore")]
    [InlineData("Content", "Microsoft.AspNetCore")]
    [InlineData("Data", "Microsoft.AspNetCore.", "Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore")] // Tables of accounts and keys, and no web.
    [InlineData("Data.Sqlite", "Microsoft.AspNetCore")]
    [InlineData("Data.Postgres", "Microsoft.AspNetCore")]
    public void Project_PackagesAndFrameworks_LeaveOut(string project, string prefix, params string[] but)
    {
        var names = XDocument.Load(ProjectFile(project)).Descendants()
            .Where(element => element.Name.LocalName is "PackageReference" or "FrameworkReference")
            .Select(element => element.Attribute("Include")?.Value ?? "");
        Assert.DoesNotContain(names.Except(but), name => name.StartsWith(prefix, StringComparison.Ordinal));
    }

    [Fact]
    public void Core_Sources_ReadNoClockAndNoChance()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "src", Prefix + "Core");
        var sources = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin"))
            .ToArray();
        Assert.NotEmpty(sources);
        Assert.DoesNotContain(sources, file => ReadsClockOrChance(File.ReadAllText(file)));
    }

    [Fact]
    public void Core_Assembly_CallsNoClockAndNoChance() => Assert.Empty(ImpureCalls(typeof(Expression).Assembly));

    [Fact]
    public void ImpureCalls_AssemblyThatMakesChance_FindsIt() =>
        Assert.Contains("System.Random..ctor", ImpureCalls(typeof(ArchitectureTests).Assembly));

    [Theory]
    [InlineData("var now = DateTime.UtcNow;", true)]
    [InlineData("var now = DateTimeOffset.Now;", true)]
    [InlineData("var day = DateTime.Today;", true)]
    [InlineData("var random = new Random(1);", true)]
    [InlineData("Random.Shared.Next()", true)]
    [InlineData("Stopwatch.StartNew()", true)]
    [InlineData("TimeProvider.System", true)]
    [InlineData("Guid.NewGuid()", true)]
    [InlineData("void Answer(DateTimeOffset now, Random random)", false)]
    public void ReadsClockOrChance_Source_IsJudged(string source, bool expected) =>
        Assert.Equal(expected, ReadsClockOrChance(source));

    private static bool ReadsClockOrChance(string source) => ClockOrChance().IsMatch(source);

    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(Now|UtcNow|Today)\b|\bnew\s+Random\b|\bRandom\s*\.\s*Shared\b|\bStopwatch\b|\bTimeProvider\s*\.\s*System\b|\bGuid\s*\.\s*(NewGuid|CreateVersion7)\b|\bTickCount(64)?\b|\bRandomNumberGenerator\b")]
    private static partial Regex ClockOrChance();

    /// <summary>What the compiled code calls: this also sees what the text hides, such as a target-typed new().</summary>
    private static string[] ImpureCalls(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member =>
            {
                var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
                return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
            })
            .Where(name => Impure.Contains(name)
                || name.StartsWith("System.Diagnostics.Stopwatch.", StringComparison.Ordinal)
                || name.StartsWith("System.Security.Cryptography.RandomNumberGenerator.", StringComparison.Ordinal))];
    }

    private static IEnumerable<string> Projects(string folder) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.csproj", SearchOption.AllDirectories);

    private static string ProjectFile(string project) =>
        Path.Combine(RepositoryRoot.Path, "src", Prefix + project, $"{Prefix}{project}.csproj");

    private static string[] References(string file) =>
        [.. XDocument.Load(file).Descendants("ProjectReference").Select(element => Name(element.Attribute("Include")!.Value))];

    private static string Name(string file) =>
        Path.GetFileNameWithoutExtension(file.Replace('\\', '/'))[Prefix.Length..];
}
