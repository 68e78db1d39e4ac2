using InterviewPrep.Data.Tests.Databases;

namespace InterviewPrep.Data.Tests.Answers;

/// <summary>A server's clock that is put back or forward costs nobody an answer.</summary>
public sealed class ClockTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Answers_given_while_the_clock_jumps_are_all_kept_and_a_fold_notices(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        foreach (var hours in new[] { 0, 48, 1 }) await database.Answers.RecordAsync(Asked.Answer(learner, time: Asked.Now.AddHours(hours)), Asked.Question(), None);
        var before = await database.Folds.ChangesAsync(learner, null, None);
        Assert.Equal((3, Asked.Kept.AddHours(48)), (before.Mark.Answers, before.Mark.Through));
        Assert.False((await database.Folds.ChangesAsync(learner, before.Mark, None)).IsRebuild);
        await database.Answers.RecordAsync(Asked.Answer(learner, time: Asked.Now.AddHours(2)), Asked.Question(), None);
        var after = await database.Folds.ChangesAsync(learner, before.Mark, None);
        Assert.Equal((true, 4), (after.IsRebuild, after.Added.Length));
        Assert.Equal([0, 1, 2, 48], (await database.Answers.OfLearnerAsync(learner, None)).Select(a => (a.Time - Asked.Kept).TotalHours));
    }

    [Theory]
    [DatabaseData]
    public async Task The_same_moment_twice_keeps_both_answers_in_the_order_of_their_ids(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var ids = new[] { Guid.Parse("0198c5f2-0000-7000-8000-000000000001"), Guid.Parse("0198c5f2-0000-7000-8000-00000000000a"), Guid.Parse("0198c5f2-0000-7000-9000-000000000001") };
        foreach (var id in ids.Reverse()) await database.Answers.RecordAsync(Asked.Answer(learner) with { Id = id }, Asked.Question(), None);
        Assert.Equal(ids, (await database.Answers.OfLearnerAsync(learner, None)).Select(a => a.Id));
    }

    [Theory]
    [DatabaseData]
    public async Task A_clock_put_back_leaves_a_sitting_open_and_one_put_forward_does_not_take_its_answers(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var attempt = await database.StartAsync(learner);
        await database.Attempts.ShowAsync(learner, attempt.Id, 0, Asked.Now.AddYears(1), None);
        await database.Attempts.ShowAsync(learner, attempt.Id, 0, Asked.Now.AddYears(-1), None);
        var found = (await database.Attempts.FindAsync(learner, attempt.Id, None))!;
        Assert.False(found.IsOverdue(Asked.Now.AddYears(-1)));
        Assert.True(found.IsOverdue(Asked.Now.AddYears(1)));
        Assert.Equal(Asked.Kept.AddYears(1), found.Steps[0].Shown);
        await database.Answers.RecordAsync(Asked.Answer(learner, attempt.Steps[0].Id, attempt: attempt.Id, time: Asked.Now.AddYears(-1)), Asked.Question(), None);
        Assert.True(await database.Attempts.EndAsync(learner, attempt.Id, [Asked.Answer(learner, attempt.Steps[1].Id, attempt.Steps[1].Question, attempt: attempt.Id)], false, Asked.Now.AddYears(-2), None));
        Assert.All((await database.Attempts.FindAsync(learner, attempt.Id, None))!.Steps, s => Assert.NotNull(s.Answer));
    }
}
