using InterviewPrep.Data;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Marks;
using InterviewPrep.Data.Reading;
using InterviewPrep.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Tests;

/// <summary>An embedded database of its own, with the stores over it.</summary>
public sealed class LearnerDatabase : IDbContextFactory<InterviewPrepContext>, IDisposable
{
    // Made by the migrations once; what they do is tested by those of the data.
    private static readonly Lazy<byte[]> Empty = new(Migrated);

    private readonly string _folder = Directory.CreateTempSubdirectory("learners").FullName;
    private readonly DbContextOptions<InterviewPrepContext> _options;

    public LearnerDatabase()
    {
        var file = Path.Combine(_folder, "learners.db");
        Put(file);
        Settings = SettingsOf(file);
        _options = OptionsOf(Settings);
        Database = new Database(this, Settings);
        Learners = new LearnerStore(Database);
        Answers = new AnswerStore(Database);
        Attempts = new AttemptStore(Database);
        Reading = new ReadingStore(Database);
        Marks = new MarkStore(Database);
    }

    public DatabaseSettings Settings { get; }

    public Database Database { get; }

    public LearnerStore Learners { get; }

    public AnswerStore Answers { get; }

    public AttemptStore Attempts { get; }

    public ReadingStore Reading { get; }

    public MarkStore Marks { get; }

    public InterviewPrepContext CreateDbContext() => new(_options);

    /// <summary>Makes an empty database in the form of this version.</summary>
    public static void Put(string file) => File.WriteAllBytes(file, Empty.Value);

    private static byte[] Migrated()
    {
        var folder = Directory.CreateTempSubdirectory("migrated").FullName;
        var file = Path.Combine(folder, "learners.db");
        var settings = SettingsOf(file, ";Pooling=False"); // Whoever closes it last leaves all of it in the one file.
        new DatabaseMigrator(new Contexts(OptionsOf(settings)), settings).MigrateAsync(TimeSpan.FromSeconds(30), CancellationToken.None).GetAwaiter().GetResult();
        var bytes = File.ReadAllBytes(file);
        if (File.Exists(file + "-wal")) throw new InvalidOperationException("The database is not whole.");
        Directory.Delete(folder, recursive: true);
        return bytes;
    }

    private static DatabaseSettings SettingsOf(string file, string more = "") => new("Sqlite", $"Data Source={file}{more}");

    private static DbContextOptions<InterviewPrepContext> OptionsOf(DatabaseSettings settings)
    {
        var options = new DbContextOptionsBuilder<InterviewPrepContext>();
        options.UseDatabase(settings);
        return options.Options;
    }

    public void Dispose()
    {
        Database.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Contexts(DbContextOptions<InterviewPrepContext> options) : IDbContextFactory<InterviewPrepContext>
    {
        public InterviewPrepContext CreateDbContext() => new(options);
    }
}
