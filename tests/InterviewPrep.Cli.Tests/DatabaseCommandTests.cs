using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Storage;
using Microsoft.Data.Sqlite;

namespace InterviewPrep.Cli.Tests;

/// <summary>The commands about the database: what they print, and the exit code.</summary>
public sealed class DatabaseCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cli");

    private string File => Path.Combine(_folder.FullName, "learners.db");

    private string BackupFile => Path.Combine(_folder.FullName, "backups", "learners-20261125T000000Z.db");

    public void Dispose()
    {
        Close();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_database_is_made_and_then_up_to_date()
    {
        var first = Run("migrate");
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("migrations applied", first.Output, StringComparison.Ordinal);
        Assert.Contains("is up to date", Run("migrate").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_made_kept_and_brought_back()
    {
        var answer = await AnswerAsync();
        var made = Run("backup");
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Contains($"backed up to {BackupFile}", made.Output, StringComparison.Ordinal);
        Assert.Contains("exists already", Run("backup").Error, StringComparison.Ordinal);
        var named = Path.Combine(_folder.FullName, "elsewhere", "copy.db");
        Assert.Equal(0, Run("backup", "--to", named).ExitCode);
        System.IO.File.Copy(BackupFile, BackupFile.Replace("20261125", "20261124", StringComparison.Ordinal));
        System.IO.File.Delete(BackupFile);
        var rotated = Run("backup", "--keep", "1");
        Assert.Contains("deleted ", rotated.Output, StringComparison.Ordinal);
        Assert.Equal([BackupFile], Directory.GetFiles(Path.GetDirectoryName(BackupFile)!));

        await AnswerAsync();
        Close();
        var restored = Run("restore", BackupFile);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        Assert.Contains($"{File}.before-20261125T000000Z", restored.Output, StringComparison.Ordinal);
        Assert.Equal([answer], await AnswersAsync());
    }

    [Fact]
    public async Task A_damaged_database_is_told_with_the_way_back()
    {
        await AnswerAsync();
        Assert.Equal(0, Run("backup").ExitCode);
        Close();
        Overwrite(File);
        var doctor = Run("doctor");
        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains("PROBLEM", doctor.Output, StringComparison.Ordinal);
        Assert.Contains($"interviewprep restore {BackupFile}", doctor.Output, StringComparison.Ordinal);
        var backup = Run("backup", "--to", Path.Combine(_folder.FullName, "bad.db"));
        Assert.Equal(1, backup.ExitCode);
        Assert.Contains("doctor", backup.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder.FullName, "*.db"));
        Assert.Equal(0, Run("restore", BackupFile).ExitCode);
        Assert.Equal(0, Run("doctor").ExitCode);
        Assert.Single(await AnswersAsync());
    }

    [Fact]
    public async Task A_bad_backup_is_not_restored()
    {
        await AnswerAsync();
        Run("backup");
        Overwrite(BackupFile);
        Close();
        var restored = Run("restore", BackupFile);
        Assert.Equal(1, restored.ExitCode);
        Assert.Contains("Nothing was changed", restored.Error, StringComparison.Ordinal);
        Assert.Single(await AnswersAsync());
    }

    [Fact]
    public async Task The_doctor_counts_what_there_is()
    {
        await AnswerAsync();
        await AnswerAsync();
        var doctor = Run("doctor");
        Assert.Equal((0, ""), (doctor.ExitCode, doctor.Error));
        foreach (var part in new[] { File, "integrity  ok", "up to date", "2 learners, 0 accounts, 2 answers", "left", "no good one" }) Assert.Contains(part, doctor.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await AnswersAsync()).Count);
    }

    [Fact]
    public void The_doctor_sees_a_missing_and_a_newer_database()
    {
        var missing = Run("doctor");
        Assert.Equal((1, false), (missing.ExitCode, System.IO.File.Exists(File)));
        Run("migrate");
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Telepathy', '99.0')");
        var newer = Run("doctor");
        Assert.Equal(1, newer.ExitCode);
        Assert.Contains("Telepathy", newer.Output, StringComparison.Ordinal);
        Assert.Contains("newer version", Run("migrate").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_doctor_sees_rows_that_point_nowhere()
    {
        Run("migrate");
        Execute("PRAGMA foreign_keys = OFF; INSERT INTO Bookmarks (LearnerId, QuestionId, Time) VALUES ('0198C5F2-0000-7000-8000-000000000001', 'q', '2026-11-26 00:00:00')");
        var doctor = Run("doctor");
        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains("A row of Bookmarks points to a row of Learners", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learners_go_from_one_database_to_another()
    {
        var answer = await AnswerAsync();
        var text = Run("export", "--all");
        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.Contains(answer.ToString(), text.Output, StringComparison.Ordinal);
        var exported = Path.Combine(_folder.FullName, "all.json");
        Assert.Equal(0, Run("export", "--all", "--to", exported).ExitCode);
        Assert.Equal(text.Output, await System.IO.File.ReadAllTextAsync(exported, TestContext.Current.CancellationToken));
        Assert.Contains("exists already", Run("export", "--all", "--to", exported).Error, StringComparison.Ordinal);

        var other = $"--Database:ConnectionString=Data Source={Path.Combine(_folder.FullName, "other.db")};Pooling=False";
        var imported = CommandLine.Run("import", exported, other);
        Assert.Equal((0, ""), (imported.ExitCode, imported.Error));
        Assert.Contains("1 answers, 0 sittings", imported.Output, StringComparison.Ordinal);
        Assert.Contains("0 answers", CommandLine.Run("import", exported, other).Output, StringComparison.Ordinal);
        Assert.Equal(text.Output, CommandLine.Run("export", "--all", other).Output);
        Assert.Contains("There is no learner", Run("export", "--learner", Guid.Empty.ToString()).Error, StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(exported, "recipes", TestContext.Current.CancellationToken);
        Assert.Equal(1, CommandLine.Run("import", exported, other).ExitCode);
        Assert.Equal(1, CommandLine.Run("import", "nowhere.json", other).ExitCode);
    }

    [Theory]
    [InlineData("pg_dump --format=custom --file=interviewprep.dump --host=db.example.org --port=5433 --username=ada --dbname=learners", "backup")]
    [InlineData("pg_restore --clean --if-exists --single-transaction --host=db.example.org --port=5433 --username=ada --dbname=learners saved.dump", "restore", "saved.dump")]
    public void A_server_is_backed_up_by_its_own_tools(string command, params string[] arguments)
    {
        var run = CommandLine.Run([.. arguments, "--Database:Provider=Postgres", "--Database:ConnectionString", "Host=db.example.org;Port=5433;Database=learners;Username=ada;Password=secret"]);
        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith(command, run.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup", "file.db")]
    [InlineData("backup", "--keep", "0")]
    [InlineData("backup", "--keep", "some")]
    [InlineData("backup", "--keep")]
    [InlineData("backup", "--keep", "3", "--to", "x.db")]
    [InlineData("backup", "--nonsense")]
    [InlineData("restore")]
    [InlineData("restore", "a.db", "b.db")]
    [InlineData("export")]
    [InlineData("export", "--all", "--learner", "0198c5f2-0000-7000-8000-000000000001")]
    [InlineData("export", "--learner", "me")]
    [InlineData("import")]
    [InlineData("import", "x.json", "--into", "me")]
    [InlineData("doctor", "--all")]
    public void A_call_that_cannot_be_understood_is_said_in_one_line(params string[] arguments)
    {
        var run = Run(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void A_setting_that_cannot_be_used_is_said_in_one_line()
    {
        var run = CommandLine.Run("doctor", "--Database:Provider=Oracle");
        Assert.Equal((1, "", 1), (run.ExitCode, run.Output, run.Error.TrimEnd().Split('\n').Length));
    }

    private CommandLine Run(params string[] arguments) => CommandLine.Run([.. arguments, $"--Database:ConnectionString=Data Source={File};Default Timeout=1"]);

    private async Task<Guid> AnswerAsync()
    {
        Run("migrate");
        var question = new TextQuestion { Id = "q", Version = 1, Concepts = ["c"], Level = 1, Prompt = "?", Explanation = "!", Accept = ["a"] };
        using var database = Open();
        var answer = new Answer
        {
            Id = Guid.CreateVersion7(),
            Learner = Guid.CreateVersion7(),
            Step = Guid.CreateVersion7(),
            Question = "q",
            Version = 1,
            Seed = 1,
            Response = new TextResponse("a"),
            Score = 1,
            Mode = AnswerMode.Check,
            Time = new DateTime(2026, 11, 26, 0, 0, 0, DateTimeKind.Utc),
        };
        return (await new AnswerStore(database).RecordAsync(answer, question, TestContext.Current.CancellationToken)).Id;
    }

    private async Task<IReadOnlyList<Guid>> AnswersAsync()
    {
        using var database = Open();
        return await database.ReadAsync(context => Task.FromResult<IReadOnlyList<Guid>>([.. context.Answers.Select(a => a.Id)]), TestContext.Current.CancellationToken);
    }

    private Database Open()
    {
        var settings = new DatabaseSettings("Sqlite", $"Data Source={File};Default Timeout=1");
        return new Database(DatabaseArguments.Contexts(settings), settings);
    }

    private void Close()
    {
        using var connection = new SqliteConnection($"Data Source={File};Default Timeout=1");
        SqliteConnection.ClearPool(connection);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>All but the first page becomes noise, as a failing disk makes it.</summary>
    private static void Overwrite(string file)
    {
        var bytes = System.IO.File.ReadAllBytes(file);
        bytes.AsSpan(4096).Fill(0x5A);
        System.IO.File.WriteAllBytes(file, bytes);
    }
}
