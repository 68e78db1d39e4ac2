using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>axe finds nothing on any page, light and dark, wide and narrow.</summary>
public sealed class AccessibilityTests(Browser browser, MiniatureSite site)
{
    public static MatrixTheoryData<string, ColorScheme, bool> Everything => new(
        AddressTests.Addresses.Select(a => a.Data.Item1).Where(a => !a.EndsWith(".css", StringComparison.Ordinal)),
        [ColorScheme.Light, ColorScheme.Dark],
        [false, true]);

    [Theory, MemberData(nameof(Everything))]
    public async Task A_page_has_no_violation(string address, ColorScheme colours, bool onPhone)
    {
        await using var visit = await browser.VisitAsync(site, onPhone ? Screen.Phone : Screen.Wide, colours: colours);
        await visit.OpenAsync(address);
        await visit.SettleAsync();
        Assert.Empty(await ViolationsAsync(visit.Page));
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
            Assert.Empty(await ViolationsAsync(visit.Page));
        }
    }

    /// <summary>What axe finds, each with where and why.</summary>
    internal static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, params string[] rules)
    {
        var options = new AxeRunOptions { ResultTypes = [ResultType.Violations] };
        if (rules.Length > 0) options.RunOnly = RunOnlyOptions.Rules(rules);
        var result = await page.RunAxe(options);
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id} ({v.Impact}): {v.Help}: {n.Target} {n.Html}"))];
    }
}
