namespace InterviewPrep.EndToEnd;

/// <summary>A lesson is painted when its text and its style are there: scripts come after it, and on a first visit so do all fonts but that of the text.</summary>
public sealed class FirstPaintTests(Browser browser, MiniatureSite site)
{
    private const string Formulas = "/lessons/littles-law";
    private const string Plain = "/lessons/plain-words";

    // Of those that the browser did not have yet, whether each was asked for after the first paint.
    private const string FilesAfterPaint = """
        () => {
          const painted = performance.getEntriesByType("paint")[0].startTime;
          return performance.getEntriesByType("resource").filter(file => /\/fonts\/|\.js$/.test(file.name) && file.transferSize > 0).map(file => file.startTime > painted);
        }
        """;

    [Fact]
    public async Task Fonts_and_scripts_come_after_the_first_paint_and_fonts_before_it_from_then_on()
    {
        await using var visit = await browser.VisitAsync(site);
        await OpenAsync(visit, Formulas);
        var files = await visit.AskAsync<bool[]>(FilesAfterPaint);
        Assert.True(files.Length >= 7, "Formulas, code and italics have fonts of their own; there are four scripts.");
        Assert.DoesNotContain(false, files);
        Assert.Equal("math", await visit.AskAsync<string>("() => localStorage.fonts"));
        Assert.Equal("x-preload", await MathLinkAsync(visit));
        Assert.StartsWith("\"Noto Sans Math\"", await visit.AskAsync<string>("() => getComputedStyle(document.querySelector('math')).fontFamily"), StringComparison.Ordinal);

        await OpenAsync(visit, Formulas);
        Assert.Equal("preload", await MathLinkAsync(visit));
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task The_font_of_formulas_waits_for_the_first_page_that_has_any()
    {
        await using var visit = await browser.VisitAsync(site);
        await OpenAsync(visit, Plain);
        Assert.Equal("text", await visit.AskAsync<string>("() => localStorage.fonts"));
        await OpenAsync(visit, Formulas);
        Assert.DoesNotContain(false, await visit.AskAsync<bool[]>(FilesAfterPaint));
        Assert.Equal("math", await visit.AskAsync<string>("() => localStorage.fonts"));
        await OpenAsync(visit, Plain);
        Assert.Equal("math", await visit.AskAsync<string>("() => localStorage.fonts"));
    }

    [Fact]
    public async Task Without_scripts_they_come_as_the_style_sheet_names_them()
    {
        await using var visit = await browser.VisitAsync(site, javaScript: false);
        var math = await visit.Page.RunAndWaitForResponseAsync(() => visit.OpenAsync(Formulas), "**/fonts/math*");
        Assert.True(math.Ok);
    }

    [Fact]
    public async Task A_browser_that_keeps_nothing_has_them_all_the_same()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.Context.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('Denied', 'SecurityError') } })");
        await OpenAsync(visit, Formulas);
        Assert.Contains(true, await visit.AskAsync<bool[]>(FilesAfterPaint));
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task A_font_that_does_not_come_is_asked_for_again_on_the_next_page()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.Page.RouteAsync("**/fonts/math*", route => route.AbortAsync());
        await OpenAsync(visit, Formulas);
        Assert.Null(await visit.AskAsync<string?>("() => localStorage.fonts ?? null"));
        await visit.Page.UnrouteAllAsync();
        await OpenAsync(visit, Formulas);
        Assert.Equal("math", await visit.AskAsync<string>("() => localStorage.fonts"));
    }

    private static async Task OpenAsync(Visit visit, string page)
    {
        await visit.OpenAsync(page);
        await visit.SettleAsync();
        Assert.True(await visit.AskAsync<bool>("() => document.documentElement.dataset.fonts === undefined"));
    }

    private static Task<string> MathLinkAsync(Visit visit) => visit.AskAsync<string>("() => document.querySelector('link[data-math]').rel");
}
