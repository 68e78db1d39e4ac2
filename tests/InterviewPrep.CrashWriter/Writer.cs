using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace InterviewPrep.CrashWriter;

/// <summary>
/// Learners who answer through the stores of the application for as long as the process lives. A line <c>shown ID</c> means
/// that the learner has seen the feedback on this answer, so that it must never be lost; <c>again ID</c> that they sent one a
/// second time; <c>fault NAME</c> that they were told that something could not be saved.
/// </summary>
internal static class Writer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A text that makes a database grow fast enough to fill a small disk.</summary>
    private static readonly string Essay = new('e', 2_000);

    public static async Task<int> MigrateAsync(string file)
    {
        var (settings, contexts) = Open(file);
        Console.WriteLine("migrating");
        await new DatabaseMigrator(contexts, settings).MigrateAsync(Patience, CancellationToken.None).ConfigureAwait(false);
        Console.WriteLine("done");
        return 0;
    }

    public static async Task<int> AnswerAsync(string file, int learners, TextWriter output)
    {
        var (settings, contexts) = Open(file);
        await new DatabaseMigrator(contexts, settings).MigrateAsync(Patience, CancellationToken.None).ConfigureAwait(false);
        using var database = new Database(contexts, settings);
        using var lines = TextWriter.Synchronized(output);
        await lines.WriteLineAsync("ready").ConfigureAwait(false);
        await Task.WhenAll(Enumerable.Range(0, learners).Select(_ => Task.Run(() => LearnAsync(new AnswerStore(database), lines)))).ConfigureAwait(false);
        return 0;
    }

    public static (DatabaseSettings Settings, IDbContextFactory<InterviewPrepContext> Contexts) Open(string file)
    {
        var settings = DatabaseSettings.Read(key => key == "Database:ConnectionString" ? $"Data Source={file};Default Timeout=1" : null);
        settings.Prepare();
        var options = new DbContextOptionsBuilder<InterviewPrepContext>();
        options.UseDatabase(settings);
        return (settings, new PooledDbContextFactory<InterviewPrepContext>(options.Options));
    }

    private static async Task LearnAsync(AnswerStore answers, TextWriter lines)
    {
        var learner = Guid.CreateVersion7();
        for (var n = 0; ; n++)
        {
            var answer = Answer(learner, n);
            await RecordAsync(answers, answer, "shown", lines).ConfigureAwait(false);
            if (n % 5 == 0) await RecordAsync(answers, answer with { Id = Guid.CreateVersion7() }, "again", lines).ConfigureAwait(false);
        }
    }

    private static async Task RecordAsync(AnswerStore answers, Answer answer, string word, TextWriter lines)
    {
        while (true)
        {
            try
            {
                var kept = await answers.RecordAsync(answer, Question, CancellationToken.None).ConfigureAwait(false);
                await lines.WriteLineAsync($"{word} {kept.Id}").ConfigureAwait(false);
                return;
            }
            catch (StorageException e)
            {
                await lines.WriteLineAsync($"fault {e.Fault}").ConfigureAwait(false);
                await Task.Delay(TimeSpan.FromMilliseconds(200)).ConfigureAwait(false); // Then the learner presses the button again.
            }
        }
    }

    public static Answer Answer(Guid learner, int n) => new()
    {
        Id = Guid.CreateVersion7(),
        Learner = learner,
        Step = Guid.CreateVersion7(),
        Question = Question.Id,
        Version = Question.Version,
        Seed = n,
        Response = new OpenResponse(Essay, [0], []),
        Score = n % 2,
        Mode = AnswerMode.Check,
        Time = DateTime.UtcNow,
    };

    public static OpenQuestion Question { get; } = new()
    {
        Id = "crash-01",
        Version = 1,
        Lesson = "crashes",
        Concepts = ["crashes"],
        Level = 1,
        Prompt = "What survives a crash?",
        Explanation = "What was committed.",
        KeyPoints = [new("The commit", 1)],
        Model = "What was committed.",
        Minutes = 1,
    };
}
