namespace InterviewPrep.EndToEnd;

/// <summary>Everything can be done without a mouse.</summary>
public sealed class KeyboardTests(Browser browser, MiniatureSite site)
{
    [Fact]
    public async Task The_first_stop_skips_to_the_text()
    {
        await using var visit = await browser.VisitAsync(site);
        foreach (var page in site.Pages.Where(p => p != "/search"))
        {
            await visit.OpenAsync(page);
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.Equal("skip", await visit.AskAsync<string>("() => document.activeElement.className"));
            Assert.True(await visit.Page.Locator(".skip").EvaluateAsync<bool>("link => link.getBoundingClientRect().top >= 0"), "It is seen while it has the focus.");
            await visit.Page.Keyboard.PressAsync("Enter");
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.True(await visit.AskAsync<bool>("() => { const e = document.activeElement; return e === document.body || !!e.closest('main, main ~ *'); }"), page);
            Assert.False(await visit.AskAsync<bool>("() => !!document.activeElement.closest('header.bar')"), page);
        }
    }

    [Fact]
    public async Task A_slash_opens_search_and_arrows_and_Enter_lead_to_a_result()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync("/lessons/plain-words");
        await visit.Page.Keyboard.PressAsync("/");
        Assert.Equal("q", await visit.AskAsync<string>("() => document.activeElement.name"));
        await visit.Page.Keyboard.TypeAsync("a/b");
        Assert.Equal("a/b", await visit.AskAsync<string>("() => document.activeElement.value"));
        await visit.Page.Keyboard.PressAsync("ControlOrMeta+a");
        await visit.Page.Keyboard.TypeAsync("waiting");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Visit.ArriveAsync(visit.Page, "/search?q=waiting");
        await visit.Page.WaitForFunctionAsync("() => document.readyState === 'complete'");
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        var first = await visit.AskAsync<string>("() => document.activeElement.className");
        Assert.Equal("hit", first);
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("q", await visit.AskAsync<string>("() => document.activeElement.name"));
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        var target = await visit.AskAsync<string>("() => document.activeElement.href");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Visit.ArriveAsync(visit.Page, new Uri(target).PathAndQuery + new Uri(target).Fragment);
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task Results_come_while_typing_a_slip_is_forgiven_and_the_address_can_be_shared()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync("/search");
        await visit.Page.Locator("main input[type=search]").PressSequentiallyAsync("utilsation");
        await visit.Page.Locator(".hit").First.WaitForAsync();
        await Visit.ArriveAsync(visit.Page, "/search?q=utilsation");
        Assert.Contains("utili", (await visit.Page.Locator("#results").InnerTextAsync()).ToLowerInvariant(), StringComparison.Ordinal);
        Assert.True(await visit.Page.Locator("#results mark").CountAsync() > 0);
        await visit.OpenAsync("/search?q=utilsation");
        Assert.True(await visit.Page.Locator(".hit").CountAsync() > 0);
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task Every_stop_shows_that_it_has_the_focus()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync("/lessons/littles-law");
        var unseen = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var stop = await visit.AskAsync<string>("""
                () => {
                  const e = document.activeElement;
                  if (e === document.body) return "";
                  const seen = [e, e.parentElement, e.closest("form")].filter(Boolean).some(x => { const s = getComputedStyle(x); return (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none"; });
                  return seen ? "seen" : e.outerHTML.slice(0, 120);
                }
                """);
            if (stop.Length == 0) break;
            if (stop != "seen") unseen.Add(stop);
        }

        Assert.Empty(unseen);
    }
}
