using System.Collections.Immutable;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>
/// Simulated learners whose true mastery is known at some points: each is met by a model that knows nobody else, its answers are predicted one by
/// one, and at those points the model says which topics are weak.
/// </summary>
internal sealed class TruthProtocol(ImmutableArray<AnswerRow> rows, ImmutableArray<TruthFile.Truth> truths)
{
    private const double WeakBelow = 0.6;
    private const int Lowest = 3;

    public Outcome Run(ModelKind kind)
    {
        var online = new PredictionLog();
        var after = new SortedDictionary<int, TopicLog>();
        var known = truths.ToLookup(t => t.Learner);
        foreach (var learner in rows.GroupBy(r => r.Learner))
        {
            var model = kind.NewFamily()();
            var points = known[learner.Key].ToDictionary(t => t.After);
            var count = 0;
            foreach (var row in learner)
            {
                if (row.Right is { } right) online.Add(model.Predict(row), right);
                model.Observe(row);
                if (row.Right is null || !points.TryGetValue(++count, out var truth)) continue;
                if (!after.TryGetValue(count, out var log)) after[count] = log = new TopicLog();
                log.Add([.. truth.Mastery.Select((m, topic) => (model.Estimate(topic, truth.Day), m))], WeakBelow, Lowest);
            }
        }

        return new(online.Summary(), [.. after.Select(p => new PointOutcome(p.Key, p.Value.Summary()))]);
    }

    internal sealed record Outcome(PredictionLog.Figures Online, ImmutableArray<PointOutcome> Points);

    /// <param name="After">Answers given.</param>
    /// <param name="Topics">Which topics are weak: below 60 % in truth.</param>
    internal sealed record PointOutcome(int After, TopicLog.Figures Topics);
}
