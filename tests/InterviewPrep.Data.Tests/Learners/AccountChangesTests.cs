using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Data.Tests.Learners;

/// <summary>What the framework's stores save by themselves: in turn with everybody else, and several changes wholly or not at all.</summary>
public sealed class AccountChangesTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Several_changes_are_kept_together(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var services = Services(database);
        await using var scope = services.CreateAsyncScope();
        var (context, changes) = Of(scope);
        Assert.True((await changes.MakeAsync(None, () => AddAsync(context), () => AddAsync(context))).Succeeded);
        Assert.Equal(2, await CountAsync(database));
    }

    [Theory]
    [DatabaseData]
    public async Task Of_several_changes_none_is_kept_when_one_fails(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var services = Services(database);
        await using var scope = services.CreateAsyncScope();
        var (context, changes) = Of(scope);
        var failed = await changes.MakeAsync(None, () => AddAsync(context), () => Task.FromResult(IdentityResult.Failed(new IdentityError { Code = "Late" })), () => throw new InvalidOperationException("It is not come to."));
        Assert.Equal("Late", Assert.Single(failed.Errors).Code);
        await Assert.ThrowsAsync<InvalidOperationException>(() => changes.MakeAsync(None, () => AddAsync(context), () => throw new InvalidOperationException("ours")));
        Assert.Empty(context.ChangeTracker.Entries());
        Assert.Equal(0, await CountAsync(database));
        await AddAsync(context); // The context is good for more.
        Assert.Equal(1, await CountAsync(database));
    }

    [Theory]
    [DatabaseData]
    public async Task A_claim_is_kept_with_what_comes_before_it_or_not_at_all(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (guest, _, _) = await database.BusyLearnerAsync();
        var account = await database.AccountAsync();
        var before = await database.TextOfAsync(guest);
        await using var services = Services(database);
        await using (var scope = services.CreateAsyncScope())
        {
            var (_, changes) = Of(scope);
            Assert.False((await changes.MakeAsync(None, changes.Claim(guest, account, None), () => Task.FromResult(IdentityResult.Failed()))).Succeeded);
        }

        Assert.Equal(before, await database.TextOfAsync(guest));
        await using (var scope = services.CreateAsyncScope())
        {
            var (_, changes) = Of(scope);
            Assert.True((await changes.MakeAsync(None, changes.Claim(guest, account, None))).Succeeded);
        }

        Assert.Equal("", await database.TextOfAsync(guest));
        Assert.Equal(0, await database.RowsOfAsync(guest));
    }

    [Fact]
    public async Task The_frameworks_stores_take_their_turn_with_everybody_else()
    {
        await using var database = await TestDatabase.FileAsync();
        await using var services = Services(database);
        var writers = Enumerable.Range(0, 40).Select(async i =>
        {
            await using var scope = services.CreateAsyncScope();
            var (context, changes) = Of(scope);
            if (i % 3 == 0) await database.Marks.NoteAsync(Guid.CreateVersion7(), "dot-01", "x", Asked.Now, None);
            else if (i % 3 == 1) await AddAsync(context);
            else Assert.True((await changes.MakeAsync(None, () => AddAsync(context), () => AddAsync(context))).Succeeded);
        });
        await Task.WhenAll(writers);
        Assert.Equal(14 + 13 + 26, await CountAsync(database));
    }

    [Fact]
    public async Task While_another_process_writes_they_are_told_that_the_database_is_busy()
    {
        await using var database = await TestDatabase.FileAsync();
        await using var services = Services(database);
        await using var scope = services.CreateAsyncScope();
        var (context, changes) = Of(scope);
        await using (var other = new SqliteConnection(database.Settings.ConnectionString))
        {
            await other.OpenAsync(None);
            await using var held = await other.BeginTransactionAsync(None);
            Assert.Equal(StorageFault.Busy, (await Assert.ThrowsAsync<StorageException>(() => AddAsync(context))).Fault);
            context.ChangeTracker.Clear();
            Assert.Equal(StorageFault.Busy, (await Assert.ThrowsAsync<StorageException>(() => changes.MakeAsync(None, () => AddAsync(context)))).Fault);
            context.Learners.Add(Learner());
            Assert.Equal(StorageFault.Busy, Assert.Throws<StorageException>(() => context.SaveChanges()).Fault);
            context.ChangeTracker.Clear();
        }

        Assert.Equal(0, await CountAsync(database));
        await AddAsync(context);
        Assert.Equal(1, await CountAsync(database));
    }

    [Fact]
    public async Task Nothing_is_written_to_a_damaged_file_by_them_either()
    {
        await using var database = await TestDatabase.FileAsync();
        await using var services = Services(database);
        services.GetRequiredService<DatabaseDamage>().Note();
        await using var scope = services.CreateAsyncScope();
        var (context, changes) = Of(scope);
        Assert.Equal(StorageFault.Corrupt, (await Assert.ThrowsAsync<StorageException>(() => AddAsync(context))).Fault);
        Assert.Equal(StorageFault.Corrupt, (await Assert.ThrowsAsync<StorageException>(() => changes.MakeAsync(None, () => AddAsync(context)))).Fault);
    }

    /// <summary>As the application has them.</summary>
    private static ServiceProvider Services(TestDatabase database) =>
        new ServiceCollection().AddDatabase(database.Settings).AddSingleton(database.Damage).AddSingleton(database.Database).BuildServiceProvider();

    private static (InterviewPrepContext Context, AccountChanges Changes) Of(AsyncServiceScope scope) =>
        (scope.ServiceProvider.GetRequiredService<InterviewPrepContext>(), scope.ServiceProvider.GetRequiredService<AccountChanges>());

    private static Learner Learner() => new() { Id = Guid.CreateVersion7(), Created = Asked.Now };

    private static async Task<IdentityResult> AddAsync(InterviewPrepContext context)
    {
        context.Learners.Add(Learner());
        await context.SaveChangesAsync(None);
        return IdentityResult.Success;
    }

    private static async Task<int> CountAsync(TestDatabase database)
    {
        await using var context = await database.Factory.CreateDbContextAsync(None);
        return await context.Learners.CountAsync(None);
    }
}
