using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>Light, dark, or as the system has it: by choice, at once, without a flash, and for good.</summary>
public sealed class ThemeTests(Browser browser, MiniatureSite site)
{
    private const string Background = "() => getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor";

    [Fact]
    public async Task A_choice_is_in_the_first_byte_of_every_later_page()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync("/course");
        var light = await visit.AskAsync<string>(Background);
        var stored = visit.Page.WaitForResponseAsync("**/theme");
        await visit.Page.GetByLabel("Dark colours").ClickAsync();
        await visit.Page.WaitForFunctionAsync("() => document.documentElement.dataset.theme === 'dark'");
        await stored;
        Assert.NotEqual(light, await visit.AskAsync<string>(Background));
        foreach (var page in site.Pages)
        {
            var response = await visit.Page.GotoAsync(page);
            Assert.Contains("<html lang=\"en\" data-theme=\"dark\">", await response!.TextAsync(), StringComparison.Ordinal);
        }

        Assert.Equal("true", await visit.Page.GetByLabel("Dark colours").GetAttributeAsync("aria-pressed"));
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task A_choice_beats_the_system_and_can_be_given_back()
    {
        await using var visit = await browser.VisitAsync(site, colours: ColorScheme.Dark);
        await visit.OpenAsync("/");
        var dark = await visit.AskAsync<string>(Background);
        await ChooseAsync("Light colours");
        var light = await visit.AskAsync<string>(Background);
        Assert.NotEqual(dark, light);
        await visit.OpenAsync("/course");
        Assert.Equal(light, await visit.AskAsync<string>(Background));
        await ChooseAsync("Colours as the system has them");
        Assert.Equal(dark, await visit.AskAsync<string>(Background));
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.Equal(light, await visit.AskAsync<string>(Background));

        async Task ChooseAsync(string label)
        {
            var stored = visit.Page.WaitForResponseAsync("**/theme");
            await visit.Page.GetByLabel(label).ClickAsync();
            await stored;
        }
    }

    [Fact]
    public async Task A_page_that_is_gone_back_to_has_the_theme_that_was_chosen_since()
    {
        await using var visit = await browser.VisitAsync(site);
        await visit.OpenAsync("/course");
        await visit.OpenAsync("/glossary");
        var stored = visit.Page.WaitForResponseAsync("**/theme");
        await visit.Page.GetByLabel("Dark colours").ClickAsync();
        await stored;
        await visit.Page.GoBackAsync();
        await visit.Page.WaitForFunctionAsync("() => document.documentElement.dataset.theme === 'dark'");
    }
}
