using System.Xml.Linq;
using InterviewPrep.Data.Storage;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Data.Tests.Storage;

/// <summary>The database comes to the form of this version however the last try ended.</summary>
public sealed class MigrationTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migration");

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Killed_at_any_moment_the_next_start_succeeds()
    {
        const int kills = 20;
        var whole = await KilledProcess.RunAsync(TimeSpan.MaxValue, "migrating", "migrate", NewFile());
        Assert.Contains("done", whole.Lines);
        var killed = 0;
        await Parallel.ForAsync(0, kills, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = None }, async (i, _) =>
        {
            var file = NewFile();
            var process = await KilledProcess.RunAsync(whole.Lasted * i / kills, "migrating", "migrate", file);
            if (!process.Lines.Contains("done")) Interlocked.Increment(ref killed);
            await using var database = TestDatabase.Over(TestDatabase.SettingsOf(file));
            await MigrateAsync(database.Settings);
            Assert.Empty(new DatabaseFile(file).Check(isThorough: true));
            await database.Answers.RecordAsync(Asked.Answer(Guid.CreateVersion7()), Asked.Question(), None);
            database.Close();
        });
        Assert.True(killed >= kills / 2, $"Only {killed} processes were killed before they were done.");
    }

    [Fact]
    public async Task A_lock_row_of_a_killed_process_does_not_hang_the_next_start()
    {
        var settings = TestDatabase.SettingsOf(NewFile(), ";Pooling=False");
        await ExecuteAsync(settings, """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-26 00:00:00');
            """);
        Assert.True(await MigrateAsync(settings) > 0);
        Assert.Equal(0, await MigrateAsync(settings));
    }

    /// <summary>Nearly every start finds it so, and has no time to lose.</summary>
    [Fact]
    public async Task A_current_file_is_known_without_the_framework()
    {
        var settings = TestDatabase.SettingsOf(NewFile(), ";Pooling=False");
        Assert.True(await MigrateAsync(settings) > 0);
        var migrator = new DatabaseMigrator(new NoContexts(), settings);
        Assert.Equal(0, await migrator.MigrateAsync(Patience, None));
        await ExecuteAsync(settings, """DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = (SELECT max("MigrationId") FROM "__EFMigrationsHistory")""");
        await Assert.ThrowsAsync<NotSupportedException>(() => migrator.MigrateAsync(Patience, None));
    }

    [Fact]
    public async Task A_file_brought_back_from_a_backup_lets_readers_and_a_writer_work_side_by_side_again()
    {
        var settings = TestDatabase.SettingsOf(NewFile(), ";Pooling=False");
        await MigrateAsync(settings);
        await ExecuteAsync(settings, "PRAGMA journal_mode = DELETE");
        Assert.False(new DatabaseFile(settings.File!).IsWriteAhead());
        Assert.Equal(0, await MigrateAsync(settings));
        Assert.True(new DatabaseFile(settings.File!).IsWriteAhead());
    }

    [Theory]
    [DatabaseData]
    public async Task Keys_of_cookies_are_kept_and_read(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var services = new ServiceCollection().AddLogging().AddSingleton(database.Settings).AddScoped(_ => database.Factory.CreateDbContext()).BuildServiceProvider();
        var keys = ActivatorUtilities.CreateInstance<StoredKeys>(services);
        Assert.Empty(keys.GetAllElements());
        keys.StoreElement(new XElement("key", new XAttribute("id", 1)), "first");
        keys.StoreElement(new XElement("key", new XAttribute("id", 2)), "second");
        Assert.Equal(["1", "2"], keys.GetAllElements().Select(e => e.Attribute("id")!.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [DatabaseData]
    public async Task A_newer_database_is_refused(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.Database.WriteAsync(context => context.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99990101000000_Telepathy', '99.0')""", None), None);
        var refused = await Assert.ThrowsAsync<SettingException>(() => MigrateAsync(database.Settings));
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Telepathy", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_process_at_it_is_waited_for_and_then_named()
    {
        var file = NewFile();
        var settings = TestDatabase.SettingsOf(file, ";Pooling=False");
        await using (new FileStream(file + ".migrating", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var refused = await Assert.ThrowsAsync<SettingException>(() => new DatabaseMigrator(TestDatabase.Contexts(settings), settings).MigrateAsync(TimeSpan.FromMilliseconds(100), None));
            Assert.Contains("Another process", refused.Message, StringComparison.Ordinal);
        }

        Assert.True(await MigrateAsync(settings) > 0);
    }

    [Fact]
    public async Task Many_starts_at_once_migrate_once()
    {
        var file = NewFile();
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MigrateAsync(TestDatabase.SettingsOf(file, ";Pooling=False")), None)));
        Assert.Single(applied, n => n > 0);
        Assert.Empty(new DatabaseFile(file).Check(isThorough: true));
    }

    [Fact]
    public async Task A_new_database_of_a_server_is_made_and_migrated()
    {
        Assert.SkipWhen(PostgresServer.ConnectionString is null && Environment.GetEnvironmentVariable("CI") is not ("true" or "1"), $"{PostgresServer.Variable} names no server.");
        var settings = PostgresServer.Missing();
        await using var database = TestDatabase.Over(settings);
        Assert.True(await MigrateAsync(settings) > 0);
        await database.Answers.RecordAsync(Asked.Answer(Guid.CreateVersion7()), Asked.Question(), None);
    }

    [Fact]
    public async Task A_damaged_database_is_not_migrated_but_named()
    {
        var file = NewFile();
        await File.WriteAllTextAsync(file, new string('x', 8192), None);
        var refused = await Assert.ThrowsAsync<SettingException>(() => MigrateAsync(TestDatabase.SettingsOf(file, ";Pooling=False")));
        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 8192), await File.ReadAllTextAsync(file, None));
    }

    private sealed class NoContexts : IDbContextFactory<InterviewPrepContext>
    {
        public InterviewPrepContext CreateDbContext() => throw new NotSupportedException();
    }

    private static Task<int> MigrateAsync(DatabaseSettings settings) => new DatabaseMigrator(TestDatabase.Contexts(settings), settings).MigrateAsync(Patience, None);

    private static async Task ExecuteAsync(DatabaseSettings settings, string sql)
    {
        await using var connection = new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync(None);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(None);
    }

    private string NewFile() => Path.Combine(_folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName, "learners.db");
}
