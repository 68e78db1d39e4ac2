namespace InterviewPrep.EndToEnd;

/// <summary>Nothing moves while a page loads, and nothing is wider than the window.</summary>
public sealed class LayoutTests(Browser browser, MiniatureSite site)
{
    public static MatrixTheoryData<string, int> Everything => new(
        AddressTests.Addresses.Select(a => a.Data.Item1).Where(a => !a.EndsWith(".css", StringComparison.Ordinal)),
        [360, 768, 1280, 3840]);

    [Theory, MemberData(nameof(Everything))]
    public async Task A_page_neither_moves_nor_scrolls_sideways(string address, int width)
    {
        await using var visit = await browser.VisitAsync(site, new Screen(width, 900));
        await visit.OpenAsync(address);
        await visit.SettleAsync();
        Assert.Empty(await TooWideAsync(visit));
        Assert.Equal(0, await visit.AskAsync<double>("() => __shifts.reduce((sum, shift) => sum + shift, 0)"));
    }

    [Fact]
    public async Task A_page_scrolls_no_sideways_when_everything_is_unfolded()
    {
        await using var visit = await browser.VisitAsync(site, Screen.Phone);
        foreach (var page in site.Pages)
        {
            await visit.OpenAsync(page);
            await visit.AskAsync<object>("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            await visit.SettleAsync();
            Assert.Empty(await TooWideAsync(visit));
        }
    }

    [Fact]
    public async Task Text_can_be_twice_as_large_on_a_phone()
    {
        await using var visit = await browser.VisitAsync(site, new Screen(320, 700));
        foreach (var page in site.Pages)
        {
            await visit.OpenAsync(page);
            await visit.AskAsync<object>("() => document.documentElement.style.setProperty('font-size', '200%')");
            await visit.SettleAsync();
            Assert.Empty(await TooWideAsync(visit));
        }
    }

    /// <summary>The elements that make the page scroll sideways.</summary>
    internal static Task<string[]> TooWideAsync(Visit visit) => visit.AskAsync<string[]>("""
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          const own = element => { for (let e = element.parentElement; e; e = e.parentElement) if (getComputedStyle(e).overflowX !== "visible") return false; return true; };
          return [`${location.pathname}: ${root.scrollWidth} > ${root.clientWidth}`,
            ...[...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 && own(e)).slice(0, 5).map(e => e.outerHTML.slice(0, 120))];
        }
        """);
}
