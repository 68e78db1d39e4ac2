namespace InterviewPrep.EndToEnd;

/// <summary>The course itself, page by page.</summary>
public sealed class RepositoryCourseTests(Browser browser, CourseSite site)
{
    private const string NoCourse = "content/course.yaml is not there yet.";

    [Fact]
    public async Task Every_page_has_no_violation_in_any_theme_on_one_screen_or_the_other()
    {
        Assert.SkipUnless(CourseSite.IsThere, NoCourse);
        var faults = new List<string>();
        foreach (var (i, page) in site.Pages.Index())
        {
            await using var visit = await browser.VisitAsync(site);
            Assert.Equal(200, await visit.OpenAsync(page));
            await visit.SettleAsync();
            faults.AddRange((await AccessibilityTests.ViolationsAsync(visit, i % 2 == 0 ? Screen.Wide : Screen.Phone)).Select(v => $"{page}, {v}"));
            await visit.AssertCleanAsync();
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public async Task Every_page_fits_a_phone_and_does_not_move()
    {
        Assert.SkipUnless(CourseSite.IsThere, NoCourse);
        var faults = new List<string>();
        foreach (var page in site.Pages)
        {
            await using var visit = await browser.VisitAsync(site, Screen.Phone);
            await visit.OpenAsync(page);
            await visit.SettleAsync();
            faults.AddRange(await LayoutTests.TooWideAsync(visit));
            if (await LayoutTests.MovedAsync(visit) is > LayoutTests.Unnoticed and var moved) faults.Add($"{page} moves by {moved}");
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public async Task Every_lesson_is_within_the_budget_of_a_first_visit()
    {
        Assert.SkipUnless(CourseSite.IsThere, NoCourse);
        var faults = new List<string>();
        foreach (var page in site.Lessons)
        {
            await using var visit = await browser.VisitAsync(site);
            var transfer = await Transfer.OfAsync(visit, page);
            if (transfer.Bytes > Transfer.Budget) faults.Add($"{page}: {transfer}");
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }
}
