using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Tests.Memory;

/// <summary>The scheduler against histories that ts-fsrs 5.4.2 scheduled; stability, difficulty and retrievability to 1e-9, the rest exactly.</summary>
public sealed class SchedulerVectorTests
{
    private const double Tolerance = 1e-9;
    private static readonly DateTime Epoch = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Review_ReferenceHistories_AreReproduced()
    {
        var mismatches = new List<string>();
        var steps = 0;
        foreach (var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests/InterviewPrep.Core.Tests/Memory/fsrs-vectors.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            steps += Replay(json.RootElement, mismatches);
        }

        Assert.Empty(mismatches);
        Assert.Equal(3086 + (400 * 4), steps);
    }

    [Fact]
    public void Differs_OneInAHundredMillionOff_IsNoticed()
    {
        Assert.False(Differs(1.0000000005, 1));
        Assert.True(Differs(1.00000001, 1));
    }

    private static int Replay(JsonElement history, List<string> mismatches)
    {
        var scheduler = SchedulerOf(history);
        var start = Epoch.AddMinutes(history.GetProperty("start").GetInt64());
        var card = Card.New;
        var steps = 0;
        foreach (var review in history.GetProperty("h").EnumerateArray())
        {
            var now = start.AddMinutes(review[0].GetInt64());
            var elapsed = ElapsedDays(card, now);
            var where = $"id {history.GetProperty("id")} st {history.GetProperty("st")} minute {review[0]}";
            if (elapsed != review[2].GetInt32()) mismatches.Add($"{where}: {elapsed} days elapsed");
            if (review[3].ValueKind == JsonValueKind.Number && Differs(scheduler.Model.Retrievability(elapsed, card.Memory.Stability), review[3].GetDouble()))
                mismatches.Add($"{where}: retrievability");
            card = scheduler.Review(card, (Rating)review[1].GetInt32(), now, elapsed);
            Compare(card, review, 4, start, where, mismatches);
            steps++;
        }

        var at = start.AddMinutes(history.GetProperty("tp").GetInt64());
        var preview = scheduler.Preview(card, at, ElapsedDays(card, at));
        var expected = history.GetProperty("p");
        for (var g = 1; g <= 4; g++, steps++)
            Compare(preview[(Rating)g], expected[g - 1], 0, start, $"id {history.GetProperty("id")} preview {g}", mismatches);
        return steps;
    }

    private static int ElapsedDays(Card card, DateTime now) => card.LastReview is { } last ? StudyDay.Utc.Between(last, now) : 0;

    private static void Compare(Card card, JsonElement expected, int from, DateTime start, string where, List<string> mismatches)
    {
        if (Differs(card.Memory.Stability, expected[from].GetDouble())) mismatches.Add($"{where}: stability {card.Memory.Stability}");
        if (Differs(card.Memory.Difficulty, expected[from + 1].GetDouble())) mismatches.Add($"{where}: difficulty {card.Memory.Difficulty}");
        var rest = ((int)card.State, card.Step, card.ScheduledDays, (long)(card.Due - start).TotalMinutes);
        var expectedRest = (expected[from + 2].GetInt32(), expected[from + 3].GetInt32(), expected[from + 4].GetInt32(), expected[from + 5].GetInt64());
        if (rest != expectedRest) mismatches.Add($"{where}: {rest}, not {expectedRest}");
    }

    private static bool Differs(double actual, double expected) => Math.Abs(actual - expected) > Tolerance * Math.Abs(expected);

    private static Scheduler SchedulerOf(JsonElement history)
    {
        var weights = history.TryGetProperty("w", out var w) ? w.Deserialize<double[]>()! : [.. FsrsParameters.Default.Weights];
        var relearning = Steps(history.GetProperty("rs"));
        var shortTerm = history.GetProperty("st").GetBoolean();
        return new Scheduler(FsrsParameters.Create(weights, shortTerm, relearning.Length), new SchedulerSettings
        {
            DesiredRetention = history.GetProperty("dr").GetDouble(),
            MaximumInterval = history.GetProperty("max").GetInt32(),
            LearningSteps = Steps(history.GetProperty("ls")),
            RelearningSteps = relearning,
            ShortTerm = shortTerm,
        });
    }

    private static ImmutableArray<TimeSpan> Steps(JsonElement steps) =>
    [
        .. from step in steps.EnumerateArray()
           let text = step.GetString()!
           let count = int.Parse(text[..^1], CultureInfo.InvariantCulture)
           select text[^1] switch { 'm' => TimeSpan.FromMinutes(count), 'h' => TimeSpan.FromHours(count), _ => TimeSpan.FromDays(count) },
    ];
}
