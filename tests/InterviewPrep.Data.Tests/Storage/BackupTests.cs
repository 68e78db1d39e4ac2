using InterviewPrep.Data.Storage;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.Data.Sqlite;

namespace InterviewPrep.Data.Tests.Storage;

/// <summary>Backups are made under load, count only when they are good, and come back.</summary>
public sealed class BackupTests
{
    private static readonly DateTime Time = new(2026, 11, 26, 8, 30, 15, DateTimeKind.Utc);

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_under_load_holds_everything_shown_before_it()
    {
        await using var database = await TestDatabase.FileAsync();
        var learner = Guid.CreateVersion7();
        using var end = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                var written = 0;
                for (; !end.IsCancellationRequested; written++) await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), CancellationToken.None);
                return written;
            },
            None);
        var backups = Backups(database);
        for (var i = 0; i < 5; i++)
        {
            var before = (await database.Answers.OfLearnerAsync(learner, None)).Select(a => a.Id).ToList();
            var file = backups.Create(null, Time.AddSeconds(i));
            Assert.Equal([file], Directory.GetFiles(backups.Folder, $"*{i + 15}Z.db*"));
            var copy = TestDatabase.Over(TestDatabase.SettingsOf(file, ";Pooling=False;Mode=ReadOnly"));
            Assert.Empty(before.Except((await copy.Answers.OfLearnerAsync(learner, None)).Select(a => a.Id)));
        }

        await end.CancelAsync();
        Assert.Equal(await writing, (await database.Answers.OfLearnerAsync(learner, None)).Length);
    }

    [Fact]
    public async Task The_newest_good_one_is_found_among_damaged_and_foreign_files()
    {
        await using var database = await TestDatabase.FileAsync();
        var backups = Backups(database);
        Assert.Null(backups.NewestGood());
        var files = Enumerable.Range(0, 4).Select(i => backups.Create(null, Time.AddDays(i))).ToList();
        Damage.Middle(files[3]);
        await File.WriteAllTextAsync(files[2], "", None);
        await File.WriteAllTextAsync(Path.Combine(backups.Folder, "learners-notes.db"), "not a backup", None);
        Assert.Equal(files.AsEnumerable().Reverse(), backups.Files);
        Assert.Equal(files[1], backups.NewestGood());
        Assert.Equal(Time.AddDays(1), backups.TimeOf(files[1]));
        Assert.Equal([files[1], files[0]], backups.Keep(2));
        Assert.True(File.Exists(Path.Combine(backups.Folder, "learners-notes.db")));
        Assert.Null(backups.NewestGood());
    }

    [Fact]
    public async Task Nothing_is_written_over_and_a_bad_copy_is_not_kept()
    {
        await using var database = await TestDatabase.FileAsync();
        var backups = Backups(database);
        var file = backups.Create(null, Time);
        Assert.Contains("exists already", Assert.Throws<SettingException>(() => backups.Create(null, Time)).Message, StringComparison.Ordinal);
        database.Close();
        Damage.Middle(database.Settings.File!);
        Assert.Contains("damaged", Assert.ThrowsAny<Exception>(() => backups.Create(null, Time.AddDays(1))).Message, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFiles(backups.Folder));
    }

    [Fact]
    public async Task A_restore_brings_back_what_was_and_keeps_what_is()
    {
        await using var database = await TestDatabase.FileAsync();
        var (before, after) = (Asked.Answer(Guid.CreateVersion7()), Asked.Answer(Guid.CreateVersion7()));
        await database.Answers.RecordAsync(before, Asked.Question(), None);
        var backups = Backups(database);
        var file = backups.Create(null, Time);
        await database.Answers.RecordAsync(after, Asked.Question(), None);
        Assert.Contains("in use", Assert.Throws<SettingException>(() => backups.Restore(file, Time)).Message, StringComparison.Ordinal);
        database.Close();
        var aside = backups.Restore(file, Time)!;
        Assert.NotNull(await database.Answers.FindAsync(before.Learner, before.Step, None));
        Assert.Null(await database.Answers.FindAsync(after.Learner, after.Step, None));
        var kept = TestDatabase.Over(TestDatabase.SettingsOf(aside, ";Pooling=False"));
        Assert.NotNull(await kept.Answers.FindAsync(after.Learner, after.Step, None));
        Assert.Null(backups.Problem(file));
    }

    [Fact]
    public async Task A_damaged_database_is_replaced_and_kept_with_the_files_beside_it()
    {
        await using var database = await TestDatabase.FileAsync();
        var answer = await database.Answers.RecordAsync(Asked.Answer(Guid.CreateVersion7()), Asked.Question(), None);
        var backups = Backups(database);
        var file = backups.Create(null, Time);
        database.Close();
        await File.WriteAllTextAsync(database.Settings.File!, new string('x', 8192), None);
        await File.WriteAllTextAsync(database.Settings.File! + "-wal", "left behind", None);
        var aside = backups.Restore(file, Time)!;
        Assert.Equal("left behind", await File.ReadAllTextAsync(aside + "-wal", None));
        Assert.NotNull(await database.Answers.FindAsync(answer.Learner, answer.Step, None));
        Assert.Empty(new DatabaseFile(database.Settings.File!).Check(isThorough: true));
    }

    [Fact]
    public async Task Damaged_newer_foreign_and_missing_files_are_not_restored()
    {
        await using var database = await TestDatabase.FileAsync();
        await database.Answers.RecordAsync(Asked.Answer(Guid.CreateVersion7()), Asked.Question(), None);
        database.Close();
        var backups = Backups(database);
        var before = await File.ReadAllBytesAsync(database.Settings.File!, None);
        var (damaged, newer, foreign) = (backups.Create(null, Time), backups.Create(null, Time.AddDays(1)), Path.Combine(backups.Folder, "foreign.db"));
        Damage.Middle(damaged);
        Execute(newer, "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Telepathy', '99.0')");
        Execute(foreign, "CREATE TABLE recipes (name TEXT)");
        foreach (var (file, reason) in new[] { (damaged, "damaged"), (newer, "newer version"), (foreign, "no database of this application"), ("nowhere.db", "no database in"), (database.Settings.File!, "the database itself") })
            Assert.Contains(reason, Assert.Throws<SettingException>(() => backups.Restore(file, Time)).Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.Settings.File!, None));
    }

    [Fact]
    public async Task A_start_with_a_damaged_file_names_the_newest_good_backup_and_refuses_to_write()
    {
        await using var database = await TestDatabase.FileAsync();
        var integrity = new DatabaseIntegrity(database.Settings, database.Factory, database.Damage);
        await database.Answers.RecordAsync(Asked.Answer(Guid.CreateVersion7()), Asked.Question(), None);
        Assert.Null(integrity.Check());
        Assert.False(integrity.IsLarge);
        var good = Backups(database).Create(null, Time);
        database.Close();
        Damage.Middle(database.Settings.File!);
        var message = integrity.Check();
        Assert.Contains($"interviewprep restore {good}", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message!);
        Assert.True(database.Damage.IsKnown);
        Assert.Equal(StorageFault.Corrupt, (await Assert.ThrowsAsync<StorageException>(() => database.Answers.RecordAsync(Asked.Answer(Guid.CreateVersion7()), Asked.Question(), None))).Fault);
        File.Delete(good);
        Assert.Contains("no good backup", integrity.Check(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_on_a_server_is_left_to_its_own_tools()
    {
        var settings = new DatabaseSettings(TestDatabase.Postgres, "Host=db.example.org;Database=learners");
        Assert.Throws<SettingException>(() => new DatabaseBackups(settings, TestDatabase.Contexts(settings)));
        Assert.Null(new DatabaseIntegrity(settings, TestDatabase.Contexts(settings), new DatabaseDamage()).Check());
    }

    private static DatabaseBackups Backups(TestDatabase database) => new(database.Settings, database.Factory);

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
