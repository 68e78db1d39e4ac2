using System.Collections.Concurrent;
using System.Text;
using InterviewPrep.Testing;
using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>Answering in a real browser: lesson, check, quiz, result; by keyboard, by forms, and without a byte of the key too early.</summary>
public sealed class QuizTests(Browser browser, SecretSite site)
{
    private const string Outcome = "[data-outcome]";

    [Fact]
    public async Task A_quiz_of_every_type_goes_from_builder_to_result_by_keyboard_and_no_byte_tells_the_key_too_early()
    {
        await using var visit = await StartAsync();
        var page = visit.Page;
        var heard = new ConcurrentQueue<string>();
        visit.Received += bytes => heard.Enqueue(Encoding.UTF8.GetString(bytes));
        await visit.OpenAsync("/quiz");
        await page.Locator("#length").FillAsync("8");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Visit.ArriveAsync(page, "/quiz/*-*");
        for (var question = 1; question <= 8; question++)
        {
            await Assertions.Expect(page.Locator(".meta")).ToContainTextAsync($"Question {question} of 8");
            await Alive(page);
            Assert.All(heard, text => Assert.DoesNotContain(ScreenCourse.Secret, text, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(ScreenCourse.Secret, await page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
            if (question == 1) Assert.Empty(await AccessibilityTests.ViolationsAsync(visit, Screen.Wide, Screen.Phone));
            await EnterAsync(page);
            if (await page.Locator("textarea").IsVisibleAsync())
            {
                Assert.False(await page.Locator(".certainty").IsVisibleAsync()); // Of their own words nobody knows beforehand how they will find them.
                await page.Keyboard.PressAsync("Tab"); // Enter is a new line of them.
            }
            else
            {
                await page.Locator(".certainty label").Nth(question % 3).ClickAsync();
            }

            await page.Keyboard.PressAsync("Enter");
            await page.Locator(".question .model").Or(page.Locator(Outcome)).First.WaitForAsync();
            if (await page.Locator(Outcome).CountAsync() == 0)
            {
                await Assertions.Expect(page.Locator("[data-arrival]")).ToBeFocusedAsync(); // The strong answer, not the button after it.
                await page.Locator("button:text('Save my marks')").ClickAsync();
            }

            await page.Locator(Outcome).WaitForAsync();
            if (question is 1 or 5) Assert.Empty(await AccessibilityTests.ViolationsAsync(visit, Screen.Wide));
            heard.Clear();
            await page.Locator(Outcome).FocusAsync();
            await page.Keyboard.PressAsync("n");
            if (question < 8)
            {
                await page.Locator(Outcome).WaitForAsync(new() { State = WaitForSelectorState.Detached });
                await Assertions.Expect(page.Locator(".question .prompt")).ToBeFocusedAsync();
                await Assertions.Expect(page.Locator(".question .prompt")).ToBeInViewportAsync();
            }

            heard.Clear();
        }

        await Visit.ArriveAsync(page, "/quiz/*/result");
        await Assertions.Expect(page.Locator(".answered")).ToHaveCountAsync(8);
        foreach (var fold in await page.Locator(".answered > summary").AllAsync()) await fold.ClickAsync();
        await visit.SettleAsync();
        Assert.Empty(await AccessibilityTests.ViolationsAsync(visit, Screen.Wide, Screen.Phone));
        await visit.OpenAsync("/progress");
        await visit.SettleAsync();
        Assert.Empty(await AccessibilityTests.ViolationsAsync(visit, Screen.Wide, Screen.Phone));
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task What_opens_on_the_way_comes_into_view_with_the_focus_and_nothing_starts_without_a_question()
    {
        await using var visit = await StartAsync();
        var page = visit.Page;
        await page.SetViewportSizeAsync(390, 600);
        await visit.OpenAsync("/quiz");
        var start = page.GetByRole(AriaRole.Button, new() { Name = "Start" });
        await Assertions.Expect(page.Locator("#builder-count")).ToContainTextAsync("Draws from");
        await page.Locator("[name=pool][value=bookmarked]").CheckAsync();
        await Assertions.Expect(page.Locator("#builder-count")).ToHaveTextAsync("No question matches.");
        await Assertions.Expect(start).ToBeDisabledAsync();
        await page.Locator("[name=pool][value=any]").CheckAsync();
        await start.ClickAsync();
        await Visit.ArriveAsync(page, "/quiz/*-*");
        await Alive(page);
        await page.Locator(".end-row .quiet").ClickAsync();
        await ArrivedAsync(".confirm");
        await page.Locator(".confirm button").Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I don’t know" }).ClickAsync();
        await ArrivedAsync(Outcome);
        await page.GetByRole(AriaRole.Button, new() { Name = "Note" }).ClickAsync();
        await ArrivedAsync(".tool-form textarea");

        await visit.OpenAsync("/lessons/queues");
        await page.Locator("[data-check=q-number]").ClickAsync();
        await page.Locator(".alive").GetByRole(AriaRole.Button, new() { Name = "I don’t know" }).ClickAsync();
        await page.Locator(".alive").GetByRole(AriaRole.Button, new() { Name = "Another variant" }).ClickAsync();
        await page.Locator(Outcome).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ArrivedAsync(".alive .prompt");
        await visit.AssertCleanAsync();

        async Task ArrivedAsync(string place)
        {
            await Assertions.Expect(page.Locator(place)).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator(place)).ToBeInViewportAsync();
        }
    }

    [Fact]
    public async Task Words_outlive_a_reload_and_leaving_at_once()
    {
        const string words = "A queue keeps the order of those who came.";
        await using var visit = await StartAsync();
        var page = visit.Page;
        await visit.OpenAsync("/lessons/queues");
        var check = page.Locator("#check-q-open");
        await page.Locator("[data-check=q-open]").ClickAsync();
        await check.Locator("textarea").FillAsync(words);
        await page.ReloadAsync();
        await page.Locator("[data-check=q-open]").ClickAsync();
        await Assertions.Expect(check.Locator("textarea")).ToHaveValueAsync(words);
        await check.Locator("button.main").ClickAsync();
        await Assertions.Expect(check.Locator("blockquote.words")).ToHaveTextAsync(words); // The server has them too.
        await check.GetByRole(AriaRole.Button, new() { Name = "Save my marks" }).ClickAsync();
        await check.Locator(Outcome).WaitForAsync();
        await page.ReloadAsync();
        await page.Locator("[data-check=q-open]").ClickAsync();
        await Assertions.Expect(check.Locator("textarea")).ToHaveValueAsync(""); // Marked, they are done with.

        await visit.OpenAsync("/quiz");
        await page.Locator("details:has([name=type]) > summary").ClickAsync();
        await page.Locator("[name=type][value=open]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Visit.ArriveAsync(page, "/quiz/*-*");
        await Alive(page);
        var address = new Uri(page.Url).AbsolutePath;
        await page.Locator("textarea").PressSequentiallyAsync(words);
        await visit.OpenAsync("/today"); // At once: what was typed is on its way, and kept when the page is gone.
        await page.WaitForFunctionAsync("""async address => (await (await fetch(address)).text()).includes("those who came")""", address);
        await visit.OpenAsync(address);
        await Assertions.Expect(page.Locator("textarea")).ToHaveValueAsync(words);
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task A_quiz_goes_on_after_the_window_was_closed()
    {
        await using var visit = await StartAsync();
        await visit.OpenAsync("/quiz");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Visit.ArriveAsync(visit.Page, "/quiz/*-*");
        await Alive(visit.Page);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "I don’t know" }).ClickAsync();
        await visit.Page.Locator(Outcome).WaitForAsync();
        var address = new Uri(visit.Page.Url).AbsolutePath;
        await visit.Page.Locator("[data-hotkey=n]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".meta")).ToContainTextAsync("Question 2");
        await visit.OpenAsync("/");
        Assert.True(await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Go on", Exact = true }).IsVisibleAsync());
        await visit.OpenAsync(address);
        await Assertions.Expect(visit.Page.Locator(".meta")).ToContainTextAsync("Question 2");
        Assert.Equal("?", (await visit.Page.Locator(".place").First.InnerTextAsync()).Trim());

        await using var other = await StartAsync();
        await other.OpenAsync(address);
        await Assertions.Expect(other.Page.Locator("h1")).ToHaveTextAsync("There is no such quiz here.");
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task A_check_comes_alive_in_its_lesson_without_moving_it_or_loading_another_page()
    {
        await using var visit = await StartAsync();
        var page = visit.Page;
        await visit.OpenAsync("/lessons/queues");
        visit.MayConnect = false;
        await page.EvaluateAsync("() => { document.querySelector('a[data-check]').scrollIntoView({ block: 'center', behavior: 'instant' }); window.mark = 1; }");
        var before = await page.Locator(".check").First.EvaluateAsync<double>("card => card.getBoundingClientRect().top");
        visit.MayConnect = true;
        await page.Locator("a[data-check]").First.ClickAsync();
        await page.Locator(".check.alive [data-question]").WaitForAsync();
        Assert.InRange(await page.Locator(".check.alive").First.EvaluateAsync<double>("card => card.getBoundingClientRect().top") - before, -2, 2);
        Assert.Equal(1, await page.EvaluateAsync<int>("() => window.mark"));
        await page.Keyboard.PressAsync("1");
        await page.Locator(".alive .certainty label").First.ClickAsync();
        await page.Locator(".alive button.main").ClickAsync();
        await page.Locator(Outcome).WaitForAsync();
        Assert.Contains("kept with this browser", await page.Locator(".alive").InnerTextAsync(), StringComparison.Ordinal);

        // An option that is clicked before its question is alive brings it to life, and is chosen.
        var option = page.Locator("#check-q-multi [data-choices] li").Nth(1);
        var text = await option.Locator("> :last-child").InnerTextAsync();
        await option.ClickAsync();
        await Assertions.Expect(page.Locator("#check-q-multi .opt:has(:checked) .opt-text")).ToHaveTextAsync(text);
        await page.Locator(".toc a").Nth(1).ClickAsync();
        Assert.Equal(1, await page.EvaluateAsync<int>("() => window.mark"));
        await visit.AssertCleanAsync();
        Assert.Empty(await AccessibilityTests.ViolationsAsync(visit, Screen.Wide, Screen.Phone)); // Last: while axe works, a slow page answers no ping.
    }

    [Theory]
    [InlineData("q-single")]
    [InlineData("q-order")]
    [InlineData("q-match")]
    [InlineData("q-cloze")]
    [InlineData("q-open")]
    public async Task Without_JavaScript_a_check_is_a_form_on_a_page_of_its_own(string question)
    {
        await using var visit = await browser.VisitAsync(site, javaScript: false);
        var page = visit.Page;
        await visit.OpenAsync("/lessons/queues");
        await page.Locator($"a[data-check={question}]").ClickAsync();
        Assert.Equal($"/checks/{question}", new Uri(page.Url).AbsolutePath);
        Assert.DoesNotContain(ScreenCourse.Secret, await page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await EnterAsync(page);
        await page.Locator("form button.main").ClickAsync();
        if (question != "q-open")
        {
            Assert.Contains("how sure", await page.Locator(".problem").InnerTextAsync(), StringComparison.Ordinal);
            await page.Locator(".certainty label").First.ClickAsync();
            await page.Locator("form button.main").ClickAsync();
        }

        if (await page.Locator("button:text('Save my marks')").IsVisibleAsync()) await page.Locator("button:text('Save my marks')").ClickAsync();
        Assert.True(await page.Locator(Outcome).IsVisibleAsync());
        await page.ReloadAsync(); // Sends the form again.
        Assert.True(await page.Locator(Outcome).IsVisibleAsync());
        await visit.OpenAsync("/progress");
        Assert.Contains("1 answer", await page.Locator(".lede").InnerTextAsync(), StringComparison.Ordinal);
        await visit.AssertCleanAsync(javaScript: false);
    }

    private async Task<Visit> StartAsync()
    {
        var visit = await browser.VisitAsync(site);
        visit.MayConnect = true;
        return visit;
    }

    /// <summary>Waits until the page answers: the prerendered one looks the same.</summary>
    private static async Task Alive(IPage page) => await page.WaitForFunctionAsync("() => document.querySelector('[data-question] form')?.hasAttribute('data-alive')");

    /// <summary>Types without a pause: what the server reads meanwhile overwrites nothing.</summary>
    private static async Task TypeAsync(ILocator field)
    {
        const string number = "13,631,488,013,631,488";
        await field.PressSequentiallyAsync(number);
        await Assertions.Expect(field).ToHaveValueAsync(number);
    }

    private static async Task EnterAsync(IPage page)
    {
        if (await page.Locator(".opts input").CountAsync() > 0 && !await page.Locator("textarea").IsVisibleAsync()) await page.Locator(".opts label").First.ClickAsync();
        else if (await page.Locator(".typed input").CountAsync() > 0) await TypeAsync(page.Locator(".typed input"));
        else if (await page.Locator(".gap-field").CountAsync() > 0) await page.Locator(".gap-field").First.FillAsync("some");
        else if (await page.Locator("select.pair-right").CountAsync() > 0) await page.Locator("select.pair-right").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        else if (await page.Locator(".mover").CountAsync() > 0) await page.Locator(".mover:enabled").First.ClickAsync();
        else if (await page.Locator(".step select").CountAsync() > 0) await page.Locator(".step select").First.SelectOptionAsync(new SelectOptionValue { Index = 3 });
        else if (await page.Locator("textarea").CountAsync() > 0) await page.Locator("textarea").FillAsync("In my own words.");
    }
}
