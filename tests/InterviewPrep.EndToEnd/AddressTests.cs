using System.Net;

namespace InterviewPrep.EndToEnd;

/// <summary>Addresses are part of the contract.</summary>
public sealed class AddressTests(Browser browser, MiniatureSite site)
{
    public static TheoryData<string, int, string> Addresses => new()
    {
        { "/", 200, "Waiting lines in four lessons." },
        { "/course", 200, "Course map" },
        { "/modules/queues", 200, "Waiting lines" },
        { "/modules/growth", 200, "Growth" },
        { "/modules/queues/cheat-sheet", 200, "Waiting lines: cheat sheet" },
        { "/lessons/littles-law", 200, "Little’s law" },
        { "/lessons/first-come", 200, "First come, first served?" },
        { "/lessons/big-o", 200, "Orders of growth" },
        { "/lessons/plain-words", 200, "Plain words" },
        { "/glossary", 200, "Glossary" },
        { "/sources", 200, "Sources" },
        { "/search", 200, "Search" },
        { "/search?q=queue", 200, "Search" },
        { "/search?q=zzzzzz", 200, "Search" },
        { "/loop", 200, "A loop of two rounds" },
        { "/loop?loop=nowhere", 200, "A loop of two rounds" },
        { "/lessons/nowhere", 404, "There is no such lesson." },
        { "/modules/nowhere", 404, "There is no such module." },
        { "/modules/nowhere/cheat-sheet", 404, "There is no such module." },
        { "/nowhere", 404, "There is no such page." },
        { "/error", 200, "This page could not be made." },
        { "/css/nowhere.css", 404, "There is no such page." },
        { "/diagnostics", 404, "There is no such page." },
    };

    [Theory, MemberData(nameof(Addresses))]
    public async Task Every_address_answers_with_its_status_and_one_heading(string address, int status, string heading)
    {
        await using var visit = await browser.VisitAsync(site);
        Assert.Equal(status, await visit.OpenAsync(address));
        var headings = await visit.Page.Locator("h1").AllInnerTextsAsync();
        Assert.Equal([heading], headings);
        Assert.NotEmpty(await visit.Page.TitleAsync());
        await visit.AssertCleanAsync();
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task Health_is_told(string address)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(site.Address, address), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        await using var visit = await browser.VisitAsync(site);
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in site.Pages)
        {
            await visit.OpenAsync(page);
            var all = await visit.AskAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(a => a.href)");
            links.UnionWith(all.Where(l => new Uri(l).Authority == site.Address.Authority));
        }

        var broken = new List<string>();
        foreach (var group in links.GroupBy(l => l.Split('#')[0]))
        {
            if (await visit.OpenAsync(group.Key) != 200) broken.Add(group.Key);
            foreach (var link in group.Where(l => l.Contains('#', StringComparison.Ordinal)))
            {
                var id = Uri.UnescapeDataString(link.Split('#', 2)[1]);
                if (!await visit.Page.EvaluateAsync<bool>("id => !!document.getElementById(id)", id)) broken.Add(link);
            }
        }

        Assert.Empty(broken);
    }
}
