using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Tests.Answers;

/// <summary>A mended key marks the past again, once, and tells those whose mark has changed.</summary>
public sealed class RegradeStoreTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    /// <summary>The key was wrong: "ten" is right.</summary>
    private static SingleQuestion Mended(int from = 1, int version = 3) => Asked.Question(version: version) with
    {
        RegradeFrom = from,
        Options = [new("ten", "10", true, null, null), new("eleven", "11", false, null, "adds-one")],
    };

    private static Course Course(params Question[] questions) => new(new CourseParts { Id = "c", Title = "c", Description = "c", Questions = [.. questions] });

    [Theory]
    [DatabaseData]
    public async Task Answers_from_the_version_named_on_are_marked_again_and_their_learners_told(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (learner, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (old, wrong) = (Asked.Question(), Asked.Question(version: 2));
        var early = await database.Answers.RecordAsync(Asked.Answer(learner, question: old), old, None);
        var right = await database.Answers.RecordAsync(Asked.Answer(learner, question: wrong, time: Asked.Now.AddMinutes(1)), wrong, None);
        var missed = await database.Answers.RecordAsync(Asked.Answer(learner, question: wrong, score: 0, time: Asked.Now.AddMinutes(2)), wrong, None);
        var unknown = await database.Answers.RecordAsync(Asked.Answer(other, question: wrong, score: 0) with { Response = new UnknownResponse(), Misconceptions = [] }, wrong, None);
        Assert.Equal(new RegradeSummary(3, 2, 0), await database.Regrades.RegradeAsync(Course(Mended(from: 2)), Asked.Now, None));
        Assert.Equal(new RegradeSummary(0, 0, 0), await database.Regrades.RegradeAsync(Course(Mended(from: 2)), Asked.Now, None));
        var now = (await database.Answers.OfLearnerAsync(learner, None)).ToDictionary(a => a.Id);
        Assert.Equal((1, 0, 1), (now[early.Id].Score, now[right.Id].Score, now[missed.Id].Score));
        Assert.Equal(["adds-one"], now[right.Id].Misconceptions);
        var told = await database.Regrades.UnseenAsync(learner, None);
        Assert.Equal([(missed.Id, 0, 1), (right.Id, 1, 0)], told.Select(t => (t.Answer, t.ScoreBefore, t.Score)));
        Assert.Empty(await database.Regrades.UnseenAsync(other, None)); // Not knowing stays not knowing.
        await database.Regrades.SeenAsync(learner, Asked.Now, None);
        Assert.Empty(await database.Regrades.UnseenAsync(learner, None));
        Assert.NotNull(unknown);
    }

    [Theory]
    [DatabaseData]
    public async Task The_last_answer_is_spoken_of_as_changed_until_there_is_another(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var answer = await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None);
        Assert.Null(await database.Regrades.OfLastAnswerAsync(learner, "dot-01", None));
        await database.Regrades.RegradeAsync(Course(Mended()), Asked.Now, None);
        var changed = await database.Regrades.OfLastAnswerAsync(learner, "dot-01", None);
        Assert.Equal((answer.Id, 1, 0), (changed!.Answer, changed.ScoreBefore, changed.Score));
        Assert.Null(await database.Regrades.OfLastAnswerAsync(learner, "dot-02", None));
        await database.Answers.RecordAsync(Asked.Answer(learner, question: Mended(), score: 0, time: Asked.Now.AddMinutes(1)), Mended(), None);
        Assert.Null(await database.Regrades.OfLastAnswerAsync(learner, "dot-01", None));
    }

    [Theory]
    [DatabaseData]
    public async Task A_version_later_starts_from_the_mark_that_counts(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None);
        await database.Regrades.RegradeAsync(Course(Mended(version: 2)), Asked.Now, None);
        await database.Regrades.RegradeAsync(Course(Asked.Question(version: 3) with { RegradeFrom = 1 }), Asked.Now, None);
        Assert.Equal([(0, 1), (1, 0)], (await database.Regrades.UnseenAsync(learner, None)).Select(r => (r.ScoreBefore, r.Score)));
        Assert.Equal(1, Assert.Single(await database.Answers.OfLearnerAsync(learner, None)).Score);
        Assert.Equal(1, Assert.Single((await database.Folds.ChangesAsync(learner, null, None)).Added).Score);
    }

    [Theory]
    [DatabaseData]
    public async Task Answers_that_say_nothing_to_the_new_version_keep_their_mark(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var answer = await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None);
        var other = Mended() with { Options = [new("ten", "10", true, null, null), new("twelve", "12", false, null, null)] };
        Assert.Equal(new RegradeSummary(0, 0, 1), await database.Regrades.RegradeAsync(Course(other), Asked.Now, None));
        Assert.Equal(answer.Score, Assert.Single(await database.Answers.OfLearnerAsync(learner, None)).Score);
        await using var context = await database.Factory.CreateDbContextAsync(None);
        Assert.Equal(0, await context.Regrades.CountAsync(None));
    }

    [Theory]
    [DatabaseData]
    public async Task More_answers_than_one_batch_are_all_marked(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None);
        var snapshot = Data.Attempts.QuestionSnapshot.Of(Asked.Question()).Id;
        await database.Database.WriteAsync(
            context =>
            {
                for (var i = 0; i < 450; i++) context.Answers.Add(new AnswerRow(Asked.Answer(learner, time: Asked.Now.AddSeconds(i)), snapshot));
                return Task.CompletedTask;
            },
            None);
        Assert.Equal(new RegradeSummary(451, 451, 0), await database.Regrades.RegradeAsync(Course(Mended()), Asked.Now, None));
    }
}
