using Bunit;
using InterviewPrep.Core.Answers;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Checks;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>Whatever a script sends over a circuit in place of what a page would: refused in words, or as if nothing were entered; what <c>BadInputTests</c> is for forms.</summary>
public sealed class BadCircuitInputTests : LearnerTest
{
    private static readonly string Long = new('x', 1_000_000);

    public static TheoryData<string> Strange => ["-1", "99", "99999999999999999999", "1e309", "NaN", "", "\0", "{}", Long];

    [Theory]
    [InlineData("q-number", "many")]
    [InlineData("q-number", "16 parsecs")]
    [InlineData("q-number", "LONG")]
    [InlineData("q-number", "\0")]
    [InlineData("q-text", "LONG")]
    [InlineData("q-open", "LONG")]
    public async Task A_text_that_cannot_be_is_answered_in_words_and_not_kept(string question, string text)
    {
        var check = Start(question);
        var entered = new ChangeEventArgs { Value = text == "LONG" ? Long : text };
        await check.Find("[name=text]").InputAsync(entered);
        await SubmitAsync(check);
        Assert.InRange(check.Find(".problem").TextContent.Trim().Length, 10, 400);
        Assert.Empty(await Database.Answers.OfLearnerAsync(Learner, Gone));
    }

    /// <summary>The option is the one whose handler was called, whatever comes with the call.</summary>
    [Theory]
    [MemberData(nameof(Strange))]
    public async Task An_option_has_no_other_value_than_its_own(string value)
    {
        foreach (var question in new[] { "q-single", "q-multi" })
        {
            var check = Start(question);
            await check.Find(".opts input").ChangeAsync(new ChangeEventArgs { Value = value });
            await SubmitAsync(check);
            check.WaitForElement("[data-outcome]");
            var answer = (await Database.Answers.OfLearnerAsync(Learner, Gone)).Last();
            Assert.Contains(Assert.Single(Assert.IsType<ChoiceResponse>(answer.Response).Options), Catalog.Current.Course.FindQuestion(question) switch
            {
                Core.Questions.ChoiceQuestion choice => choice.Options.Select(o => o.Id),
                _ => [],
            });
        }
    }

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task A_right_side_that_is_not_there_is_none(string value)
    {
        var check = Start("q-match");
        await check.Find("select.pair-right").ChangeAsync(new ChangeEventArgs { Value = value });
        await SubmitAsync(check);
        Assert.Empty(check.FindAll("[data-outcome]"));
        Assert.InRange(check.Find(".problem").TextContent.Trim().Length, 10, 400);
        Assert.Empty(await Database.Answers.OfLearnerAsync(Learner, Gone));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public async Task A_gap_that_is_not_there_is_not_filled(int gap)
    {
        var check = Start("q-cloze");
        await check.Find("input.gap-field").TriggerEventAsync("onblank", new BlankEventArgs { Index = gap, Value = "x" });
        await check.Find("input.gap-field").TriggerEventAsync("onblank", new BlankEventArgs { Index = 0, Value = null });
        await SubmitAsync(check);
        Assert.InRange(check.Find(".problem").TextContent.Trim().Length, 10, 400);
        Assert.Empty(await Database.Answers.OfLearnerAsync(Learner, Gone));
    }

    [Fact]
    public async Task A_gap_filled_with_a_book_is_answered_in_words()
    {
        var check = Start("q-cloze");
        await check.Find("input.gap-field").TriggerEventAsync("onblank", new BlankEventArgs { Index = 0, Value = Long });
        await SubmitAsync(check);
        Assert.InRange(check.Find(".problem").TextContent.Trim().Length, 10, 400);
        Assert.Empty(await Database.Answers.OfLearnerAsync(Learner, Gone));
    }

    [Theory]
    [InlineData(1, "LONG", "A note has at most")]
    [InlineData(1, "a\0b", "There is an invisible character")]
    [InlineData(2, "LONG", "A report has 1 to")]
    [InlineData(2, "a\0b", "There is an invisible character")]
    [InlineData(2, "   ", "Write what is wrong")]
    public async Task A_note_or_report_that_cannot_be_is_refused_in_words(int tool, string text, string words)
    {
        var tools = Render<QuestionTools>(p => p.Add(t => t.Question, Catalog.Current.Course.FindQuestion("q-single")!));
        await tools.FindAll(".tools button")[tool].ClickAsync(new());
        await tools.Find("textarea").ChangeAsync(new ChangeEventArgs { Value = text == "LONG" ? Long : text });
        await tools.Find(".tool-form button").ClickAsync(new());
        tools.WaitForAssertion(() => Assert.Contains(words, tools.Find(".tool-said").TextContent, StringComparison.Ordinal));
        Assert.Null(await Database.Marks.NoteAsync(Learner, "q-single", Gone));
        Assert.Empty(await Database.Marks.ReportsAsync(9, Gone));
    }

    [Theory]
    [InlineData(-26)]
    [InlineData(26)]
    public async Task A_clock_that_jumps_while_a_check_is_open_gives_no_impossible_time(int hours)
    {
        var check = Start("q-single");
        Time.AdjustTime(Time.GetUtcNow().AddHours(hours));
        await check.Find("button[value=unknown]").ClickAsync(new());
        check.WaitForElement("[data-outcome]");
        Assert.InRange(Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone)).Duration, TimeSpan.Zero, TimeSpan.FromHours(2));
    }

    /// <summary>A zone of another system, or of a forged file: days are UTC's, and no page fails.</summary>
    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("\0")]
    public void A_time_zone_that_this_system_does_not_know_is_utc(string zone) => Assert.Equal(TimeZoneInfo.Utc, new LearnerSettings { TimeZone = zone }.Zone);

    private IRenderedComponent<CheckIsland> Start(string question)
    {
        var check = Render<CheckIsland>(p => p.Add(v => v.QuestionId, question));
        check.WaitForElement("form");
        return check;
    }

    private static async Task SubmitAsync(IRenderedComponent<CheckIsland> check)
    {
        if (check.FindAll(".certainty input") is [var unsure, ..]) await unsure.ChangeAsync(new ChangeEventArgs { Value = nameof(Certainty.NotSure) });
        await check.Find("form").SubmitAsync();
    }
}
