using System.Collections.Immutable;
using Bunit;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Quizzes;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Features.Quizzes;

/// <summary>Own words of a sitting that is handed in are marked by the learner off the clock; nothing else can be answered any more.</summary>
public sealed class MarkingTests : LearnerTest
{
    private static readonly QuizSpec Timed = new() { Title = "t", Minutes = 5, FeedbackAtEnd = true };

    private static readonly TimeSpan Over = TimeSpan.FromMinutes(5) + Attempt.Grace + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task When_the_time_is_over_words_are_marked_as_they_were_and_count()
    {
        var id = await StartAsync(Timed, "q-open", "q-single");
        var sitting = await OpenAsync(id);
        await WriteAsync(sitting, "In time");
        await sitting.GoAsync(1, Gone);
        sitting.Draft.Options.UnionWith(RightOf(sitting));
        await sitting.GoAsync(0, Gone);
        Time.Advance(Over);
        await WriteAsync(sitting, "Too late");

        var late = await OpenAsync(id);
        Assert.True(late.IsMarking);
        Assert.True(late.Attempt.IsOpen);
        Assert.Equal(("q-open", "In time"), (late.Step.Question.Id, late.Draft.Text));
        Assert.NotNull(late.Model);
        late.Draft.KeyPoints.Add(0);
        late.Draft.Text = "Too late";
        await late.SubmitAsync(Gone);
        Assert.False(late.Attempt.IsOpen);
        var ended = (await Database.Attempts.FindAsync(Learner, id, Gone))!;
        Assert.Equal([2 / 3.0, 1], ended.Steps.Select(s => s.Answer!.Score));
        Assert.Equal("In time", Assert.IsType<OpenResponse>(ended.Steps[0].Answer!.Response).Text);
    }

    [Fact]
    public async Task Who_finishes_marks_one_after_the_other_and_changes_nothing_else()
    {
        var id = await StartAsync(Timed, "q-open", "q-single", "q-open");
        var sitting = await OpenAsync(id);
        await WriteAsync(sitting, "First");
        await sitting.GoAsync(2, Gone);
        await WriteAsync(sitting, "Second");
        await sitting.GoAsync(1, Gone);
        sitting.Draft.Options.Add("newest");
        Assert.False(await sitting.FinishAsync(Gone));
        Assert.Equal((true, 0), (sitting.IsMarking, sitting.Attempt.Position));
        Time.Advance(TimeSpan.FromHours(3));
        await sitting.GoAsync(1, Gone);
        Assert.Equal(0, sitting.Attempt.Position);
        await sitting.SubmitAsync(Gone);
        Assert.Equal((2, "Second", true), (sitting.Attempt.Position, sitting.Draft.Text, sitting.Attempt.IsOpen));
        sitting.Draft.KeyPoints.UnionWith([0, 1]);
        await sitting.SubmitAsync(Gone);
        var ended = (await Database.Attempts.FindAsync(Learner, id, Gone))!;
        Assert.Equal([0, 0, 1], ended.Steps.Select(s => s.Answer!.Score));
        Assert.False(ended.IsOpen);
    }

    [Fact]
    public async Task Marking_goes_on_where_it_was_left_with_the_ticks_so_far()
    {
        var id = await StartAsync(Timed, "q-open", "q-open");
        var sitting = await OpenAsync(id);
        await WriteAsync(sitting, "First");
        await sitting.GoAsync(1, Gone);
        await WriteAsync(sitting, "Second");
        await sitting.FinishAsync(Gone);
        await sitting.SubmitAsync(Gone);
        sitting.Draft.KeyPoints.Add(1);
        await sitting.KeepAsync(Gone);

        var again = await OpenAsync(id);
        Assert.Equal((true, 1, "Second"), (again.IsMarking, again.Attempt.Position, again.Draft.Text));
        Assert.Equal([1], again.Draft.KeyPoints);
        Assert.Single(again.Attempt.Unmarked);
    }

    [Fact]
    public async Task Without_words_there_is_nothing_to_mark_and_the_end_comes_at_once()
    {
        var id = await StartAsync(Timed, "q-open", "q-single");
        var sitting = await OpenAsync(id);
        await WriteAsync(sitting, "   ");
        Assert.True(await sitting.FinishAsync(Gone));
        Assert.All((await Database.Attempts.FindAsync(Learner, id, Gone))!.Steps, s => Assert.Null(s.Answer));
    }

    [Fact]
    public async Task Marks_that_were_saved_in_time_are_not_asked_for_again()
    {
        var id = await StartAsync(Timed, "q-open", "q-single");
        var sitting = await OpenAsync(id);
        await WriteAsync(sitting, "Mine");
        await sitting.SubmitAsync(Gone);
        Assert.NotNull(sitting.Model);
        sitting.Draft.KeyPoints.Add(0);
        await sitting.SubmitAsync(Gone);
        Assert.Equal(1, sitting.Attempt.Position);
        Time.Advance(Over);
        Assert.False((await OpenAsync(id)).Attempt.IsOpen);
        Assert.Equal(2 / 3.0, (await Database.Attempts.FindAsync(Learner, id, Gone))!.Steps[0].Answer!.Score);
    }

    [Fact]
    public async Task Ticks_that_were_not_saved_outlive_the_circuit_and_the_deadline()
    {
        var id = await StartAsync(Timed, "q-open", "q-single");
        var sitting = await OpenAsync(id);
        await sitting.SubmitAsync(Gone); // Spoken: there are no words.
        sitting.Draft.KeyPoints.Add(1);
        await sitting.KeepAsync(Gone);
        Assert.Equal([1], (await OpenAsync(id)).Draft.KeyPoints);
        Time.Advance(Over);
        var late = await OpenAsync(id);
        Assert.True(late.IsMarking);
        Assert.Equal([1], late.Draft.KeyPoints);
        await late.SubmitAsync(Gone);
        Assert.Equal(1 / 3.0, (await Database.Attempts.FindAsync(Learner, id, Gone))!.Steps[0].Answer!.Score);
    }

    [Fact]
    public async Task Words_of_a_timed_sitting_with_feedback_at_once_are_not_lost_either()
    {
        var id = await StartAsync(Timed with { FeedbackAtEnd = false }, "q-open", "q-single");
        var sitting = await OpenAsync(id);
        await WriteAsync(sitting, "Mine");
        await sitting.GoAsync(1, Gone);
        sitting.Draft.Options.UnionWith(RightOf(sitting));
        await sitting.KeepAsync(Gone);
        Time.Advance(Over);
        var late = await OpenAsync(id);
        Assert.True(late.IsMarking);
        late.Draft.KeyPoints.UnionWith([0, 1]);
        await late.SubmitAsync(Gone);
        Assert.Equal([1, null], (await Database.Attempts.FindAsync(Learner, id, Gone))!.Steps.Select(s => s.Answer?.Score));
    }

    [Fact]
    public async Task A_window_that_was_left_open_cannot_answer_after_the_other_has_finished()
    {
        var id = await StartAsync(Timed, "q-open", "q-single");
        var (one, two) = (await OpenAsync(id), await OpenAsync(id));
        await WriteAsync(one, "Mine");
        await two.GoAsync(1, Gone);
        two.Draft.Options.UnionWith(RightOf(two));
        await one.FinishAsync(Gone);
        await two.SubmitAsync(Gone);
        Assert.Equal((true, "q-open", "Mine"), (two.IsMarking, two.Step.Question.Id, two.Draft.Text));
        await two.SubmitAsync(Gone);
        Assert.Null((await Database.Attempts.FindAsync(Learner, id, Gone))!.Steps[1].Answer);
        await one.SubmitAsync(Gone);
        Assert.Single(await Database.Answers.OfLearnerAsync(Learner, Gone));
    }

    [Fact]
    public async Task Giving_up_asks_for_no_marks()
    {
        var id = await StartAsync(Timed, "q-open");
        var sitting = await OpenAsync(id);
        await WriteAsync(sitting, "Mine");
        Assert.True(await sitting.EndAsync(true, Gone));
        Assert.Empty(await Database.Answers.OfLearnerAsync(Learner, Gone));
    }

    [Fact]
    public async Task On_screen_the_clock_stops_words_stand_beside_the_model_and_the_result_comes_after_the_last()
    {
        var id = await StartAsync(Timed, "q-single", "q-open");
        var writing = await OpenAsync(id);
        await writing.GoAsync(1, Gone);
        await WriteAsync(writing, "My own words");
        var view = Render<SittingView>(p => p.Add(v => v.Id, id));
        view.WaitForElement("[data-question]");
        await view.Find(".end-row .btn").ClickAsync(new());
        await view.Find(".confirm .main").ClickAsync(new());
        view.WaitForAssertion(() => Assert.Contains("One answer to mark", view.Find(".meta").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("left", view.Find(".meta").TextContent, StringComparison.Ordinal);
        Assert.Equal("My own words", view.Find("blockquote.words").TextContent);
        Assert.Empty(view.FindAll("textarea, .place, .end-row, [value=unknown], [value=hint]"));
        Time.Advance(TimeSpan.FromHours(1));
        Assert.DoesNotContain("result", Navigation.Uri, StringComparison.Ordinal);
        await view.Find("[name=keypoint]").ChangeAsync(new() { Value = true });
        await view.Find("form").SubmitAsync();
        view.WaitForAssertion(() => Assert.EndsWith($"/quiz/{id}/result", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(2 / 3.0, (await Database.Attempts.FindAsync(Learner, id, Gone))!.Result.Total.Score, 9);
    }

    [Fact]
    public async Task On_screen_the_end_of_the_time_leads_to_marking()
    {
        var id = await StartAsync(Timed, "q-open", "q-single");
        await WriteAsync(await OpenAsync(id), "My own words");
        var view = Render<SittingView>(p => p.Add(v => v.Id, id));
        view.WaitForElement("[data-question]");
        Assert.Contains("5 minutes left", view.Find(".meta").TextContent, StringComparison.Ordinal);
        Time.Advance(TimeSpan.FromMinutes(5));
        view.WaitForAssertion(() => Assert.Contains("off the clock", view.Find(".meta").TextContent, StringComparison.Ordinal));
        Assert.Contains("The clock has stopped", view.Find("[role=status].sr").TextContent, StringComparison.Ordinal);
    }

    private Task<Guid> StartAsync(QuizSpec spec, params string[] questions)
    {
        ImmutableArray<DrawnQuestion> drawn = [.. questions.Select((q, i) => new DrawnQuestion(Catalog.Current.Course.FindQuestion(q)!, 100 + i))];
        return Database.Attempts.StartAsync(Learner, spec, drawn, Now, Gone);
    }

    private async Task<Sitting> OpenAsync(Guid id)
    {
        var sitting = await Sitting.OpenAsync(Learner, id, new LearnerSettings(), Catalog.Current, Database.Attempts, Services.GetRequiredService<Answering>(), Gone);
        Assert.NotNull(sitting);
        return sitting;
    }

    private static Task<bool> WriteAsync(Sitting sitting, string words)
    {
        sitting.Draft.Text = words;
        return sitting.KeepAsync(Gone);
    }

    private static IEnumerable<string> RightOf(Sitting sitting) => ((ChoiceQuestion)sitting.Asked.Question).Options.Where(o => o.Correct).Select(o => o.Id);
}
