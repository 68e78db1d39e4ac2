using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>A round of the mock loop in a real browser, from its button to the mark.</summary>
public sealed class LoopTests(Browser browser, SecretSite site)
{
    [Fact]
    public async Task A_round_goes_from_its_button_over_own_words_and_their_marking_to_the_pass_mark()
    {
        await using var visit = await browser.VisitAsync(site);
        visit.MayConnect = true;
        var page = visit.Page;
        await visit.OpenAsync("/loop");
        Assert.Empty(await AccessibilityTests.ViolationsAsync(visit, Screen.Wide, Screen.Phone));
        await page.GetByRole(AriaRole.Button, new() { Name = "Start Round of words" }).ClickAsync();
        await Visit.ArriveAsync(page, "/quiz/*-*");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-question] form')?.hasAttribute('data-alive')");
        Assert.Contains("30 minutes left", await page.Locator(".meta").InnerTextAsync(), StringComparison.Ordinal);

        // Words are handed over while the cursor is still in the field.
        await page.EvaluateAsync("() => document.addEventListener('change', event => window.handedOver = event.target.value)");
        await page.Locator("textarea").PressSequentiallyAsync("Fair to all.");
        await page.WaitForFunctionAsync("() => window.handedOver === 'Fair to all.'");
        Assert.True(await page.Locator("textarea").EvaluateAsync<bool>("field => field === document.activeElement"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on, compare at the end" }).ClickAsync();
        await Assertions.Expect(page.Locator(".meta")).ToContainTextAsync("Question 2 of 2");

        await page.GetByRole(AriaRole.Button, new() { Name = "Finish and see the result" }).ClickAsync();
        await page.Locator(".confirm .main").ClickAsync();
        await Assertions.Expect(page.Locator(".meta")).ToContainTextAsync("off the clock");
        await Assertions.Expect(page.Locator("blockquote.words")).ToHaveTextAsync("Fair to all.");
        Assert.Empty(await AccessibilityTests.ViolationsAsync(visit, Screen.Wide, Screen.Phone));
        await page.ReloadAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('[data-question] form')?.hasAttribute('data-alive')");
        await page.Locator(".opts label").First.ClickAsync();
        await page.Locator("button:text('Save my marks')").ClickAsync();

        await Visit.ArriveAsync(page, "/quiz/*/result");
        Assert.Contains("Not passed", await page.Locator(".score-row").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await AccessibilityTests.ViolationsAsync(visit, Screen.Wide, Screen.Phone));
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the loop" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rounds")).ToContainTextAsync("33 %");
        await visit.AssertCleanAsync();
    }
}
