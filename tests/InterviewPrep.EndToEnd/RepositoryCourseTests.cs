using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>The course itself, page by page.</summary>
public sealed class RepositoryCourseTests(Browser browser, CourseSite site)
{
    private const string NoCourse = "content/course.yaml is not there yet.";

    [Fact]
    public async Task Every_page_has_no_violation_in_any_theme_on_any_screen()
    {
        Assert.SkipUnless(CourseSite.IsThere, NoCourse);
        var faults = new List<string>();
        foreach (var page in site.Pages)
        {
            await using var visit = await browser.VisitAsync(site);
            Assert.Equal(200, await visit.OpenAsync(page));
            await visit.SettleAsync();
            await CheckAsync("wide, light");
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await CheckAsync("wide, dark", "color-contrast", "link-in-text-block");
            await visit.Page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
            await CheckAsync("phone, dark");
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await CheckAsync("phone, light", "color-contrast", "link-in-text-block");
            await visit.AssertCleanAsync();

            async Task CheckAsync(string where, params string[] rules) =>
                faults.AddRange((await AccessibilityTests.ViolationsAsync(visit.Page, rules)).Select(v => $"{page}, {where}: {v}"));
        }

        Assert.Empty(faults);
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
            if (await visit.AskAsync<double>("() => __shifts.reduce((sum, shift) => sum + shift, 0)") is > 0 and var moved) faults.Add($"{page} moves by {moved}");
        }

        Assert.Empty(faults);
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

        Assert.Empty(faults);
    }
}
