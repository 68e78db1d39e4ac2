using System.Collections.Concurrent;
using InterviewPrep.Testing.Hostile;
using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>What learners type - names, answers, notes, reports - stays text wherever it is shown again.</summary>
public sealed class HostileEntryTests(Browser browser, SecretSite site)
{
    private const string Outcome = "[data-outcome]";
    private const int MostInReport = 2_000;

    private const int MostInNote = 10_000;
    private const int MostInName = 80;
    private const int MostInGap = 200;

    private static readonly string Everything = HostileLearnerFile.Everything;
    private static readonly IReadOnlyList<string> Notes = Attacks.Packed(Attacks.Typed, MostInNote, "\n");
    private static readonly IReadOnlyList<string> Reports = Attacks.Packed(Attacks.Typed, MostInReport, "\n");

    [Fact]
    public async Task Nothing_in_a_name_runs()
    {
        await using var visit = await browser.VisitAsync(site);
        var policies = Policies(visit);
        await visit.Page.AddInitScriptAsync(Harmless.Read);
        await visit.OpenAsync("/settings");
        var names = Attacks.Packed(Attacks.OnOneLine, MostInName, " ");
        foreach (var name in names.Where((_, i) => i % 20 == 0).Append(names[^1]))
        {
            await visit.Page.Locator("[name='Form.DisplayName']").FillAsync(name);
            await visit.Page.Locator("form.form button.main").ClickAsync();
            await visit.Page.Locator(".alert.good").WaitForAsync();
            Assert.Equal(name.Trim(), await visit.Page.Locator("[name='Form.DisplayName']").InputValueAsync());
            await Harmless.AssertAsync(visit, name);
        }

        await visit.Page.EvaluateAsync("() => fetch('/progress/lessons/queues', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ sections: ['order'], read: true, explicit: true, place: 'order' }) })");
        foreach (var some in names.Chunk(50)) await KeepAllAsync(visit, some);
        foreach (var page in new[] { "/", "/progress", "/account", "/quiz", "/today", "/plan" })
        {
            await visit.OpenAsync(page);
            await Harmless.AssertAsync(visit, page);
        }

        await visit.OpenAsync("/");
        Assert.Contains(names[^1].Trim(), await visit.Page.Locator("#welcome").InnerTextAsync(), StringComparison.Ordinal);
        AssertStrict(policies);
    }

    /// <summary>Each name is kept, and the two pages that show it are read into the one that is open.</summary>
    private static async Task KeepAllAsync(Visit visit, string[] names)
    {
        await visit.OpenAsync("/settings");
        var shown = await visit.Page.EvaluateAsync<string[]>("""
            async names => {
              const fields = new FormData(document.querySelector("form.form"));
              const shown = [];
              for (const name of names) {
                fields.set("Form.DisplayName", name);
                const kept = await fetch("/settings", { method: "POST", body: new URLSearchParams(fields) });
                if (!kept.url.endsWith("/settings?done=saved")) throw new Error(`${kept.status} ${kept.url} ${name}`);
                shown.push([await kept.text(), await (await fetch("/")).text()].map(__read).join(""));
              }
              return shown;
            }
            """, names);
        foreach (var (name, text) in names.Zip(shown)) Assert.Contains(Spaced(name), Spaced(text), StringComparison.Ordinal);
        await Harmless.AssertAsync(visit, string.Join('\n', names));
    }

    /// <summary>As a page shows it: of several spaces one is seen.</summary>
    private static string Spaced(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim();

    [Fact]
    public async Task Nothing_typed_into_gaps_runs()
    {
        await using var visit = await browser.VisitAsync(site);
        foreach (var pair in Attacks.Packed(Attacks.OnOneLine, MostInGap, " ").Chunk(2).Where((_, i) => i % 4 == 0))
        {
            await visit.OpenAsync("/checks/q-cloze");
            for (var i = 0; i < pair.Length; i++) await visit.Page.Locator(".gap-field").Nth(i).FillAsync(pair[i]);
            await visit.Page.Locator(".certainty label").First.ClickAsync();
            await visit.Page.Locator("form button.main").ClickAsync();
            await visit.Page.Locator(Outcome).WaitForAsync();
            Assert.Contains(pair[0].Trim()[..5], await visit.Page.Locator(".gap-answer").First.InnerTextAsync(), StringComparison.Ordinal);
            await Harmless.AssertAsync(visit, pair[0]);
        }
    }

    [Fact]
    public async Task Nothing_in_answers_notes_and_reports_runs()
    {
        await using var visit = await browser.VisitAsync(site);
        visit.MayConnect = true;
        var policies = Policies(visit);
        var page = visit.Page;
        await visit.OpenAsync("/quiz");
        await page.Locator("#length").FillAsync("8");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Visit.ArriveAsync(page, "/quiz/*-*");
        for (var question = 1; question <= 8; question++)
        {
            await Assertions.Expect(page.Locator(".meta")).ToContainTextAsync($"Question {question} of 8");
            await AliveAsync(page);
            await AnswerAsync(visit);
            await page.Locator(Outcome).WaitForAsync();
            await Harmless.AssertAsync(visit, $"question {question}");
            if (question <= Notes.Count) await KeepNoteAsync(visit, Notes[question - 1]);
            if (question <= Reports.Count) await ReportAsync(visit, Reports[question - 1]);
            await page.Locator("[data-hotkey=n]").ClickAsync();
        }

        await Visit.ArriveAsync(page, "/quiz/*/result");
        await page.Locator("blockquote.words").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        await Harmless.AssertAsync(visit, "result");
        Assert.Equal(Everything, (await page.Locator("blockquote.words").TextContentAsync())!.ReplaceLineEndings("\n"));
        foreach (var address in new[] { "/progress", "/quiz", "/", "/review", "/weak-areas", "/statistics" })
        {
            await visit.OpenAsync(address);
            await Harmless.AssertAsync(visit, address);
        }

        AssertStrict(policies);
        Assert.Contains(policies, p => p.Address.StartsWith("/quiz/", StringComparison.Ordinal));
    }

    /// <summary>Types where something can be typed; whatever cannot be understood is said in words, and harmless too.</summary>
    private static async Task AnswerAsync(Visit visit)
    {
        var page = visit.Page;
        if (await page.Locator("textarea[name=text]").CountAsync() > 0)
        {
            await page.Locator("textarea[name=text]").FillAsync(Everything);
            await page.Locator("form button.main").ClickAsync();
            await page.Locator(".question .model").WaitForAsync();
            await Harmless.AssertAsync(visit, "model answer");
            await page.Locator("button:text('Save my marks')").ClickAsync();
        }
        else if (await page.Locator(".typed input").CountAsync() > 0)
        {
            foreach (var attack in Attacks.Packed(Attacks.OnOneLine, MostInGap, " ").Where((_, i) => i % 16 == 0))
            {
                await page.Locator(".typed input").FillAsync(attack);
                await Harmless.AssertAsync(visit, attack);
            }

            await page.Locator(".certainty label").First.ClickAsync();
            await page.Locator("form button.main").ClickAsync();
            await page.Locator(".problem").Or(page.Locator(Outcome)).First.WaitForAsync();
            await Harmless.AssertAsync(visit, "typed");
            if (await page.Locator(Outcome).CountAsync() == 0) await page.GetByRole(AriaRole.Button, new() { Name = "I don’t know" }).ClickAsync();
        }
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "I don’t know" }).ClickAsync();
        }
    }

    private static async Task KeepNoteAsync(Visit visit, string text)
    {
        var page = visit.Page;
        await page.Locator(".tools button:has-text('Note')").ClickAsync();
        await page.Locator(".tool-form textarea").FillAsync(text);
        await page.Locator(".tool-form button").ClickAsync();
        await Assertions.Expect(page.Locator(".tool-said")).ToHaveTextAsync("Kept.");
        await page.ReloadAsync();
        await AliveAsync(page);
        await page.Locator(".tools button:has-text('Your note')").ClickAsync();
        await Assertions.Expect(page.Locator(".tool-form textarea")).ToHaveValueAsync(text);
        await Harmless.AssertAsync(visit, "note");
    }

    private static async Task ReportAsync(Visit visit, string text)
    {
        await visit.Page.Locator(".tools button:has-text('Report')").ClickAsync();
        await visit.Page.Locator(".tool-form label:text('What is wrong')").WaitForAsync();
        await visit.Page.Locator(".tool-form textarea").FillAsync(text);
        await visit.Page.Locator(".tool-form button").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".tool-said")).ToContainTextAsync("Thank you.");
        await Harmless.AssertAsync(visit, "report");
    }

    private static async Task AliveAsync(IPage page) => await page.WaitForFunctionAsync("() => document.querySelector('[data-question] form')?.hasAttribute('data-alive')");

    private static ConcurrentQueue<(string Address, string Policy)> Policies(Visit visit)
    {
        var policies = new ConcurrentQueue<(string, string)>();
        visit.Page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest) policies.Enqueue((new Uri(response.Url).AbsolutePath, response.Headers.GetValueOrDefault("content-security-policy", "")));
        };
        return policies;
    }

    private static void AssertStrict(ConcurrentQueue<(string Address, string Policy)> policies)
    {
        Assert.NotEmpty(policies);
        Assert.All(policies, p =>
        {
            Assert.Matches("^default-src 'none'; script-src 'self' 'sha256-[^' ]+'; style-src 'self';", p.Policy);
            Assert.Contains("frame-ancestors 'none'", p.Policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", p.Policy, StringComparison.Ordinal);
        });
    }
}
