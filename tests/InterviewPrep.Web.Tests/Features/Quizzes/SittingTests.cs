using System.Collections.Immutable;
using Bunit;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Quizzes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Features.Quizzes;

/// <summary>A sitting: the database has all of it at every moment.</summary>
public sealed class SittingTests : LearnerTest
{
    [Fact]
    public async Task It_goes_on_where_it_was_left_with_what_was_entered()
    {
        var id = await StartAsync(new QuizSpec { Title = "t" }, "q-single", "q-order", "q-text");
        var sitting = await OpenAsync(id);
        sitting.Draft.Options.Add("newest");
        await sitting.SubmitAsync(Gone);
        Assert.Equal("wrong", sitting.Outcome!.State);
        await sitting.GoAsync(1, Gone);
        var order = sitting.Draft.Steps.ToList();
        order.Reverse();
        sitting.Draft.Steps.Reverse();
        await sitting.HintAsync(Gone);
        await sitting.FlagAsync(Gone);
        await sitting.KeepAsync(Gone);

        var again = await OpenAsync(id);
        Assert.Equal(1, again.Attempt.Position);
        Assert.Equal(order, again.Draft.Steps);
        Assert.True(again.Step.Flagged);
        Assert.NotNull(again.Attempt.Steps[0].Answer);
        await again.GoAsync(0, Gone);
        Assert.Equal("wrong", again.Outcome!.State);
    }

    [Fact]
    public async Task Two_windows_answer_a_step_once_and_both_show_what_counts()
    {
        var id = await StartAsync(new QuizSpec { Title = "t" }, "q-single");
        var (one, two) = (await OpenAsync(id), await OpenAsync(id));
        one.Draft.Options.Add("newest");
        two.Draft.Options.Add(RightOf(two).Options[0]);
        await one.SubmitAsync(Gone);
        await two.SubmitAsync(Gone);
        Assert.Equal(0, two.Outcome!.Answer.Score);
        Assert.Contains("newest", two.Draft.Options);
        Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone));
    }

    [Fact]
    public async Task Where_feedback_waits_answers_can_change_until_the_end_and_then_all_count()
    {
        var id = await StartAsync(new QuizSpec { Title = "t", FeedbackAtEnd = true }, "q-single", "q-text");
        var sitting = await OpenAsync(id);
        sitting.Draft.Options.Add("newest");
        await sitting.SubmitAsync(Gone);
        Assert.Null(sitting.Outcome);
        Assert.Equal(1, sitting.Attempt.Position);
        Assert.Empty(await Database.Answers.OfLearnerAsync(Learner, Gone));
        await sitting.GoAsync(0, Gone);
        sitting.Draft.Options.Clear();
        sitting.Draft.Options.UnionWith(RightOf(sitting).Options);
        Assert.True(await sitting.EndAsync(false, Gone));
        var result = (await Database.Attempts.FindAsync(Learner, id, Gone))!;
        Assert.Equal((1, false), (result.Result.Total.Score, result.IsOpen));
        Assert.Null(result.Steps[1].Answer);
    }

    [Fact]
    public async Task A_sitting_whose_time_is_over_ends_with_what_was_entered_and_takes_nothing_more()
    {
        var id = await StartAsync(new QuizSpec { Title = "t", Minutes = 5, FeedbackAtEnd = true }, "q-single");
        var sitting = await OpenAsync(id);
        sitting.Draft.Options.UnionWith(RightOf(sitting).Options);
        await sitting.KeepAsync(Gone);
        Time.Advance(TimeSpan.FromMinutes(6));
        var late = await OpenAsync(id);
        Assert.False(late.Attempt.IsOpen);
        Assert.Equal(1, (await Database.Attempts.FindAsync(Learner, id, Gone))!.Result.Total.Score);
        await sitting.SubmitAsync(Gone);
        Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone));
    }

    [Fact]
    public async Task Giving_up_keeps_what_was_answered_and_counts_nothing_else()
    {
        var id = await StartAsync(new QuizSpec { Title = "t" }, "q-single", "q-text");
        var sitting = await OpenAsync(id);
        await sitting.GiveUpStepAsync(Gone);
        Assert.True(await sitting.EndAsync(true, Gone));
        Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone));
        Assert.True((await Database.Attempts.FindAsync(Learner, id, Gone))!.GivenUp);
        Assert.False(await sitting.EndAsync(false, Gone) && (await Database.Attempts.FindAsync(Learner, id, Gone))!.GivenUp is false);
    }

    [Fact]
    public async Task What_was_asked_stays_when_the_course_is_edited()
    {
        var id = await StartAsync(new QuizSpec { Title = "t" }, "q-single");
        var quiz = Path.Combine(Folder.Path, "basics", "queues.quiz.yaml");
        var text = await File.ReadAllTextAsync(quiz, Gone);
        await File.WriteAllTextAsync(quiz, text.Replace("Which comes out first?", "Which comes out last?", StringComparison.Ordinal), Gone);
        Assert.True(Catalog.Reload());
        var sitting = await OpenAsync(id);
        Assert.Contains("Which comes out first?", sitting.Asked.Prompt, StringComparison.Ordinal);
        sitting.Draft.Options.UnionWith(RightOf(sitting).Options);
        await sitting.SubmitAsync(Gone);
        Assert.Equal("right", sitting.Outcome!.State);
    }

    [Fact]
    public async Task A_clock_that_is_put_back_gives_no_negative_time()
    {
        var id = await StartAsync(new QuizSpec { Title = "t" }, "q-single");
        var sitting = await OpenAsync(id);
        Time.AutoAdvanceAmount = TimeSpan.Zero;
        await Database.Attempts.ShowAsync(Learner, id, 0, Now.AddHours(3), Gone);
        await sitting.GiveUpStepAsync(Gone);
        Assert.True((await Database.Answers.OfLearnerAsync(Learner, Gone))[0].Duration >= TimeSpan.Zero);
    }

    [Fact]
    public async Task Somebody_else_does_not_find_it()
    {
        var id = await StartAsync(new QuizSpec { Title = "t" }, "q-single");
        Assert.Null(await Sitting.OpenAsync(Guid.NewGuid(), id, new LearnerSettings(), Catalog.Current, Database.Attempts, Answering, Gone));
    }

    [Fact]
    public async Task On_screen_an_answer_leads_to_the_next_question_and_the_last_to_the_result()
    {
        var id = await StartAsync(new QuizSpec { Title = "Queues" }, "q-single", "q-text");
        var view = Render<SittingView>(p => p.Add(v => v.Id, id));
        view.WaitForElement("[data-question]");
        await view.Find("[value=unknown]").ClickAsync(new());
        Assert.Equal("?", view.Find(".place").TextContent.Trim());
        await view.Find("[data-hotkey=n]").ClickAsync(new());
        Assert.Contains("Question 2 of 2", view.Find(".meta").TextContent, StringComparison.Ordinal);
        await view.Find("[value=unknown]").ClickAsync(new());
        await view.Find("[data-hotkey=n]").ClickAsync(new());
        Assert.EndsWith($"/quiz/{id}/result", Navigation.Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "round")]
    [InlineData(false, "quiz")]
    public async Task On_screen_the_last_question_has_nothing_to_go_on_to_and_a_round_is_called_one(bool isRound, string kind)
    {
        var id = await StartAsync(new QuizSpec { Title = "t", FeedbackAtEnd = true, Round = isRound ? new RoundKey(Guid.CreateVersion7(), "round") : null }, "q-single", "q-text");
        var view = Render<SittingView>(p => p.Add(v => v.Id, id));
        view.WaitForElement("[data-question]");
        Assert.StartsWith("Keep and go on", view.Find("form .main").TextContent.Trim(), StringComparison.Ordinal);
        await view.FindAll(".place")[1].ClickAsync(new());
        Assert.Equal("KeepEnter", view.Find("form .main").TextContent.Trim()); // With its key.
        await view.Find(".end-row .quiet").ClickAsync(new());
        Assert.Equal($"Give up this {kind}", view.Find(".end-row .quiet").TextContent);
        Assert.Equal($"Go on with the {kind}", view.FindAll(".confirm button")[1].TextContent);
    }

    [Fact]
    public async Task A_sitting_whose_last_feedback_was_seen_is_over()
    {
        var id = await StartAsync(new QuizSpec { Title = "t" }, "q-single");
        var view = Render<SittingView>(p => p.Add(v => v.Id, id));
        await view.WaitForElement("[value=unknown]").ClickAsync(new());
        Assert.True((await Database.Attempts.FindAsync(Learner, id, Gone))!.IsOpen);
        await DisposeComponentsAsync(); // Gone without a look at the result.
        Assert.Equal((false, false), (await Database.Attempts.FindAsync(Learner, id, Gone) is { } ended) ? (ended.IsOpen, ended.GivenUp) : default);

        // The same for one that was left when nobody could be told of it.
        var other = await StartAsync(new QuizSpec { Title = "t" }, "q-single");
        await (await OpenAsync(other)).GiveUpStepAsync(Gone);
        Assert.False((await OpenAsync(other)).Attempt.IsOpen);
    }

    [Fact]
    public async Task What_was_typed_last_is_kept_when_the_page_is_gone()
    {
        var id = await StartAsync(new QuizSpec { Title = "t" }, "q-open", "q-text");
        var view = Render<SittingView>(p => p.Add(v => v.Id, id));
        await view.WaitForElement("textarea").InputAsync(new ChangeEventArgs { Value = "My words." });
        await DisposeComponentsAsync();
        Assert.Equal("My words.", (await OpenAsync(id)).Draft.Text);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task What_is_kept_counts_as_answered_where_feedback_waits_for_the_end(bool feedbackAtEnd, int answered)
    {
        var id = await StartAsync(new QuizSpec { Title = "t", FeedbackAtEnd = feedbackAtEnd }, "q-open", "q-text");
        var sitting = await OpenAsync(id);
        sitting.Draft.Text = "My words.";
        await sitting.KeepAsync(Gone);
        Assert.Equal(answered, Assert.Single(await Database.Attempts.ListAsync(Learner, 0, 5, Gone)).Answered);
    }

    [Fact]
    public async Task A_round_has_no_hints_and_a_diagnostic_leads_to_where_one_stands()
    {
        var round = await StartAsync(new QuizSpec { Title = "t", Round = new RoundKey(Guid.CreateVersion7(), "round") }, "q-single");
        Assert.Empty(Render<SittingView>(p => p.Add(v => v.Id, round)).FindAll("[value=hint]"));
        var quiz = await StartAsync(new QuizSpec { Title = "t", Kind = QuizKind.Diagnostic }, "q-single");
        Assert.Single(Render<SittingView>(p => p.Add(v => v.Id, quiz)).FindAll("[value=hint]"));
        await (await OpenAsync(quiz)).EndAsync(false, Gone);
        Assert.Equal("/weak-areas", Render<ResultPage>(p => p.Add(r => r.Id, quiz)).Find(".actions .main").GetAttribute("href"));
    }

    [Fact]
    public async Task Time_left_is_shown_and_the_end_comes_by_itself()
    {
        var id = await StartAsync(new QuizSpec { Title = "t", Minutes = 3 }, "q-single", "q-text");
        var view = Render<SittingView>(p => p.Add(v => v.Id, id));
        view.WaitForElement("[data-question]");
        Assert.Contains("3 minutes left", view.Find(".meta").TextContent, StringComparison.Ordinal);
        Time.Advance(TimeSpan.FromSeconds(60));
        view.WaitForAssertion(() => Assert.Contains("2 minutes left", view.Find(".meta").TextContent, StringComparison.Ordinal));
        Time.Advance(TimeSpan.FromSeconds(75));
        view.WaitForAssertion(() => Assert.Contains("45 seconds left", view.Find(".meta").TextContent, StringComparison.Ordinal));
        Time.Advance(TimeSpan.FromMinutes(1));
        view.WaitForAssertion(() => Assert.EndsWith($"/quiz/{id}/result", Navigation.Uri, StringComparison.Ordinal));
        Assert.EndsWith("The time was over before 2 questions were answered.", Render<ResultPage>(p => p.Add(r => r.Id, id)).Find(".lede").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_says_what_to_read_again_and_what_was_left_out()
    {
        SetRendererInfo(new RendererInfo("Static", false));
        var id = await StartAsync(new QuizSpec { Title = "Queues", AskCertainty = true }, "q-single", "q-text", "q-match");
        var sitting = await OpenAsync(id);
        sitting.Draft.Options.Add("newest");
        sitting.Draft.Certainty = Certainty.Certain;
        await sitting.SubmitAsync(Gone);
        await sitting.EndAsync(false, Gone);
        var page = Render<ResultPage>(p => p.Add(r => r.Id, id));
        Assert.Contains("0 %", page.Find(".big-score").TextContent, StringComparison.Ordinal);
        Assert.Contains("−6", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["/lessons/queues", "/lessons/queues#order"], page.FindAll(".near a").Select(a => a.GetAttribute("href")));
        Assert.Equal(3, page.FindAll(".answered").Count);
        Assert.Contains("left out", page.FindAll(".answered")[1].TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("form[action='/quiz/retry']"));
    }

    [Fact]
    public async Task A_retry_asks_what_was_missed_in_another_draw()
    {
        var id = await StartAsync(new QuizSpec { Title = "t" }, "q-single", "q-number");
        var sitting = await OpenAsync(id);
        sitting.Draft.Options.UnionWith(RightOf(sitting).Options);
        await sitting.SubmitAsync(Gone);
        await sitting.EndAsync(false, Gone);
        var starter = Services.GetRequiredService<QuizStarter>();
        var (retry, problem) = await starter.RetryAsync(Learner, id, Gone);
        Assert.Null(problem);
        var steps = (await Database.Attempts.FindAsync(Learner, retry!.Value, Gone))!.Steps;
        Assert.Equal(["q-number"], steps.Select(s => s.Question.Id));
        Assert.NotEqual(sitting.Attempt.Steps[1].Seed, steps[0].Seed);
    }

    private Answering Answering => Services.GetRequiredService<Answering>();

    private Task<Guid> StartAsync(QuizSpec spec, params string[] questions)
    {
        ImmutableArray<DrawnQuestion> drawn = [.. questions.Select((q, i) => new DrawnQuestion(Catalog.Current.Course.FindQuestion(q)!, 100 + i))];
        return Database.Attempts.StartAsync(Learner, spec, drawn, Now, Gone);
    }

    private async Task<Sitting> OpenAsync(Guid id)
    {
        var sitting = await Sitting.OpenAsync(Learner, id, new LearnerSettings(), Catalog.Current, Database.Attempts, Answering, Gone);
        Assert.NotNull(sitting);
        return sitting;
    }

    private static ChoiceResponse RightOf(Sitting sitting) =>
        new ChoiceResponse([.. ((Core.Questions.ChoiceQuestion)sitting.Asked.Question).Options.Where(o => o.Correct).Select(o => o.Id)]);
}
