using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>What a reader does with a lesson.</summary>
public sealed class ReadingTests(Browser browser, MiniatureSite site)
{
    private const string Full = "/lessons/littles-law";
    private const string Long = "/lessons/plain-words";

    [Fact]
    public async Task Reading_the_whole_course_opens_no_socket_asks_no_other_host_and_breaks_no_policy()
    {
        await using var visit = await browser.VisitAsync(site);
        foreach (var page in site.Pages)
        {
            await visit.OpenAsync(page);
            await visit.SettleAsync();
            Assert.Equal(0, await visit.AskAsync<int>("() => document.querySelectorAll('[style], style, body script:not([src]), head script:not([src]) ~ script:not([src]), iframe, object').length"));
            await visit.AssertCleanAsync();
        }
    }

    [Fact]
    public async Task Formulas_are_MathML_in_a_font_made_for_them()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync(Full);
        await visit.SettleAsync();
        Assert.True(await visit.Page.Locator("article math").CountAsync() >= 2);
        Assert.Equal("http://www.w3.org/1998/Math/MathML", await visit.AskAsync<string>("() => document.querySelector('article math').namespaceURI"));
        Assert.True(await visit.AskAsync<bool>("() => document.fonts.check('16px \"' + getComputedStyle(document.querySelector('math')).fontFamily.split(',')[0].replaceAll('\"', '') + '\"')"));
        Assert.True(await visit.AskAsync<double>("() => document.querySelector('.formula math, math[display=block]').getBoundingClientRect().height") > 30);
    }

    [Fact]
    public async Task The_math_font_is_loaded_only_where_there_are_formulas()
    {
        await using var visit = await browser.VisitAsync(site);
        Assert.DoesNotContain((await Transfer.OfAsync(visit, Long)).Files.Keys, f => f.Contains("math", StringComparison.Ordinal));
        await using var another = await browser.VisitAsync(site);
        Assert.Contains((await Transfer.OfAsync(another, Full)).Files.Keys, f => f.Contains("math", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_follow_the_theme()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync(Full);
        const string Colours = "() => [...document.querySelectorAll('figure svg text, figure svg rect')].map(e => getComputedStyle(e).fill + getComputedStyle(e).stroke).join()";
        var light = await visit.AskAsync<string>(Colours);
        Assert.NotEmpty(light);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.NotEqual(light, await visit.AskAsync<string>(Colours));
        Assert.True(await visit.Page.Locator("figure svg").CountAsync() >= 2, "The drawing and the diagram are inlined.");
    }

    [Fact]
    public async Task An_anchor_leads_to_its_section_and_back_leads_to_where_one_was()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync(Long);
        await visit.SettleAsync();
        await visit.Page.Locator(".toc a[href='#part-6']").ClickAsync();
        await AtAsync(visit, "part-6");
        var there = await visit.AskAsync<double>("() => scrollY");
        await visit.Page.Locator("article a[href], .turn a, footer a").Last.EvaluateAsync("link => link.click()");
        await visit.Page.WaitForFunctionAsync("() => document.readyState === 'complete' && !location.pathname.includes('plain-words')");
        await visit.Page.GoBackAsync();
        await visit.Page.WaitForFunctionAsync("y => Math.abs(scrollY - y) < 4", there);
        Assert.EndsWith("#part-6", visit.Page.Url, StringComparison.Ordinal);
        await visit.Page.GoBackAsync();
        await visit.Page.WaitForFunctionAsync("() => scrollY < 50");
    }

    [Fact]
    public async Task A_link_into_the_middle_of_another_lesson_lands_there()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync("/lessons/plain-words#part-4");
        await visit.SettleAsync();
        await AtAsync(visit, "part-4");
        await visit.OpenAsync("/glossary#latency-is-throughput");
        Assert.True(await visit.Page.Locator("#latency-is-throughput").IsVisibleAsync());
    }

    [Fact]
    public async Task The_contents_follow_the_scroll()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync(Long);
        await visit.SettleAsync();
        foreach (var part in new[] { "part-2", "part-5", "part-8", "part-3" })
        {
            await visit.Page.EvaluateAsync("id => scrollTo(0, document.getElementById(id).getBoundingClientRect().top + scrollY - 100)", part);
            await visit.Page.WaitForFunctionAsync("id => [...document.querySelectorAll('.toc a[aria-current]')].map(a => a.hash).join() === '#' + id", part);
        }
    }

    [Fact]
    public async Task An_anchor_that_is_gone_is_said_and_the_page_stays_readable()
    {
        await using var visit = await browser.VisitAsync(site);
        Assert.Equal(200, await visit.OpenAsync(Full + "#not-there"));
        var notice = visit.Page.Locator("#no-section");
        await notice.WaitForAsync();
        Assert.Contains("not-there", await notice.InnerTextAsync(), StringComparison.Ordinal);
        await visit.Page.EvaluateAsync("() => location.hash = '#the-law'");
        await notice.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await visit.Page.EvaluateAsync("() => location.hash = '#%E0%A4%A'");
        await notice.WaitForAsync();
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task Code_is_copied_by_a_button()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.OpenAsync(Full);
        await visit.Page.Locator(".code .copy").First.ClickAsync();
        await visit.Page.WaitForFunctionAsync("async () => (await navigator.clipboard.readText()).startsWith('def in_flight(rate: float, wait: float) -> float:')");
        await visit.Page.GetByText("Copied").First.WaitForAsync();
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task A_wide_table_and_wide_code_scroll_in_their_own_frame_by_the_keyboard()
    {
        await using var visit = await browser.VisitAsync(site, Screen.Phone);
        await visit.OpenAsync(Full);
        await visit.SettleAsync();
        foreach (var frame in new[] { ".code pre", ".table", ".formula" })
        {
            var first = visit.Page.Locator($"article {frame}").First;
            await visit.Page.WaitForFunctionAsync("frame => document.querySelector(`article ${frame}`).tabIndex === 0", frame);
            Assert.True(await first.EvaluateAsync<bool>("frame => frame.scrollWidth > frame.clientWidth"), frame);
            await first.FocusAsync();
            await visit.Page.Keyboard.PressAsync("ArrowRight");
            await visit.Page.WaitForFunctionAsync("frame => document.querySelector(`article ${frame}`).scrollLeft > 0", frame);
        }
    }

    [Theory]
    [InlineData("/lessons/nowhere-law", "There is no such lesson.", "/lessons/littles-law")]
    [InlineData("/lessons/litles-law", "There is no such lesson.", "/lessons/littles-law")]
    [InlineData("/modules/queue", "There is no such module.", "/modules/queues")]
    [InlineData("/glosary", "There is no such page.", "/glossary")]
    public async Task An_unknown_address_offers_what_is_near(string address, string heading, string near)
    {
        await using var visit = await browser.VisitAsync(site);
        Assert.Equal(404, await visit.OpenAsync(address));
        Assert.Equal(heading, await visit.Page.Locator("h1").InnerTextAsync());
        await visit.Page.Locator($"main a[href^='{near}']").First.ClickAsync();
        Assert.StartsWith(near, new Uri(visit.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_prints_as_a_handout()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync(Full);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        foreach (var hidden in new[] { "header.bar", "nav.side", "nav.toc", "footer.foot", ".copy", ".skip", "nav.turn" })
        {
            foreach (var element in await visit.Page.Locator(hidden).AllAsync()) Assert.False(await element.IsVisibleAsync(), hidden);
        }

        Assert.True(await visit.Page.Locator("article").IsVisibleAsync());
        await visit.AskAsync<object>("() => dispatchEvent(new Event('beforeprint'))");
        Assert.True(await visit.AskAsync<bool>("() => [...document.querySelectorAll('article details')].every(d => d.open)"));
        Assert.Equal("rgb(255, 255, 255)", await visit.AskAsync<string>("() => { const c = getComputedStyle(document.body).backgroundColor; return c === 'rgba(0, 0, 0, 0)' ? 'rgb(255, 255, 255)' : c; }"));
        var pdf = await visit.Page.PdfAsync();
        Assert.True(pdf.Length > 10_000);
    }

    [Fact]
    public async Task Prose_has_between_50_and_85_letters_a_line()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync(Long);
        await visit.SettleAsync();
        var letters = await visit.AskAsync<double>("""
            () => {
              const text = document.querySelector("article > p:last-of-type").firstChild, range = document.createRange();
              range.selectNodeContents(text);
              return text.length / new Set([...range.getClientRects()].map(r => Math.round(r.top))).size;
            }
            """);
        Assert.InRange(letters, 50, 85);
    }

    private static Task<IJSHandle> AtAsync(Visit visit, string id) =>
        visit.Page.WaitForFunctionAsync("id => Math.abs(document.getElementById(id).getBoundingClientRect().top) < 160", id);
}
