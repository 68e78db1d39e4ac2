using System.Globalization;
using System.Text;
using InterviewPrep.Testing.Hostile;

namespace InterviewPrep.EndToEnd;

/// <summary>Nothing that stands in a course or comes in a query runs in a reader's browser.</summary>
public sealed class HostileContentTests(Browser browser, MiniatureSite site, HostileSite hostile, HostileLearnerSite imported) : IClassFixture<HostileSite>, IClassFixture<HostileLearnerSite>
{
    private const int MostInQuery = 200;
    private const int MostInAddress = 600;
    private const int QuizzesOfPage = 20;
    private static readonly string[] Queries = ["/search?q=", "/quiz?problem=", "/plan?problem=", "/account/sign-in?return="];

    [Fact]
    public void There_are_two_hundred_attacks_of_every_kind()
    {
        Assert.True(Attacks.All.Count >= 200);
        Assert.Equal(Attacks.All.Count, Attacks.All.Distinct().Count());
        Assert.All(Attacks.Kinds, k => Assert.True(Attacks.Of(k).Count >= 5, k));
    }

    /// <summary>Lessons have one attack each; every twentieth is opened, the others are read into it.</summary>
    [Fact]
    public async Task Nothing_in_a_course_runs()
    {
        await using var visit = await browser.VisitAsync(hostile);
        var seen = new StringBuilder();
        foreach (var page in hostile.Pages.Except(hostile.Lessons).Concat(["/search?q=attack", "/search?q=onerror", "/diagnostics"]).Concat(hostile.Lessons.Where((_, i) => i % 20 == 0)))
        {
            Assert.Equal(200, await visit.OpenAsync(page));
            await visit.AskAsync<object>("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            await Harmless.AssertAsync(visit, page);
            seen.Append(await visit.Page.Locator("main").InnerTextAsync());
        }

        foreach (var others in hostile.Lessons.Chunk(50)) seen.Append(await Harmless.GatherAsync(visit, others));
        Assert.True(hostile.Lessons.Count() > Attacks.All.Count / 3, "Many attacks leave a lesson that can be read.");
        Assert.Contains("onerror", seen.ToString(), StringComparison.Ordinal);
    }

    /// <summary>
    /// As many attacks in each as are shown, on one of the pages that show what a query brings: one by one, and on each of them, they are
    /// tried by <c>HostileInputTests</c>, without a browser.
    /// </summary>
    [Fact]
    public async Task Nothing_in_a_query_runs()
    {
        await using var visit = await browser.VisitAsync(site);
        var queries = Attacks.Packed(Attacks.Typed, MostInQuery, " ").Select((query, i) => (Page: Queries[i % Queries.Length], Query: query)).ToList();
        foreach (var (page, query) in queries.Where((_, i) => i % 13 == 0))
        {
            await visit.OpenAsync(page + Uri.EscapeDataString(query));
            await Harmless.AssertAsync(visit, page + query);
            var shown = page.StartsWith("/search", StringComparison.Ordinal) ? await visit.Page.Locator("main input[type=search]").InputValueAsync()
                : page.StartsWith("/account", StringComparison.Ordinal) ? await visit.Page.Locator("[name='Form.Return']").InputValueAsync()
                : await visit.Page.Locator("main [role=alert]").TextContentAsync();
            Assert.Contains(Normal(query)[..Math.Min(20, Normal(query).Length)], Normal(shown!), StringComparison.Ordinal);
        }

        var seen = Normal(await Harmless.GatherAsync(visit, [.. queries.Select(q => q.Page + Uri.EscapeDataString(q.Query))]));
        Assert.All(queries.Where(q => q.Page.Contains("problem", StringComparison.Ordinal)), q => Assert.Contains(Normal(q.Query), seen, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_in_an_address_or_an_anchor_runs()
    {
        await using var visit = await browser.VisitAsync(site);
        var addresses = Attacks.Packed(Attacks.Typed, MostInAddress, "/").Select(id => "/lessons/" + Uri.EscapeDataString(id)).ToList();
        foreach (var address in addresses.Where((_, i) => i % 8 == 0))
        {
            Assert.Equal(404, await visit.OpenAsync(address));
            await Harmless.AssertAsync(visit, address);
        }

        visit.MayMiss = true;
        await Harmless.GatherAsync(visit, addresses);
        visit.MayMiss = false;
        await visit.OpenAsync("/lessons/littles-law#" + Uri.EscapeDataString(Attacks.All[0]));
        await Harmless.AssertAsync(visit, Attacks.All[0]);

        // The page looks at its anchor in the same way when it is opened and when the anchor changes, which is faster.
        var hidden = await visit.Page.EvaluateAsync<string[]>("""
            async anchors => {
              const hidden = [];
              for (const anchor of anchors) {
                await new Promise(done => { addEventListener("hashchange", done, { once: true }); location.hash = anchor; });
                if (!document.getElementById("no-section").checkVisibility()) hidden.push(anchor);
              }
              return hidden;
            }
            """, Attacks.All.Skip(1).Select(Uri.EscapeDataString));
        Assert.Empty(hidden);
        await Harmless.AssertAsync(visit, "anchors");
    }

    [Fact]
    public async Task Nothing_typed_into_search_runs()
    {
        await using var visit = await browser.VisitAsync(hostile);
        await visit.OpenAsync("/search");
        foreach (var query in Attacks.Packed(Attacks.OnOneLine, 150, " ").Where((_, i) => i % 16 == 0))
        {
            var answer = visit.Page.WaitForResponseAsync(r => r.Url.Contains("/search?", StringComparison.Ordinal));
            await visit.Page.Locator("main input[type=search]").FillAsync(query);
            await answer;
            await visit.Page.WaitForFunctionAsync("() => document.querySelector('#results .status')");
            await Harmless.AssertAsync(visit, query);
        }
    }

    [Fact]
    public async Task Nothing_that_was_imported_runs()
    {
        await using var visit = await browser.VisitAsync(imported);
        var seen = new StringBuilder();
        var history = Enumerable.Range(0, 1 + HostileLearnerFile.Titles.Count / QuizzesOfPage).Select(page => $"/quiz?page={page}");
        string[] pages = ["/", "/today", "/progress", "/settings", "/plan", "/statistics", "/weak-areas", "/reports", $"/quiz/{HostileLearnerFile.Ended}/result"];
        visit.MayConnect = true;
        foreach (var page in pages.Concat(history).Append($"/quiz/{HostileLearnerFile.Open}"))
        {
            Assert.Equal(200, await visit.OpenAsync(page));
            if (page == "/reports") await visit.Page.WaitForFunctionAsync("() => document.querySelector('main').innerText.includes('onerror')");
            await visit.AskAsync<object>("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            await Harmless.AssertAsync(visit, page, isStyled: page == "/reports");
            seen.Append(await visit.Page.Locator("main").TextContentAsync());
        }

        Assert.All(Attacks.OnOneLine.Where(a => !a.Contains("  ", StringComparison.Ordinal)), a => Assert.Contains(Normal(a), Normal(seen.ToString()), StringComparison.Ordinal));
    }

    private static string Normal(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format));
}
