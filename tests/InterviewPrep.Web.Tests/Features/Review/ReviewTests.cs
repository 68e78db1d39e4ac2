using Bunit;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Memory;
using InterviewPrep.Data.Review;
using InterviewPrep.Web.Features.Review;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Features.Review;

/// <summary>The queue of the day, one question at a time.</summary>
public sealed class ReviewTests : LearnerTest
{
    private const string Schedule = "[role=status].note:not(.tool-said)";

    [Fact]
    public void Without_answers_it_says_what_comes_here()
    {
        var page = Show();
        page.WaitForAssertion(() => Assert.Equal("Nothing is due.", page.Find("h1").TextContent));
        Assert.Contains("come back here, just before you would forget them", page.Find(".lede").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("a[href='/review?cram=1']"));
    }

    [Fact]
    public async Task What_was_certain_and_wrong_is_asked_first_then_the_rest_until_it_is_done()
    {
        await AnsweredAsync("q-multi", 0, Certainty.NotSure, TimeSpan.FromDays(2));
        await AnsweredAsync("q-text", 0, null, TimeSpan.FromDays(2));
        await AnsweredAsync("q-single", 0, Certainty.Certain, TimeSpan.FromDays(1));
        var page = Show();
        page.WaitForElement("[data-question]");
        Assert.Equal("You were certain, and wrong", page.Find(".tag span").TextContent);
        Assert.Contains("Which comes out first?", page.Find(".prompt").TextContent, StringComparison.Ordinal);
        Assert.Equal(["0 done", "about 2 min left"], page.FindAll(".meta span").Select(s => s.TextContent));
        var asked = new List<string>();
        for (var i = 1; i <= 3; i++)
        {
            asked.Add(page.Find(".prompt").TextContent.Trim());
            GiveUp(page);
            page.WaitForAssertion(() => Assert.Equal($"{i} done", page.Find(".meta span").TextContent));
            page.WaitForAssertion(() => Assert.Equal("Comes back in 1 minute.", page.Find(Schedule).TextContent));
            Next(page);
        }

        Assert.Equal(3, asked.Distinct().Count());
        page.WaitForAssertion(() => Assert.Equal("Done.", page.Find("h1").TextContent));
        Assert.Equal("3 questions reviewed. That is all for today.", page.Find(".lede").TextContent);
        var answers = await Database.Answers.OfLearnerAsync(Learner, Gone);
        Assert.Equal([AnswerMode.Review, AnswerMode.Review, AnswerMode.Review], answers.TakeLast(3).Select(a => a.Mode));
    }

    [Fact]
    public async Task A_right_answer_comes_back_after_days()
    {
        await AnsweredAsync("q-single", 1, Certainty.Certain, TimeSpan.FromDays(40), seconds: 5);
        var page = Show();
        page.WaitForElement("[data-question]");
        Assert.StartsWith("Due: ", page.Find(".tag span").TextContent, StringComparison.Ordinal);
        var right = page.FindAll(".opts label").Single(l => l.TextContent.Contains("The oldest", StringComparison.Ordinal));
        right.QuerySelector("input")!.Change(right.QuerySelector("input")!.GetAttribute("value")!);
        page.FindAll(".certainty input")[2].Change("Certain");
        page.Find("form").Submit();
        page.WaitForElement("[data-outcome]");
        page.WaitForAssertion(() => Assert.Matches(@"^Comes back in \d+ days\.$", page.Find(Schedule).TextContent));
        var card = (await ModelAsync()).CardOf("q-single")!;
        Assert.Equal((CardState.Review, 2), (card.State, (await Database.Answers.OfLearnerAsync(Learner, Gone)).Length));
        Assert.Contains($" {card.ScheduledDays} days", page.Find(Schedule).TextContent, StringComparison.Ordinal);
        Assert.EndsWith($" {card.ScheduledDays} days", page.Find("button[aria-pressed=true]").TextContent, StringComparison.Ordinal);
        Assert.Equal([4, 4], [page.FindAll(".row button small").Count, page.FindAll(".row button small").Count(s => System.Text.RegularExpressions.Regex.IsMatch(s.TextContent, @"^\d+ (minute|day)s?$"))]);
    }

    [Fact]
    public async Task Going_through_everything_leaves_the_schedule_as_it_is()
    {
        await AnsweredAsync("q-single", 1, Certainty.Certain, seconds: 5);
        await AnsweredAsync("q-number", 1, Certainty.Certain, seconds: 5);
        var before = (await ModelAsync()).Cards.ToDictionary();
        Assert.Equal("Nothing is due.", Shown(Show()));
        var page = Show(cram: true);
        page.WaitForElement("[data-question]");
        Assert.Equal("Going through", page.Find(".tag span").TextContent);
        GiveUp(page);
        Assert.Empty(page.FindAll(Schedule));
        Next(page);
        GiveUp(page);
        Next(page);
        page.WaitForAssertion(() => Assert.Equal("Done.", page.Find("h1").TextContent));
        Assert.Equal(before, (await ModelAsync()).Cards.ToDictionary());
        Assert.Equal([AnswerMode.Cram, AnswerMode.Cram], (await Database.Answers.OfLearnerAsync(Learner, Gone)).TakeLast(2).Select(a => a.Mode));
    }

    [Theory]
    [InlineData("queue.cost", "A queue holds")]
    [InlineData("nowhere", null)]
    public async Task Going_through_one_concept_asks_for_nothing_else(string concept, string? prompt)
    {
        await AnsweredAsync("q-single", 1);
        await AnsweredAsync("q-number", 1);
        var page = Show(cram: true, concept);
        Assert.Equal(prompt is null ? "Nothing to go through yet." : "Going through everything", Shown(page));
        if (prompt is not null) Assert.Contains(prompt, page.Find(".prompt").TextContent, StringComparison.Ordinal);
        else Assert.Empty(page.FindAll("[data-question]"));
    }

    [Fact]
    public async Task What_was_put_aside_is_taken_back_at_the_end()
    {
        await AnsweredAsync("q-single", 0, ago: TimeSpan.FromDays(2));
        var page = Show();
        page.WaitForElement("[data-question]");
        GiveUp(page);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(Schedule)));
        page.FindAll("button").Single(b => b.TextContent == "Put this question aside").Click();
        page.WaitForAssertion(() => Assert.Equal("1 question put aside", page.Find(".aside summary").TextContent));
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Nothing is due.", Shown(Show()));
        page.Find(".aside button").Click();
        page.WaitForElement("[data-question]");
        Assert.Empty(await Services.GetRequiredService<ReviewStore>().SuspendedAsync(Learner, Gone));
    }

    [Fact]
    public async Task What_was_forgotten_eight_times_comes_with_its_section_to_read()
    {
        await AnsweredAsync("q-single", 1, ago: TimeSpan.FromDays(101));
        await AnsweredAsync("q-single", 1, ago: TimeSpan.FromDays(100));
        for (var i = 0; i < 8; i++)
        {
            await AnsweredAsync("q-single", 0, ago: TimeSpan.FromDays(90 - (10 * i)));
            await AnsweredAsync("q-single", 1, ago: TimeSpan.FromDays(89 - (10 * i)));
        }

        await AnsweredAsync("q-single", 1, ago: TimeSpan.FromMinutes(1));
        var page = Show(cram: false);
        Assert.Equal("Nothing is due.", Shown(page));
        Assert.Equal("/lessons/queues#order", page.Find("h2 + .note + .near a").GetAttribute("href"));
        Assert.Equal("forgotten 8 times", page.Find(".near small").TextContent);
    }

    private static string Shown(IRenderedComponent<ReviewView> page)
    {
        page.WaitForAssertion(() => Assert.DoesNotContain("One moment", page.Find("h1").TextContent, StringComparison.Ordinal));
        return page.Find("h1").TextContent;
    }

    private static void GiveUp(IRenderedComponent<ReviewView> page)
    {
        page.FindAll("button").Single(b => b.TextContent.Trim() == "I don’t know").Click();
        page.WaitForElement("[data-outcome]");
    }

    private static void Next(IRenderedComponent<ReviewView> page)
    {
        page.Find("[data-hotkey=n]").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-outcome]")));
    }

    private IRenderedComponent<ReviewView> Show(bool cram = false, string? concept = null) => Render<ReviewView>(p => p.Add(v => v.Cram, cram).Add(v => v.Concept, concept));
}
