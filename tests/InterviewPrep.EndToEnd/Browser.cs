using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(InterviewPrep.EndToEnd.Browser))]
[assembly: AssemblyFixture(typeof(InterviewPrep.EndToEnd.MiniatureSite))]
[assembly: AssemblyFixture(typeof(InterviewPrep.EndToEnd.SecretSite))]
[assembly: AssemblyFixture(typeof(InterviewPrep.EndToEnd.CourseSite))]

namespace InterviewPrep.EndToEnd;

/// <summary>One real browser for all tests: the system's Chromium, or the one that <c>CHROMIUM</c> names.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Find(), Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A window of a new visitor; it notes whatever no page may do.</summary>
    public async Task<Visit> VisitAsync(Site site, Screen? screen = null, bool javaScript = true, ColorScheme colours = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Address.ToString(),
            ViewportSize = (screen ?? Screen.Wide).Size,
            JavaScriptEnabled = javaScript,
            ColorScheme = colours,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        return await Visit.StartAsync(context, site, javaScript);
    }

    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var named = Environment.GetEnvironmentVariable("CHROMIUM");
        return Names.Prepend(named).OfType<string>()
            .SelectMany(n => Path.IsPathRooted(n) ? [n] : folders.Select(f => Path.Combine(f, n)))
            .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("No Chromium. Install it by the system's package manager, or set CHROMIUM to its path.");
    }
}
