using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Storage;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Tests.Answers;

/// <summary>What was answered is kept once, exactly as it was.</summary>
public sealed class AnswerStoreTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task An_answer_comes_back_as_it_was_given(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = Asked.Answer(Guid.CreateVersion7(), score: 0.5);
        var returned = await database.Answers.RecordAsync(given, Asked.Question(), None);
        var found = await database.Answers.FindAsync(given.Learner, given.Step, None);
        Assert.NotNull(found);
        foreach (var kept in new[] { returned, found })
        {
            Assert.Equal((given.Id, given.Learner, given.Step, given.Attempt), (kept.Id, kept.Learner, kept.Step, kept.Attempt));
            Assert.Equal((given.Question, given.Version, given.Seed, given.Certainty, given.Hints), (kept.Question, kept.Version, kept.Seed, kept.Certainty, kept.Hints));
            Assert.Equal((given.Duration, given.Score, given.Mode), (kept.Duration, kept.Score, kept.Mode));
            Assert.Equal(given.Misconceptions, kept.Misconceptions);
            Assert.Equal(given.Response.ToJson(), kept.Response.ToJson());
            Assert.Equal((Asked.Kept, DateTimeKind.Utc), (kept.Time, kept.Time.Kind));
        }
    }

    [Theory]
    [DatabaseData]
    public async Task A_step_sent_from_many_windows_at_once_is_answered_once(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (learner, step) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var sent = Enumerable.Range(0, 24).Select(i => Asked.Answer(learner, step, score: i % 2)).ToList();
        var returned = await Task.WhenAll(sent.Select(a => Task.Run(() => database.Answers.RecordAsync(a, Asked.Question(), None), None)));
        var kept = Assert.Single(await database.Answers.OfLearnerAsync(learner, None));
        Assert.Contains(sent, a => a.Id == kept.Id);
        Assert.All(returned, a => Assert.Equal((kept.Id, kept.Score, kept.Time), (a.Id, a.Score, a.Time)));
    }

    [Theory]
    [DatabaseData]
    public async Task A_step_sent_again_later_keeps_its_first_answer(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var first = Asked.Answer(Guid.CreateVersion7(), score: 0);
        await database.Answers.RecordAsync(first, Asked.Question(), None);
        var second = await database.Answers.RecordAsync(Asked.Answer(first.Learner, first.Step, time: Asked.Now.AddHours(1)), Asked.Question(), None);
        Assert.Equal((first.Id, 0), (second.Id, second.Score));
    }

    [Theory]
    [DatabaseData]
    public async Task New_guests_who_answer_the_same_new_question_at_once_are_all_kept(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learners = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToList();
        await Task.WhenAll(learners.SelectMany(l => Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Answers.RecordAsync(Asked.Answer(l), Asked.Question(), None), None))));
        foreach (var learner in learners) Assert.Equal(4, (await database.Answers.OfLearnerAsync(learner, None)).Length);
        await using var context = await database.Factory.CreateDbContextAsync(None);
        Assert.Equal((6, 1), (await context.Learners.CountAsync(None), await context.Snapshots.CountAsync(None)));
    }

    [Theory]
    [DatabaseData]
    public async Task The_keys_hold_whatever_the_code_does(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var answer = Asked.Answer(Guid.CreateVersion7());
        await database.Answers.RecordAsync(answer, Asked.Question(), None);
        var snapshot = Data.Attempts.QuestionSnapshot.Of(Asked.Question()).Id;
        Task Insert(Answer another) => database.Database.WriteAsync(context => Task.FromResult(context.Answers.Add(new AnswerRow(another, snapshot))), None);
        Assert.Equal(StorageFault.Duplicate, (await Assert.ThrowsAsync<StorageException>(() => Insert(Asked.Answer(answer.Learner, answer.Step)))).Fault);
        Assert.Equal(StorageFault.Duplicate, (await Assert.ThrowsAsync<StorageException>(() => Insert(Asked.Answer(answer.Learner) with { Id = answer.Id }))).Fault);
        await Insert(Asked.Answer(answer.Learner));
        Assert.Equal(2, (await database.Answers.OfLearnerAsync(answer.Learner, None)).Length);
    }

    [Theory]
    [DatabaseData]
    public async Task A_sitting_of_somebody_else_takes_no_answer(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var owner = Guid.CreateVersion7();
        var attempt = await database.StartAsync(owner);
        var stranger = Asked.Answer(Guid.CreateVersion7(), attempt.Steps[0].Id, attempt: attempt.Id);
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Answers.RecordAsync(stranger, Asked.Question(), None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Answers.RecordAsync(Asked.Answer(owner, attempt: attempt.Id), Asked.Question(), None));
        Assert.Empty(await database.Answers.OfLearnerAsync(stranger.Learner, None));
        Assert.Equal(0, Assert.Single(await database.Attempts.ListAsync(owner, 0, 10, None)).Answered);
    }

    [Theory]
    [DatabaseData]
    public async Task Answers_are_read_in_order_and_by_question(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var ids = new List<Guid>();
        foreach (var minute in new[] { 3, 1, 2 })
        {
            var question = Asked.Question(minute == 2 ? "dot-02" : "dot-01");
            ids.Add((await database.Answers.RecordAsync(Asked.Answer(learner, question: question, score: minute == 3 ? 0 : 1, time: Asked.Now.AddMinutes(minute)), question, None)).Id);
        }

        Assert.Equal([ids[1], ids[2], ids[0]], (await database.Answers.OfLearnerAsync(learner, None)).Select(a => a.Id));
        Assert.Equal([ids[1], ids[0]], (await database.Answers.OfQuestionAsync(learner, "dot-01", None)).Select(a => a.Id));
        var history = await database.Answers.HistoryAsync(learner, None);
        Assert.Equal((new QuestionHistory(2, false), new QuestionHistory(1, true)), (history["dot-01"], history["dot-02"]));
    }

    [Theory]
    [DatabaseData]
    public async Task An_answer_comes_with_the_question_as_it_was_asked_for_its_learner_only(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var answer = await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None);
        await database.Answers.RecordAsync(Asked.Answer(learner, question: Asked.Question(version: 2)), Asked.Question(version: 2), None);
        var found = await database.Answers.WithQuestionAsync(learner, answer.Id, None);
        Assert.Equal((answer.Id, 1), (found!.Value.Answer.Id, found.Value.Asked.Version));
        Assert.Null(await database.Answers.WithQuestionAsync(Guid.CreateVersion7(), answer.Id, None));
        Assert.Null(await database.Answers.WithQuestionAsync(learner, Guid.CreateVersion7(), None));
    }

    [Theory]
    [DatabaseData]
    public async Task The_newest_regrade_counts_everywhere(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var attempt = await database.StartAsync(learner);
        var answer = await database.Answers.RecordAsync(Asked.Answer(learner, attempt.Steps[0].Id, score: 0, attempt: attempt.Id), Asked.Question(), None);
        await database.Database.WriteAsync(
            context =>
            {
                foreach (var (version, score) in new[] { (3, 1.0), (2, 0.25) })
                    context.Regrades.Add(new RegradeRow { Id = Guid.CreateVersion7(), AnswerId = answer.Id, LearnerId = learner, QuestionVersion = version, ScoreBefore = 0, Score = score, Time = Asked.Now });
                return Task.CompletedTask;
            },
            None);
        var regraded = await database.Answers.FindAsync(learner, answer.Step, None);
        Assert.Equal(1, regraded!.Score);
        Assert.Empty(regraded.Misconceptions);
        Assert.True((await database.Answers.HistoryAsync(learner, None))["dot-01"].LastWasRight);
        Assert.Equal(1, Assert.Single(await database.Attempts.ListAsync(learner, 0, 10, None)).Score);
        Assert.Equal(1, (await database.Attempts.FindAsync(learner, attempt.Id, None))!.Result.Total.Score);
    }

    [Theory]
    [DatabaseData]
    public async Task An_answer_given_up_before_the_commit_is_not_kept(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        var answer = Asked.Answer(Guid.CreateVersion7());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Answers.RecordAsync(answer, Asked.Question(), given.Token));
        Assert.Null(await database.Answers.FindAsync(answer.Learner, answer.Step, None));
        Assert.False(await database.Learners.ExistsAsync(answer.Learner, None));
    }
}
