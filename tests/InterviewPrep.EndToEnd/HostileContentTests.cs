using System.Globalization;
using System.Text;

namespace InterviewPrep.EndToEnd;

/// <summary>Nothing that stands in a course or comes in a query runs in a reader's browser.</summary>
public sealed class HostileContentTests(Browser browser, MiniatureSite site, HostileSite hostile) : IClassFixture<HostileSite>
{
    [Fact]
    public async Task Nothing_in_a_course_runs()
    {
        await using var visit = await browser.VisitAsync(hostile);
        var seen = new StringBuilder();
        foreach (var page in hostile.Pages.Concat(["/search?q=attack", "/search?q=onerror", "/diagnostics"]))
        {
            Assert.Equal(200, await visit.OpenAsync(page));
            await visit.SettleAsync();
            await visit.AskAsync<object>("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            await Harmless.AssertAsync(visit, page);
            seen.Append(await visit.Page.Locator("main").InnerTextAsync());
        }

        Assert.True(hostile.Lessons.Count() > Attacks.All.Count / 2, "Most attacks leave a lesson that can be read.");
        Assert.Contains("onerror", seen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_a_query_runs()
    {
        await using var visit = await browser.VisitAsync(site);
        foreach (var attack in Attacks.All)
        {
            await visit.OpenAsync("/search?q=" + Uri.EscapeDataString(attack));
            await Harmless.AssertAsync(visit, attack);
            var typed = await visit.Page.Locator("main input[type=search]").InputValueAsync();
            Assert.Equal(Normal(attack)[..Math.Min(20, Normal(attack).Length)], Normal(typed)[..Math.Min(20, Normal(typed).Length)]);
        }
    }

    [Fact]
    public async Task Nothing_in_an_address_or_an_anchor_runs()
    {
        await using var visit = await browser.VisitAsync(site);
        foreach (var attack in Attacks.All)
        {
            await visit.OpenAsync("/lessons/" + Uri.EscapeDataString(attack));
            await Harmless.AssertAsync(visit, attack);
        }

        await visit.OpenAsync("/lessons/littles-law#" + Uri.EscapeDataString(Attacks.All[0]));
        await Harmless.AssertAsync(visit, Attacks.All[0]);
        foreach (var attack in Attacks.All.Skip(1))
        {
            // The page looks at its anchor in the same way when it is opened and when the anchor changes, which is faster.
            await visit.Page.EvaluateAsync("anchor => new Promise(done => { addEventListener('hashchange', done, { once: true }); location.hash = anchor; })", Uri.EscapeDataString(attack));
            Assert.False(await visit.Page.Locator("#no-section").IsHiddenAsync(), attack);
            await Harmless.AssertAsync(visit, attack);
        }
    }

    [Fact]
    public async Task Nothing_typed_into_search_runs()
    {
        await using var visit = await browser.VisitAsync(hostile);
        await visit.OpenAsync("/search");
        foreach (var attack in Attacks.All.Where(a => !a.Contains('\n', StringComparison.Ordinal)).Take(12))
        {
            var answer = visit.Page.WaitForResponseAsync(r => r.Url.Contains("/search?", StringComparison.Ordinal));
            await visit.Page.Locator("main input[type=search]").FillAsync(attack);
            await answer;
            await visit.Page.WaitForFunctionAsync("() => document.querySelector('#results .status')");
            await Harmless.AssertAsync(visit, attack);
        }
    }

    private static string Normal(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format));
}
