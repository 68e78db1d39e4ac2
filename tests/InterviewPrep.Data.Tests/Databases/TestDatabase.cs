using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Marks;
using InterviewPrep.Data.Reading;
using InterviewPrep.Data.Review;
using InterviewPrep.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace InterviewPrep.Data.Tests.Databases;

/// <summary>A migrated database of one test, with the stores over it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    public const string Sqlite = "Sqlite";
    public const string Postgres = "Postgres";

    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateAsync);

    private TestDatabase(DatabaseSettings settings, params IInterceptor[] interceptors)
    {
        Settings = settings;
        Factory = Contexts(settings, Damage, interceptors);
        Database = new Database(Factory, settings, Damage);
    }

    public DatabaseSettings Settings { get; }

    public DatabaseDamage Damage { get; } = new();

    public IDbContextFactory<InterviewPrepContext> Factory { get; }

    public Database Database { get; }

    public LearnerStore Learners => new(Database);

    public AnswerStore Answers => new(Database);

    public FoldStore Folds => new(Database);

    public RegradeStore Regrades => new(Database);

    public ReviewStore Reviews => new(Database);

    public AttemptStore Attempts => new(Database);

    public ReadingStore Reading => new(Database);

    public MarkStore Marks => new(Database);

    public LearnerExport Export => new(Database);

    public LearnerImport Import => new(Database);

    public static async Task<TestDatabase> CreateAsync(string provider) =>
        provider == Postgres ? new TestDatabase(await PostgresServer.CreateAsync()) : await FileAsync();

    /// <summary>A file, waited for one second when another process holds it.</summary>
    public static async Task<TestDatabase> FileAsync(params IInterceptor[] interceptors)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("database").FullName, "learners.db");
        await File.WriteAllBytesAsync(file, await Migrated.Value);
        return new TestDatabase(SettingsOf(file), interceptors);
    }

    /// <summary>Over settings of the test's own.</summary>
    public static TestDatabase Over(DatabaseSettings settings) => new(settings);

    public static DatabaseSettings SettingsOf(string file, string more = "") => new(Sqlite, $"Data Source={file};Default Timeout=1{more}");

    public static IDbContextFactory<InterviewPrepContext> Contexts(DatabaseSettings settings, DatabaseDamage? damage = null, params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<InterviewPrepContext>();
        options.UseDatabase(settings, damage).AddInterceptors(interceptors);
        return new PooledDbContextFactory<InterviewPrepContext>(options.Options);
    }

    /// <summary>All that is kept of a learner, as text to compare.</summary>
    public async Task<string> TextOfAsync(Guid learner)
    {
        using var text = new MemoryStream();
        return await Export.WriteAsync(learner, text, withOpenQuestions: true, Asked.Now, CancellationToken.None) ? System.Text.Encoding.UTF8.GetString(text.ToArray()) : "";
    }

    /// <summary>Closes what is open, so that the file can be changed from outside.</summary>
    public void Close()
    {
        if (!Settings.IsSqlite) return;
        using var connection = new SqliteConnection(Settings.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    public async ValueTask DisposeAsync()
    {
        Database.Dispose();
        Close();
        if (Settings.File is { } file) Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        else await PostgresServer.DropAsync(Settings);
    }

    private static async Task<byte[]> MigrateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("migrated");
        var settings = SettingsOf(Path.Combine(folder.FullName, "learners.db"), ";Pooling=False");
        await new DatabaseMigrator(Contexts(settings), settings).MigrateAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        var bytes = await File.ReadAllBytesAsync(settings.File!);
        folder.Delete(recursive: true);
        return bytes;
    }
}
