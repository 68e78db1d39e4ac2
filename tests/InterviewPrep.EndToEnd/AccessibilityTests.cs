using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>axe finds nothing on any page, light and dark, wide and narrow.</summary>
public sealed class AccessibilityTests(Browser browser, MiniatureSite site)
{
    public static TheoryData<string> Pages => [.. AddressTests.Addresses.Select(a => a.Data.Item1).Where(a => !a.EndsWith(".css", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_has_no_violation_in_any_theme_on_any_screen(string address)
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync(address);
        await visit.SettleAsync();
        Assert.Empty(await ViolationsAsync(visit, Screen.Wide, Screen.Phone));
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task A_page_has_no_violation_when_everything_is_unfolded()
    {
        await using var visit = await browser.VisitAsync(site, Screen.Phone);
        foreach (var address in new[] { "/lessons/littles-law", "/glossary" })
        {
            await visit.OpenAsync(address);
            await visit.AskAsync<object>("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            await visit.SettleAsync();
            Assert.Empty(await Axe.ViolationsAsync(visit.Page));
        }
    }

    /// <summary>What axe finds on an open page, on each of the screens, light and dark.</summary>
    internal static async Task<IReadOnlyList<string>> ViolationsAsync(Visit visit, params Screen[] screens)
    {
        var found = new List<string>();
        foreach (var screen in screens)
        {
            await visit.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = colours });
                // What is not about colours is the same in both themes.
                string[] rules = colours == ColorScheme.Light ? [] : ["color-contrast", "link-in-text-block"];
                found.AddRange((await Axe.ViolationsAsync(visit.Page, rules)).Select(v => $"{colours}, {screen.Width} px: {v}"));
            }
        }

        return found;
    }
}
