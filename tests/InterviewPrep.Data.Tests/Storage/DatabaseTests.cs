using System.Data.Common;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewPrep.Data.Tests.Storage;

/// <summary>One writer at a time in order of asking, all or nothing, readers at any time.</summary>
public sealed class DatabaseTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writers_are_let_in_one_by_one_in_the_order_of_asking()
    {
        await using var database = await TestDatabase.FileAsync();
        var gate = new TaskCompletionSource();
        var order = new List<int>();
        var inside = 0;
        var first = database.Database.WriteAsync(_ => gate.Task, None);
        var rest = Enumerable.Range(0, 10).Select(i => database.Database.WriteAsync(
            async _ =>
            {
                Assert.Equal(1, Interlocked.Increment(ref inside));
                order.Add(i);
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            },
            None)).ToList();
        Assert.Empty(order);
        gate.SetResult();
        await first;
        await Task.WhenAll(rest);
        Assert.Equal(Enumerable.Range(0, 10), order);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_queue_to_the_others()
    {
        await using var database = await TestDatabase.FileAsync();
        var gate = new TaskCompletionSource();
        using var patience = new CancellationTokenSource();
        var first = database.Database.WriteAsync(_ => gate.Task, None);
        var second = database.Database.WriteAsync(_ => Task.CompletedTask, patience.Token);
        var third = database.Marks.BookmarkAsync(Guid.CreateVersion7(), "a", true, Asked.Now, None);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Empty(await database.Marks.BookmarksAsync(Guid.CreateVersion7(), None)); // Nobody who reads waits.
        gate.SetResult();
        await first;
        await third;
    }

    [Theory]
    [DatabaseData]
    public async Task A_change_that_fails_half_way_leaves_nothing(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => database.Database.WriteAsync(
            async context =>
            {
                context.Learners.Add(new() { Id = learner, Created = Asked.Now });
                await context.SaveChangesAsync(None);
                throw new TimeZoneNotFoundException();
            },
            None));
        Assert.False(await database.Learners.ExistsAsync(learner, None));
        await database.Marks.BookmarkAsync(learner, "a", true, Asked.Now, None);
    }

    [Theory]
    [DatabaseData]
    public async Task Several_queries_see_one_moment(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None);
        var seen = await database.Database.ReadConsistentlyAsync(
            async context =>
            {
                var before = await context.Answers.CountAsync(None);
                await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None);
                return (before, await context.Answers.CountAsync(None));
            },
            None);
        Assert.Equal((1, 1), seen);
        Assert.Equal(2, (await database.Answers.OfLearnerAsync(learner, None)).Length);
    }

    [Fact]
    public async Task What_was_written_ahead_is_brought_to_its_place_beside_those_who_write()
    {
        await using var database = await TestDatabase.FileAsync();
        var before = new FileInfo(database.Settings.File!).Length;
        for (var n = 0; n < 64; n++) await database.Marks.BookmarkAsync(Guid.CreateVersion7(), new string('q', 190), true, Asked.Now, None);
        await database.Database.Checkpoint;
        Assert.True(new FileInfo(database.Settings.File!).Length > before);
    }

    [Fact]
    public async Task Where_that_cannot_be_done_nobody_is_the_worse_for_it()
    {
        await using var database = await TestDatabase.FileAsync(new NoCheckpoints());
        for (var n = 0; n < 64; n++) await database.Marks.BookmarkAsync(Guid.CreateVersion7(), "a", true, Asked.Now, None);
        await database.Database.Checkpoint;
        await database.Marks.BookmarkAsync(Guid.CreateVersion7(), "a", true, Asked.Now, None);
    }

    [Fact]
    public async Task A_file_is_written_ahead_and_every_commit_reaches_the_disk()
    {
        await using var database = await TestDatabase.FileAsync();
        await using var context = await database.Factory.CreateDbContextAsync(None);
        await context.Database.OpenConnectionAsync(None);
        await using var command = ((SqliteConnection)context.Database.GetDbConnection()).CreateCommand();
        var settings = new List<string>();
        foreach (var setting in new[] { "PRAGMA journal_mode", "PRAGMA synchronous", "PRAGMA foreign_keys" })
        {
#pragma warning disable CA2100 // Constants.
            command.CommandText = setting;
#pragma warning restore CA2100
            settings.Add($"{await command.ExecuteScalarAsync(None)}");
        }

        Assert.Equal(["wal", "2", "1"], settings);
    }

    private sealed class NoCheckpoints : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            command.CommandText.Contains("wal_checkpoint", StringComparison.Ordinal) ? throw new SqliteException("busy", 5) : new(result);
    }
}
