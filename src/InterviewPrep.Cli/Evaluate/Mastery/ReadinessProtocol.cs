using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Planning;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>
/// A log with a test after practice: what the app says of the readiness on the day of the test, for each question's first answer there. Every
/// learner is met cold. By the days since practice, because that is what a readiness is about.
/// </summary>
internal sealed class ReadinessProtocol(AnswerFile file, ItemBank items, int warmLearners)
{
    private static readonly MemoryModel Model = new(FsrsParameters.Default);

    /// <summary>Runs the models that the app runs.</summary>
    /// <returns><see langword="null"/> where there is no test.</returns>
    public object? Run()
    {
        var horizons = new SortedDictionary<int, Horizon>();
        foreach (var learner in file.Rows.GroupBy(r => r.Learner).Skip(warmLearners)) Test([.. learner], horizons);
        return horizons.Count == 0 ? null : horizons.Select(h => new
        {
            daysAfterPractice = h.Key,
            seen = h.Value.Seen.Summary(),
            seenByMemoryAlone = h.Value.MemoryAlone.Summary(),
            seenByMasteryAlone = h.Value.MasteryAlone.Summary(),
            unseen = h.Value.Unseen.Summary(),
        });
    }

    private void Test(List<AnswerRow> rows, SortedDictionary<int, Horizon> horizons)
    {
        var family = TracerModel.Family(items, pooled: false)();
        var cards = new Dictionary<int, Seen>();
        var asked = new HashSet<int>();
        var end = double.NaN;
        foreach (var row in rows)
        {
            if (!row.Posttest)
            {
                family.Observe(row);
                end = row.Day;
                if (row.Right is { } answered) cards[row.Item] = cards.GetValueOrDefault(row.Item).After(answered, row.Day);
                continue;
            }

            if (double.IsNaN(end) || row.Right is not { } right || !asked.Add(row.Item)) continue;
            var days = (int)Math.Round(row.Day - end);
            if (!horizons.TryGetValue(days, out var horizon)) horizons[days] = horizon = new();
            var mastery = family.Predict(row);
            if (!cards.TryGetValue(row.Item, out var card))
            {
                horizon.Unseen.Add(mastery, right);
                continue;
            }

            var recall = Model.Retrievability(row.Day - card.Day, card.Memory.Stability);
            horizon.Seen.Add(Readiness.ChanceOf(mastery, new CardRecall(recall, card.IsTested)), right);
            horizon.MemoryAlone.Add(recall, right);
            horizon.MasteryAlone.Add(mastery, right);
        }
    }

    private sealed class Horizon
    {
        public PredictionLog Seen { get; } = new();

        public PredictionLog MemoryAlone { get; } = new();

        public PredictionLog MasteryAlone { get; } = new();

        public PredictionLog Unseen { get; } = new();
    }

    /// <summary>A question that was answered in practice.</summary>
    private readonly record struct Seen(MemoryState Memory, double Day, bool IsTested)
    {
        public Seen After(bool right, double day)
        {
            var elapsed = Memory == default ? 0 : (int)Math.Floor(day - Day);
            return new(Model.Next(Memory, right ? Rating.Good : Rating.Again, elapsed), day, IsTested || (right && elapsed > 0));
        }
    }
}
