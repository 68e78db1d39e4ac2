using System.Data.Common;
using InterviewPrep.Data.Storage;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewPrep.Data.Tests.Storage;

/// <summary>Whatever the database cannot do becomes one of a few faults with words for the learner, and nothing is half done.</summary>
public sealed class FaultTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_held_by_another_process_is_busy_and_goes_on_by_itself()
    {
        await using var database = await TestDatabase.FileAsync();
        var answer = Asked.Answer(Guid.CreateVersion7());
        await using (var other = await HoldAsync(database))
        {
            var fault = await Assert.ThrowsAsync<StorageException>(() => database.Answers.RecordAsync(answer, Asked.Question(), None));
            Assert.Equal(StorageFault.Busy, fault.Fault);
            Assert.Empty(await database.Answers.OfLearnerAsync(answer.Learner, None)); // Reading goes on all the while.
        }

        Assert.Equal(answer.Id, (await database.Answers.RecordAsync(answer, Asked.Question(), None)).Id);
    }

    [Fact]
    public async Task Those_who_wait_behind_a_busy_database_are_told_too()
    {
        await using var database = await TestDatabase.FileAsync();
        await using var other = await HoldAsync(database);
        var faults = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => (await Assert.ThrowsAsync<StorageException>(() => database.Answers.RecordAsync(Asked.Answer(Guid.CreateVersion7()), Asked.Question(), None))).Fault));
        Assert.All(faults, f => Assert.Equal(StorageFault.Busy, f));
    }

    [Fact]
    public async Task A_full_database_says_so_keeps_what_it_has_and_goes_on_once_there_is_room()
    {
        var limit = new PageLimit();
        await using var database = await TestDatabase.FileAsync(limit);
        var learner = Guid.CreateVersion7();
        var first = await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None);
        limit.Pages = 1; // Below what there is: not one page more.
        var large = Asked.Question(prompt: new string('p', 100_000));
        var refused = Asked.Answer(learner);
        Assert.Equal(StorageFault.Full, (await Assert.ThrowsAsync<StorageException>(() => database.Answers.RecordAsync(refused, large, None))).Fault);
        Assert.Equal([first.Id], (await database.Answers.OfLearnerAsync(learner, None)).Select(a => a.Id));
        limit.Pages = 1_000_000;
        await database.Answers.RecordAsync(refused, large, None);
        Assert.Equal(2, (await database.Answers.OfLearnerAsync(learner, None)).Length);
        Assert.Empty(new DatabaseFile(database.Settings.File!).Check(isThorough: true));
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_is_read()
    {
        await using var database = await TestDatabase.FileAsync();
        var answer = await database.Answers.RecordAsync(Asked.Answer(Guid.CreateVersion7()), Asked.Question(), None);
        database.Close();
        var reading = TestDatabase.Over(TestDatabase.SettingsOf(database.Settings.File!, ";Mode=ReadOnly;Pooling=False"));
        Assert.Equal(StorageFault.ReadOnly, (await Assert.ThrowsAsync<StorageException>(() => reading.Answers.RecordAsync(Asked.Answer(answer.Learner), Asked.Question(), None))).Fault);
        Assert.Single(await reading.Answers.OfLearnerAsync(answer.Learner, None));
    }

    [Fact]
    public async Task A_damaged_file_is_not_written_to_again()
    {
        await using var database = await TestDatabase.FileAsync();
        for (var i = 0; i < 200; i++) await database.Answers.RecordAsync(Asked.Answer(Guid.CreateVersion7()), Asked.Question(), None);
        database.Close();
        Damage.Middle(database.Settings.File!);
        var faults = new List<StorageFault>();
        for (var i = 0; i < 20 && !database.Damage.IsKnown; i++) faults.Add((await Record.ExceptionAsync(() => database.Answers.OfLearnerAsync(Guid.CreateVersion7(), None)) as StorageException)?.Fault ?? StorageFault.Busy);
        Assert.Contains(StorageFault.Corrupt, faults);
        Assert.True(database.Damage.IsKnown);
        database.Close();
        var before = await File.ReadAllBytesAsync(database.Settings.File!, None);
        Assert.Equal(StorageFault.Corrupt, (await Assert.ThrowsAsync<StorageException>(() => database.Answers.RecordAsync(Asked.Answer(Guid.CreateVersion7()), Asked.Question(), None))).Fault);
        await using (var context = await database.Factory.CreateDbContextAsync(None))
        {
            context.Learners.Add(new() { Id = Guid.CreateVersion7(), Created = Asked.Now });
            Assert.NotNull(await Record.ExceptionAsync(() => context.SaveChangesAsync(None))); // As the stores of the framework write, past ours.
        }

        database.Close();
        Assert.Equal(before, await File.ReadAllBytesAsync(database.Settings.File!, None));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_damaged()
    {
        await using var database = await TestDatabase.FileAsync();
        database.Close();
        await File.WriteAllTextAsync(database.Settings.File!, new string('x', 8192), None);
        Assert.Equal(StorageFault.Corrupt, (await Assert.ThrowsAsync<StorageException>(() => database.Answers.OfLearnerAsync(Guid.CreateVersion7(), None))).Fault);
        Assert.True(database.Damage.IsKnown);
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_unavailable()
    {
        await using var database = TestDatabase.Over(TestDatabase.SettingsOf(Path.Combine(Directory.CreateTempSubdirectory("gone").FullName, "not-there", "learners.db"), ";Mode=ReadWrite;Pooling=False"));
        Assert.Equal(StorageFault.Unavailable, (await Assert.ThrowsAsync<StorageException>(() => database.Answers.RecordAsync(Asked.Answer(Guid.CreateVersion7()), Asked.Question(), None))).Fault);
        Directory.CreateDirectory(Path.GetDirectoryName(database.Settings.File!)!);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=none;Username=nobody;Timeout=5")]
    [InlineData("Host=/nowhere;Database=none;Username=nobody;Timeout=5")]
    public async Task A_server_that_cannot_be_reached_is_unavailable(string connectionString)
    {
        var settings = new DatabaseSettings(TestDatabase.Postgres, connectionString);
        using var database = new Database(TestDatabase.Contexts(settings), settings);
        var answer = Asked.Answer(Guid.CreateVersion7());
        Assert.Equal(StorageFault.Unavailable, (await Assert.ThrowsAsync<StorageException>(() => new Data.Answers.AnswerStore(database).OfLearnerAsync(answer.Learner, None))).Fault);
        Assert.Equal(StorageFault.Unavailable, (await Assert.ThrowsAsync<StorageException>(() => new Data.Answers.AnswerStore(database).RecordAsync(answer, Asked.Question(), None))).Fault);
        var start = await Assert.ThrowsAsync<SettingException>(() => new DatabaseMigrator(TestDatabase.Contexts(settings), settings).MigrateAsync(TimeSpan.FromSeconds(1), None));
        Assert.Contains("none on ", start.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_has_its_words()
    {
        Assert.All(Enum.GetValues<StorageFault>(), fault => Assert.EndsWith(".", new StorageException(fault).Message, StringComparison.Ordinal));
        Assert.Null(StorageException.From(new InvalidOperationException("ours")));
        Assert.Null(StorageException.From(new SqliteException("no such table", 1)));
    }

    /// <summary>Another process that writes for a long time.</summary>
    private static async Task<SqliteConnection> HoldAsync(TestDatabase database)
    {
        var other = new SqliteConnection($"Data Source={database.Settings.File};Pooling=False");
        await other.OpenAsync(None);
        var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(None);
        await command.DisposeAsync();
        return other;
    }

    /// <summary>A disk that ends after some pages.</summary>
    private sealed class PageLimit : DbConnectionInterceptor
    {
        public int Pages { get; set; } = 1_000_000;

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A number.
            command.CommandText = $"PRAGMA max_page_count = {Pages}";
#pragma warning restore CA2100
            await command.ExecuteScalarAsync(cancellationToken);
        }
    }
}
