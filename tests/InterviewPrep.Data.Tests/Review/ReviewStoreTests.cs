using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Tests.Review;

/// <summary>Corrections are events, of which the last counts; parameters count once they are adopted.</summary>
public sealed class ReviewStoreTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task The_last_correction_counts_whatever_the_clock_says_and_saying_it_twice_adds_nothing(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var answer = await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None);
        Assert.True(await database.Reviews.CorrectAsync(learner, answer.Id, new(Rating.Easy, false), Asked.Now, None));
        Assert.True(await database.Reviews.CorrectAsync(learner, answer.Id, new(null, true), Asked.Now.AddHours(-5), None));
        Assert.True(await database.Reviews.CorrectAsync(learner, answer.Id, new(null, true), Asked.Now, None));
        var changes = await database.Folds.ChangesAsync(learner, null, None);
        Assert.Equal(new AnswerCorrection(null, true), Assert.Single(changes.Added).Correction);
        Assert.Equal(2, changes.Mark.Corrections);
        Assert.True(await database.Reviews.CorrectAsync(learner, answer.Id, default, Asked.Now, None));
        var later = await database.Folds.ChangesAsync(learner, changes.Mark, None);
        Assert.False(later.IsRebuild);
        Assert.Equal(default, later.Corrections![answer.Id]);
        Assert.False(await database.Reviews.CorrectAsync(learner, Guid.CreateVersion7(), default, Asked.Now, None));
    }

    [Theory]
    [DatabaseData]
    public async Task A_card_put_aside_stays_so_until_it_is_taken_back(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        foreach (var question in new[] { "a", "b", "a" }) await database.Reviews.SuspendAsync(learner, question, true, Asked.Now, None);
        await database.Reviews.SuspendAsync(learner, "b", false, Asked.Now, None);
        await database.Reviews.SuspendAsync(learner, "c", false, Asked.Now, None);
        Assert.Equal(["a"], await database.Reviews.SuspendedAsync(learner, None));
    }

    [Theory]
    [DatabaseData]
    public async Task The_newest_adopted_parameters_are_in_use(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        Assert.Equal(FsrsParameters.Default, await database.Reviews.ParametersAsync(learner, None));
        Assert.Null(await database.Reviews.LastFitAsync(learner, None));
        var own = FsrsParameters.Create([.. FsrsParameters.Default.Weights.Select((w, i) => w * (1 + (i / 300.0)))]);
        await database.Reviews.KeepParametersAsync(learner, new(own, true, 500, 100, 0.41, 0.40), Asked.Now, None);
        await database.Reviews.KeepParametersAsync(learner, new(FsrsParameters.Default, false, 20, 0, double.NaN, double.NaN), Asked.Now.AddDays(-3), None);
        Assert.Equal(own, await database.Reviews.ParametersAsync(learner, None));
        var last = await database.Reviews.LastFitAsync(learner, None);
        Assert.Equal((false, 20, null), (last!.IsAdopted, last.Reviews, last.LogLossFitted));
        Assert.Equal(own, (await database.Folds.ChangesAsync(learner, null, None)).Parameters);
        await database.Reviews.ForgetParametersAsync(learner, None);
        Assert.Equal(FsrsParameters.Default, await database.Reviews.ParametersAsync(learner, None));
    }

    [Theory]
    [DatabaseData]
    public async Task An_account_gets_a_guests_corrections_cards_put_aside_and_parameters(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (guest, account) = (Guid.CreateVersion7(), await database.AccountAsync());
        var answer = await database.Answers.RecordAsync(Asked.Answer(guest), Asked.Question(), None);
        await database.Reviews.CorrectAsync(guest, answer.Id, new(null, true), Asked.Now, None);
        foreach (var (learner, question) in new[] { (guest, "a"), (guest, "b"), (account, "b"), (account, "c") }) await database.Reviews.SuspendAsync(learner, question, true, Asked.Now, None);
        Assert.True(await database.Learners.ClaimAsync(guest, account, None));
        Assert.Equal(["a", "b", "c"], (await database.Reviews.SuspendedAsync(account, None)).Order(StringComparer.Ordinal));
        Assert.True(Assert.Single((await database.Folds.ChangesAsync(account, null, None)).Added).Correction.IsVoid);
        Assert.Equal(0, await database.RowsOfAsync(guest));
    }

    [Theory]
    [DatabaseData]
    public async Task Weights_that_are_none_are_not_used(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        await database.Reviews.KeepParametersAsync(learner, new(FsrsParameters.Default, true, 500, 100, 0.41, 0.40), Asked.Now, None);
        await using (var context = await database.Factory.CreateDbContextAsync(None)) await context.FittedParameters.ExecuteUpdateAsync(s => s.SetProperty(p => p.Weights, "1 2 NaN"), None);
        Assert.Equal(FsrsParameters.Default, await database.Reviews.ParametersAsync(learner, None));
    }
}
