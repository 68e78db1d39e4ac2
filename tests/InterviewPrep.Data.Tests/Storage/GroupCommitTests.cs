using InterviewPrep.Data.Storage;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InterviewPrep.Data.Tests.Storage;

/// <summary>Changes that wait together are committed together, and none pays for another.</summary>
public sealed class GroupCommitTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_together_is_committed_once()
    {
        await using var database = await TestDatabase.FileAsync();
        var transactions = new HashSet<IDbContextTransaction>();
        await QueueAsync(database, [.. Enumerable.Range(0, 10).Select(_ => Adding(transactions))]);
        Assert.Single(transactions);
        Assert.Equal(10, await CountAsync(database));
    }

    [Fact]
    public async Task One_that_fails_fails_alone()
    {
        await using var database = await TestDatabase.FileAsync();
        var transactions = new HashSet<IDbContextTransaction>();
        var ends = await QueueAsync(
            database,
            [
                Adding(transactions),
                async context =>
                {
                    await Adding(transactions)(context);
                    await context.SaveChangesAsync(None);
                    throw new TimeZoneNotFoundException();
                },
                Adding(transactions),
            ]);
        Assert.Null(ends[0]);
        Assert.IsType<TimeZoneNotFoundException>(ends[1]);
        Assert.Null(ends[2]);
        Assert.Equal(2, await CountAsync(database));
    }

    [Fact]
    public async Task A_fault_of_the_database_is_named_for_the_one_that_has_it()
    {
        await using var database = await TestDatabase.FileAsync();
        var id = Guid.CreateVersion7();
        var ends = await QueueAsync(database, [Adding([], id), Adding([], id), Adding([])]);
        Assert.Null(ends[0]);
        Assert.Equal(StorageFault.Duplicate, Assert.IsType<StorageException>(ends[1]).Fault);
        Assert.Null(ends[2]);
        Assert.Equal(2, await CountAsync(database));
    }

    [Fact]
    public async Task When_the_file_is_locked_all_are_told_and_nothing_is_kept()
    {
        await using var database = await TestDatabase.FileAsync();
        await using (var other = new SqliteConnection(database.Settings.ConnectionString))
        {
            await other.OpenAsync(None);
            await using var theirs = other.BeginTransaction(deferred: false);
            var transactions = new HashSet<IDbContextTransaction>();
            var ends = await QueueAsync(database, [Adding(transactions), Adding(transactions)]);
            Assert.Empty(transactions);
            Assert.All(ends, e => Assert.Equal(StorageFault.Busy, Assert.IsType<StorageException>(e).Fault));
        }

        Assert.Equal(0, await CountAsync(database));
        await database.Database.WriteTogetherAsync(Result(Adding([])), None);
        Assert.Equal(1, await CountAsync(database));
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_writes_nothing()
    {
        await using var database = await TestDatabase.FileAsync();
        using var patience = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        var first = database.Database.WriteAsync(_ => gate.Task, None);
        var kept = database.Database.WriteTogetherAsync(Result(Adding([])), None);
        var withdrawn = database.Database.WriteTogetherAsync(Result(Adding([])), patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => withdrawn);
        gate.SetResult();
        await first;
        await kept;
        Assert.Equal(1, await CountAsync(database));
    }

    [Fact]
    public async Task Who_gives_up_when_it_is_being_made_hears_what_came_of_it()
    {
        await using var database = await TestDatabase.FileAsync();
        using var patience = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        var (made, making) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = database.Database.WriteAsync(_ => gate.Task, None);
        var leader = database.Database.WriteTogetherAsync(Result(Adding([])), None);
        var follower = database.Database.WriteTogetherAsync(
            async context =>
            {
                made.SetResult();
                await making.Task;
                await Adding([])(context);
                return "made";
            },
            patience.Token);
        gate.SetResult();
        await first;
        await made.Task;
        await patience.CancelAsync();
        making.SetResult();
        Assert.True(await leader);
        Assert.Equal("made", await follower);
        Assert.Equal(2, await CountAsync(database));
    }

    [Fact]
    public async Task A_later_one_sees_what_an_earlier_one_of_its_group_has_written()
    {
        await using var database = await TestDatabase.FileAsync();
        var learner = Guid.CreateVersion7();
        var gate = new TaskCompletionSource();
        var first = database.Database.WriteAsync(_ => gate.Task, None);
        var step = Asked.Answer(learner);
        var answers = new[] { step, step with { Id = Guid.CreateVersion7() }, Asked.Answer(learner) }.Select(a => database.Answers.RecordAsync(a, Asked.Question(), None)).ToList();
        gate.SetResult();
        await first;
        var kept = await Task.WhenAll(answers);
        Assert.Equal(kept[0].Id, kept[1].Id); // A step keeps its first answer, also within one commit.
        Assert.Equal(2, (await database.Answers.OfLearnerAsync(learner, None)).Length);
    }

    /// <summary>Lets changes wait for the same turn, and gives what each of them ended with.</summary>
    private static async Task<List<Exception?>> QueueAsync(TestDatabase database, IReadOnlyList<Func<InterviewPrepContext, Task>> changes)
    {
        var gate = new TaskCompletionSource<bool>();
        var first = database.Database.InTurnAsync(() => gate.Task, None);
        var waiting = changes.Select(c => Record.ExceptionAsync(() => database.Database.WriteTogetherAsync(Result(c), None))).ToList();
        gate.SetResult(true);
        await first;
        return [.. await Task.WhenAll(waiting.Select(w => w.AsTask()))];
    }

    private static Func<InterviewPrepContext, Task<bool>> Result(Func<InterviewPrepContext, Task> change) => async context =>
    {
        await change(context);
        return true;
    };

    private static Func<InterviewPrepContext, Task> Adding(HashSet<IDbContextTransaction> transactions, Guid? id = null) => context =>
    {
        transactions.Add(context.Database.CurrentTransaction!);
        context.Learners.Add(new() { Id = id ?? Guid.CreateVersion7(), Created = Asked.Now });
        return Task.CompletedTask;
    };

    private static Task<int> CountAsync(TestDatabase database) => database.Database.ReadAsync(context => context.Learners.CountAsync(None), None);
}
