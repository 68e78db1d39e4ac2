using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>Everything that is read can be read without JavaScript.</summary>
public sealed class WithoutJavaScriptTests(Browser browser, MiniatureSite site)
{
    [Fact]
    public async Task Every_page_has_its_text()
    {
        await using var visit = await browser.VisitAsync(site, javaScript: false);
        foreach (var page in site.Pages)
        {
            Assert.Equal(200, await visit.OpenAsync(page));
            Assert.True(await visit.Page.Locator("h1").IsVisibleAsync());
            Assert.True((await visit.Page.Locator("main").InnerTextAsync()).Length > 60, page);
        }

        await visit.OpenAsync("/lessons/littles-law");
        Assert.True(await visit.Page.Locator("article math").First.IsVisibleAsync());
        Assert.True(await visit.Page.Locator("article figure svg").First.IsVisibleAsync());
        Assert.True(await visit.Page.Locator(".check").First.IsVisibleAsync());
        await visit.Page.Locator("summary", new() { HasText = "no distribution" }).ClickAsync();
        Assert.True(await visit.Page.GetByText("Count the area").IsVisibleAsync());
        await visit.AssertCleanAsync(javaScript: false);
    }

    [Fact]
    public async Task Search_is_a_form()
    {
        await using var visit = await browser.VisitAsync(site, javaScript: false);
        await visit.OpenAsync("/lessons/big-o");
        await visit.Page.Locator("header input[name=q]").FillAsync("fairness");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator(".hit").First.ClickAsync();
        Assert.Equal("/lessons/first-come", new Uri(visit.Page.Url).AbsolutePath);
        await visit.AssertCleanAsync(javaScript: false);
    }

    [Fact]
    public async Task The_theme_is_a_form_that_leads_back()
    {
        await using var visit = await browser.VisitAsync(site, javaScript: false);
        await visit.OpenAsync("/search?q=queue");
        await visit.Page.GetByLabel("Dark colours").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Visit.ArriveAsync(visit.Page, "/search?q=queue");
        await visit.OpenAsync("/lessons/big-o");
        Assert.Equal("dark", await visit.Page.Locator("html").GetAttributeAsync("data-theme"));
    }
}
