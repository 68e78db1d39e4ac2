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

    // Whether blocks far down have the height that lesson.css guesses for what is not laid out yet.
    private const string AreEstimates = """
        () => {
          const guess = 9 * parseFloat(getComputedStyle(document.documentElement).fontSize);
          return ["article > .code", ".lesson-sources"].map(block => Math.abs(document.querySelector(block).offsetHeight - guess) < 1).join();
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

    [Fact]
    public async Task Far_below_the_screen_nothing_is_laid_out_until_the_fonts_have_come_and_then_all_of_it()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.Page.SetViewportSizeAsync(390, 300);
        var sent = await HoldAsync(visit);
        await visit.Page.GotoAsync(Formulas);
        Assert.Equal("true,true", await visit.AskAsync<string>(AreEstimates));
        sent.SetResult();
        await visit.SettleAsync();
        Assert.Equal("false,false", await visit.AskAsync<string>(AreEstimates));
        Assert.Equal(0, await visit.AskAsync<int>("() => document.querySelectorAll('[data-below]').length"));
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task An_address_of_a_section_has_everything_laid_out_so_that_it_lands_there()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.Page.SetViewportSizeAsync(390, 300);
        var sent = await HoldAsync(visit);
        await visit.Page.GotoAsync(Formulas + "#lesson-sources");
        Assert.Equal("false,false", await visit.AskAsync<string>(AreEstimates));
        sent.SetResult();
        await visit.SettleAsync();
        Assert.InRange(await visit.AskAsync<double>("() => document.getElementById('lesson-sources').getBoundingClientRect().top"), 0, 300);
    }

    [Fact]
    public async Task A_font_that_hangs_is_waited_for_three_seconds()
    {
        await using var visit = await browser.VisitAsync(site);
        var start = DateTime.UnixEpoch.AddYears(50);
        await visit.Page.Clock.InstallAsync(new() { TimeDate = start });
        await visit.Page.Clock.PauseAtAsync(start.AddSeconds(1));
        var asked = new TaskCompletionSource();
        var sent = await HoldAsync(visit, asked);
        await visit.Page.GotoAsync(Formulas);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken); // From now on it is waited for.
        const string State = "() => document.documentElement.dataset.fonts ?? null";
        await visit.Page.Clock.RunForAsync(2_900);
        Assert.Equal("later", await visit.AskAsync<string>(State));
        for (var frames = 0; frames < 10; frames++) await visit.Page.Clock.RunForAsync(100);
        Assert.Null(await visit.AskAsync<string?>(State));
        Assert.Null(await visit.AskAsync<string?>("() => localStorage.fonts ?? null"));
        sent.SetResult();
    }

    // Keeps the font of formulas back until the source is set, and says when it was asked for.
    private static async Task<TaskCompletionSource> HoldAsync(Visit visit, TaskCompletionSource? asked = null)
    {
        var sent = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/fonts/math*", async route =>
        {
            asked?.TrySetResult();
            await sent.Task;
            await route.ContinueAsync();
        });
        return sent;
    }

    private static async Task OpenAsync(Visit visit, string page)
    {
        await visit.OpenAsync(page);
        await visit.SettleAsync();
        Assert.True(await visit.AskAsync<bool>("() => document.documentElement.dataset.fonts === undefined"));
    }

    private static Task<string> MathLinkAsync(Visit visit) => visit.AskAsync<string>("() => document.querySelector('link[data-math]').rel");
}
