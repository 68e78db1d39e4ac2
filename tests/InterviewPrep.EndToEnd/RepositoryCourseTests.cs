using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace InterviewPrep.EndToEnd;

/// <summary>The course itself, page by page.</summary>
public sealed partial class RepositoryCourseTests(Browser browser, CourseSite site)
{
    // To which WCAG 2.2, 1.4.10, wants a page to reflow.
    private const int Narrowest = 320;

    // One for each core of a small machine.
    private static readonly ParallelOptions Tabs = new() { MaxDegreeOfParallelism = 2 };

    /// <summary>Each page is opened once, as a first visit, and asked everything: a page is dear to open, a question is not.</summary>
    [Fact]
    public async Task Every_page_is_light_stands_still_fits_a_phone_and_has_no_violation_in_any_theme()
    {
        Assert.SkipUnless(CourseSite.IsThere, "content/course.yaml is not there yet.");
        var faults = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(site.Pages.Index(), Tabs, async (page, _) =>
        {
            // The rules are the same at each width, so that each page is audited on one screen or the other.
            var screen = page.Index % 2 == 0 ? Screen.Wide : Screen.Phone;
            foreach (var fault in await FaultsAsync(page.Item, screen)) faults.Enqueue($"{page.Item}: {fault}");
        });
        Assert.True(faults.IsEmpty, string.Join("\n", faults));
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(string page, Screen screen)
    {
        var faults = new List<string>();
        await using var visit = await browser.VisitAsync(site, Screen.Phone);
        await visit.Page.SetViewportSizeAsync(Narrowest, 844);
        var transfer = await Transfer.StartAsync(visit);
        if (await visit.OpenAsync(page) is not 200 and var status) return [$"status {status}"];
        await visit.SettleAsync();
        if (await LayoutTests.MovedAsync(visit) is > LayoutTests.Unnoticed and var moved) faults.Add($"moves by {moved}");
        faults.AddRange(await LayoutTests.TooWideAsync(visit));
        faults.AddRange(await AccessibilityTests.ViolationsAsync(visit, screen));
        // Counted last: what only the wide screen shows may take another font.
        if (page.StartsWith("/lessons/", StringComparison.Ordinal) && transfer.Bytes > Transfer.Budget) faults.Add(transfer.ToString());
        if (page.EndsWith("/cheat-sheet", StringComparison.Ordinal) && SheetOfPaper().Count(Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true }))) is not 1 and var sheets) faults.Add($"printed on {sheets} pages");
        faults.AddRange(await visit.FaultsAsync());
        return faults;
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex SheetOfPaper();
}
