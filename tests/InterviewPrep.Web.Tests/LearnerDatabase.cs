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
    private readonly string _folder = Directory.CreateTempSubdirectory("learners").FullName;
    private readonly DbContextOptions<InterviewPrepContext> _options;

    public LearnerDatabase()
    {
        Settings = new DatabaseSettings("Sqlite", $"Data Source={Path.Combine(_folder, "learners.db")}");
        var options = new DbContextOptionsBuilder<InterviewPrepContext>();
        options.UseDatabase(Settings);
        _options = options.Options;
        new DatabaseMigrator(this, Settings).MigrateAsync(TimeSpan.FromSeconds(30), CancellationToken.None).GetAwaiter().GetResult();
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

    public void Dispose()
    {
        Database.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
