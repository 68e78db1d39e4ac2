using InterviewPrep.Data.Storage;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

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
