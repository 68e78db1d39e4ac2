using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Cli.Evaluate;

/// <summary>
/// A history of reviews and what came of each, then a preview of all four ratings: <c>st</c> short-term, <c>start</c> minutes after
/// 2024-01-01T00:00Z, <c>dr</c> desired retention, <c>max</c> longest interval, <c>ls</c> and <c>rs</c> steps, <c>w</c> weights if
/// not the defaults, <c>h</c> reviews <c>[minute, rating, days elapsed, retrievability before, S, D, state, step, days, due minute]</c>,
/// <c>tp</c> minute of the preview, <c>p</c> for each rating <c>[S, D, state, step, days, due minute]</c>.
/// </summary>
internal static class HistoryVector
{
    private static readonly DateTime Epoch = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static void Compare(JsonElement vector, VectorComparison comparison, string where)
    {
        var scheduler = SchedulerOf(vector);
        var start = Epoch.AddMinutes(vector.GetProperty("start").GetInt64());
        var card = Card.New;
        foreach (var review in vector.GetProperty("h").EnumerateArray())
        {
            var now = start.AddMinutes(review[0].GetInt64());
            var elapsed = ElapsedDays(card, now);
            var place = $"{where}: minute {review[0]}";
            var before = card;
            card = scheduler.Review(card, (Rating)review[1].GetInt32(), now, elapsed);
            comparison.Step(() =>
            {
                comparison.Whole($"{place}: days elapsed", elapsed, review[2].GetInt32());
                if (review[3].ValueKind != JsonValueKind.Null)
                    comparison.Number($"{place}: retrievability", scheduler.Model.Retrievability(elapsed, before.Memory.Stability), review[3].GetDouble());
                CompareCard(card, review, 4, start, place, comparison);
            });
        }

        if (!vector.TryGetProperty("tp", out var minute)) return;
        var at = start.AddMinutes(minute.GetInt64());
        var preview = scheduler.Preview(card, at, ElapsedDays(card, at));
        foreach (var rating in Enum.GetValues<Rating>())
            comparison.Step(() => CompareCard(preview[rating], vector.GetProperty("p")[(int)rating - 1], 0, start, $"{where}: preview of {rating}", comparison));
    }

    private static int ElapsedDays(Card card, DateTime now) => card.LastReview is { } last ? StudyDay.Utc.Between(last, now) : 0;

    private static void CompareCard(Card card, JsonElement expected, int from, DateTime start, string where, VectorComparison comparison)
    {
        comparison.Number($"{where}: stability", card.Memory.Stability, expected[from].GetDouble());
        comparison.Number($"{where}: difficulty", card.Memory.Difficulty, expected[from + 1].GetDouble());
        comparison.Whole($"{where}: state", (int)card.State, expected[from + 2].GetInt32());
        comparison.Whole($"{where}: step", card.Step, expected[from + 3].GetInt32());
        comparison.Whole($"{where}: days", card.ScheduledDays, expected[from + 4].GetInt32());
        comparison.Whole($"{where}: due minute", (long)(card.Due - start).TotalMinutes, expected[from + 5].GetInt64());
    }

    private static Scheduler SchedulerOf(JsonElement vector)
    {
        var relearning = Steps(vector.GetProperty("rs"));
        var shortTerm = vector.GetProperty("st").GetBoolean();
        double[] weights = vector.TryGetProperty("w", out var w) ? [.. w.EnumerateArray().Select(x => x.GetDouble())] : [.. FsrsParameters.Default.Weights];
        return new Scheduler(FsrsParameters.Create(weights, shortTerm, relearning.Length), new SchedulerSettings
        {
            DesiredRetention = vector.GetProperty("dr").GetDouble(),
            MaximumInterval = vector.GetProperty("max").GetInt32(),
            LearningSteps = Steps(vector.GetProperty("ls")),
            RelearningSteps = relearning,
            ShortTerm = shortTerm,
        });
    }

    private static ImmutableArray<TimeSpan> Steps(JsonElement steps) => [.. steps.EnumerateArray().Select(step => Step(step.GetString() ?? ""))];

    private static TimeSpan Step(string text)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            throw new FormatException($"'{text}' is no step; steps are written 10m, 1h or 1d.");
        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => throw new FormatException($"'{text}' is no step; steps are written 10m, 1h or 1d."),
        };
    }
}
