using System.Text.RegularExpressions;
using InterviewPrep.Testing;

namespace InterviewPrep.EndToEnd;

/// <summary>The application over some content.</summary>
public abstract partial class Site : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private RunningApp? _app;

    protected abstract string Content { get; }

    protected virtual string Environment => "Production";

    protected virtual string[] Settings => [];

    public Uri Address => _app!.Address;

    public RunningApp App => _app!;

    /// <summary>Every page that lessons, modules and the course as a whole have.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    public IEnumerable<string> Lessons => Pages.Where(p => p.StartsWith("/lessons/", StringComparison.Ordinal));

    public virtual async ValueTask InitializeAsync()
    {
        _app = await RunningApp.StartAsync(Content, Environment, Settings);
        var map = await _client.GetStringAsync(new Uri(Address, "/course"));
        Pages =
        [
            "/", "/course", "/glossary", "/sources", "/search",
            .. Link().Matches(map).Select(m => m.Groups[1].Value).Distinct(),
        ];
    }

    public virtual async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [GeneratedRegex("""href="(/(?:modules|lessons)/[a-z0-9-]+(?:/cheat-sheet)?)["#]""")]
    private static partial Regex Link();
}

/// <summary>The application over the miniature course beside these tests.</summary>
public sealed class MiniatureSite : Site
{
    /// <summary>Where the miniature course is.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Course");

    protected override string Content => Folder;
}

/// <summary>The application over a course whose keys, reasons and hints all hold one word that no page may show too early.</summary>
public sealed class SecretSite : Site
{
    private readonly ScreenCourse _course = ScreenCourse.Miniature().WithLoop();

    protected override string Content => _course.Path;
}

/// <summary>The application in development, over a course that is being edited.</summary>
public sealed class EditedSite(string folder) : Site
{
    protected override string Content => folder;

    protected override string Environment => "Development";
}

/// <summary>The application over the repository's course, or over the one that <c>COURSE</c> names.</summary>
public sealed class CourseSite : Site
{
    public static string Folder { get; } = System.Environment.GetEnvironmentVariable("COURSE") is { Length: > 0 } named ? named : Repository.Content;

    public static bool IsThere { get; } = File.Exists(Path.Combine(Folder, "course.yaml"));

    protected override string Content => Folder;

    public override async ValueTask InitializeAsync()
    {
        if (IsThere) await base.InitializeAsync();
    }
}
