using System.Diagnostics;
using System.Globalization;
using InterviewPrep.Core;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Planning;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace InterviewPrep.Benchmarks;

/// <summary>
/// What one learner with many answers costs: the fold itself, what the pages ask of the model, and the model out of a database, cold and warm.
/// Prints milliseconds of wall clock and of the processor; the best of several, since others use the machine too.
/// </summary>
internal static class LearnerTimes
{
    private const int Concepts = 300;
    private const int Repeats = 7;
    private static readonly DateTime Start = new(2024, 1, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly LearnerSettings Settings = new() { TimeZone = "Europe/Berlin" };

    /// <summary>Prints answers a second of the fold, and the time of each page's question to the model.</summary>
    public static void PrintFold(int answers, int questions)
    {
        var course = Course(questions);
        var log = Log(answers, questions, Guid.Empty).Select(a => LoggedAnswer.Of(a)).ToList();
        var day = new StudyDay(Settings.Zone);
        LearnerModel Fold()
        {
            var model = new LearnerModel(course, day, FsrsParameters.Default);
            foreach (var answer in log) model.Add(answer);
            return model;
        }

        var (_, fold) = Best(() => Fold());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fold {answers / fold:N0} answers a second of the processor"));
        var learner = Fold();
        var bytes = learner.Save();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{learner.Count:N0} answers, {learner.Cards.Count:N0} cards, {bytes.Length:N0} bytes kept"));
        Print("save", () => learner.Save());
        Print("restore", () => LearnerModel.Restore(bytes, course, day, FsrsParameters.Default));
        Print("copy and add", () => learner.Copy().Add(log[^1] with { Id = Guid.CreateVersion7(), Time = log[^1].Time.AddSeconds(1) }));
        Print("correct one", () => learner.Copy().Correct(log[^1].Id, new(Rating.Easy, false)));
        PrintPages(learner, log[^1].Time.AddHours(20));
    }

    /// <summary>Prints the time until a model is there, for an empty cache, for a kept model and for none, and with one more answer.</summary>
    /// <param name="answers">Answers of the learner.</param>
    /// <param name="questions">Questions of the course.</param>
    /// <param name="settings">Where to; the database is filled and stays so.</param>
    /// <param name="others">How many more learners have as many answers in the same database.</param>
    public static async Task PrintStoreAsync(int answers, int questions, DatabaseSettings settings, int others = 0)
    {
        var options = new DbContextOptionsBuilder<InterviewPrepContext>();
        options.UseDatabase(settings);
        var contexts = new PooledDbContextFactory<InterviewPrepContext>(options.Options);
        settings.Prepare();
        await new DatabaseMigrator(contexts, settings).MigrateAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        using var database = new Database(contexts, settings);
        var course = Course(questions);
        var learner = Guid.CreateVersion7();
        await FillAsync(database, Log(answers, questions, learner), course);
        await CrowdAsync(contexts, learner, others, settings.IsSqlite);
        var folds = new FoldStore(database);
        Task<LearnerModel> Of(LearnerModels models) => models.OfAsync(learner, Settings, course, CancellationToken.None);
        await using var warm = new LearnerModels(folds);
        await Of(warm);
        await warm.SavedAsync();
        await PrintAsync("cold, kept model", async () =>
        {
            await using var models = new LearnerModels(folds);
            await Of(models);
        });
        await PrintAsync("warm, nothing new", () => Of(warm));
        var store = new AnswerStore(database);
        var next = (await Of(warm)).Last!.Value;
        var elapsed = double.MaxValue;
        for (var i = 0; i < Repeats; i++)
        {
            await store.RecordAsync(Answer(learner, i, next = next.AddSeconds(10), 1), course.Questions[i], CancellationToken.None);
            var before = Stopwatch.GetTimestamp();
            await Of(warm);
            elapsed = Math.Min(elapsed, Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"warm, one more answer: {elapsed:0.0} ms"));
        await folds.DeleteAsync(learner, CancellationToken.None);
        await PrintAsync("cold, no kept model", () => LearnerModels.RebuildAsync(folds, learner, Settings, course, CancellationToken.None));
        PrintPages(await Of(warm), next.AddHours(20));
    }

    private static void PrintPages(LearnerModel learner, DateTime now)
    {
        var none = new HashSet<string>();
        var soon = DateOnly.FromDateTime(now.AddDays(30));
        Print("today: queue", () => learner.Copy().QueueAt(now, 20));
        Print("today: forecast of three weeks", () => learner.Forecast(21, now, 20));
        Print("today: readiness", () => learner.ReadinessOn(soon, now));
        Print("today: choice", () => TodayPolicy.Default.Choose(learner.SituationFor(soon, now, none), 20));
        _ = learner.Misconceptions; // Carried on from answer to answer.
        Print("weak areas, all", () => learner.Copy().WeakAreas(now));
        Print("weak areas, 30", () => learner.Copy().WeakAreas(now, 30));
        Print("weak areas, page", () => (learner.WeakAreas(now, 30), learner.ReportsByCost(now), learner.Misconceptions.Held, learner.Calibration()));
        Print("one concept", () => learner.EvidenceOf("concept-0", now));
        Print("diagnostic", () => learner.DiagnosticAt(now));
        Print("statistics: days, types, levels, modules, retention", () => (learner.Days(), learner.ByType(), learner.ByLevel(), learner.ByModule(), learner.Retention(), learner.RetrievabilitiesAt(now)));
        Print("statistics: calibration", () => learner.Copy().Calibration());
        Print("statistics: forecast of 30 days", () => learner.Forecast(30, now, 20));
    }

    private static async Task FillAsync(Database database, IEnumerable<Answer> log, Course course)
    {
        foreach (var part in log.Chunk(5000))
        {
            await database.WriteAsync(
                async context =>
                {
                    if (await context.Learners.FindAsync(part[0].Learner) is null) context.Learners.Add(new Learner { Id = part[0].Learner, Created = Start });
                    var snapshot = QuestionSnapshot.Of(course.Questions[0]);
                    if (await context.Snapshots.FindAsync(snapshot.Id) is null) context.Snapshots.Add(snapshot);
                    context.Answers.AddRange(part.Select(a => new AnswerRow(a, snapshot.Id)));
                },
                CancellationToken.None);
        }
    }

    /// <summary>Gives other learners the answers of one, with ids of their own.</summary>
    private static async Task CrowdAsync(IDbContextFactory<InterviewPrepContext> contexts, Guid learner, int others, bool isSqlite)
    {
        const int together = 250;
        var counted = isSqlite ? "WITH RECURSIVE one(n) AS (SELECT {1} UNION ALL SELECT n + 1 FROM one WHERE n < {2}) " : "WITH one AS (SELECT generate_series({1}, {2}) AS n) ";
        var other = isSqlite ? "printf('%08X-0000-7000-9000-000000000000', n)" : "(lpad(to_hex(n), 8, '0') || '-0000-7000-9000-000000000000')::uuid";
        var own = isSqlite ? "printf('%08X-0000-7000-8000-%012X', n, a.rowid)" : "gen_random_uuid()";
        for (var from = 1; from <= others; from += together)
        {
            await using var context = await contexts.CreateDbContextAsync();
            context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            object[] values = [learner, from, Math.Min(others, from + together - 1)];
            foreach (var (type, ids) in new[] { (typeof(Learner), new[] { ("Id", other) }), (typeof(AnswerRow), [("Id", own), ("StepId", own), ("LearnerId", other)]) })
            {
                var table = context.Model.FindEntityType(type)!;
                var columns = table.GetProperties().Select(p => p.GetColumnName()).ToList();
                var taken = columns.Select(c => ids.FirstOrDefault(i => i.Item1 == c).Item2 ?? $"a.\"{c}\"");
                var key = type == typeof(Learner) ? "Id" : "LearnerId";
                var sql = $"INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) {counted}SELECT {string.Join(", ", taken)} FROM one, \"{table.GetTableName()}\" a WHERE a.\"{key}\" = {{0}} ORDER BY n";
                await context.Database.ExecuteSqlRawAsync(sql, values);
            }
        }
    }

    private static Course Course(int questions) => new(new CourseParts
    {
        Id = "course",
        Title = "Course",
        Description = "Course",
        Misconceptions = [.. Enumerable.Range(0, 50).Select(i => new Misconception($"belief-{i}", "b", "c", $"concept-{i}"))],
        Questions =
        [
            .. Enumerable.Range(0, questions).Select(i => new SingleQuestion
            {
                Id = $"question-{i:00000}", Version = 1, Concepts = [$"concept-{i % Concepts}"], Level = 1 + (i % 4), Prompt = "?", Explanation = "Because.", Deck = $"deck-{i % 20}",
                Options = [new("right", "Right", true, null, null), new("wrong", "Wrong", false, null, i % Concepts < 50 ? $"belief-{i % Concepts}" : null), new("other", "Other", false, null, null), new("last", "Last", false, null, null)],
            }),
        ],
    });

    private static IEnumerable<Answer> Log(int answers, int questions, Guid learner)
    {
        var random = new SplitMix64(20261126);
        var time = Start;
        for (var i = 0; i < answers; i++)
        {
            time += random.Next(100) == 0 ? TimeSpan.FromHours(6) : TimeSpan.FromSeconds(20 + random.Next(40));
            yield return Answer(learner, i < questions ? i : random.Next(questions), time, random.Next(4) == 0 ? 0 : 1) with { Certainty = (Certainty)(1 + random.Next(3)) };
        }
    }

    private static Answer Answer(Guid learner, int question, DateTime time, double score) => new()
    {
        Id = Guid.CreateVersion7(),
        Learner = learner,
        Step = Guid.CreateVersion7(),
        Question = $"question-{question:00000}",
        Version = 1,
        Seed = question,
        Response = new ChoiceResponse([score < 1 ? "wrong" : "right"]),
        Score = score,
        Duration = TimeSpan.FromSeconds(25),
        Mode = AnswerMode.Review,
        Time = time,
        Misconceptions = score < 1 && question % Concepts < 50 ? [$"belief-{question % Concepts}"] : [],
    };

    private static void Print(string name, Func<object?> work)
    {
        var (wall, processor) = Best(work);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {wall * 1000:0.0} ms, {processor * 1000:0.0} ms of the processor"));
    }

    private static void Print(string name, Action work) => Print(name, () =>
    {
        work();
        return null;
    });

    private static async Task PrintAsync(string name, Func<Task> work)
    {
        var best = double.MaxValue;
        for (var i = 0; i < Repeats; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            await work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {best:0.0} ms"));
    }

    private static (double Wall, double Processor) Best(Func<object?> work)
    {
        var (wall, processor) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < Repeats; i++)
        {
            var (begin, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            work();
            wall = Math.Min(wall, Stopwatch.GetElapsedTime(begin).TotalSeconds);
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
        }

        return (wall, processor);
    }
}
