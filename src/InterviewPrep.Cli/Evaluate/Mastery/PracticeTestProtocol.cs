using System.Collections.Immutable;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>
/// Answers of many learners in the order of time, with or without a test after practice. The first learners only warm the models; every answer of
/// the rest is predicted before it is learnt from. Where there is a test, models are also asked at the end of practice, once and for all of it: for
/// its answers, and for the topics in which less than half of it will be right.
/// </summary>
internal sealed class PracticeTestProtocol(AnswerFile file, int warmLearners)
{
    private const double WeakBelow = 0.5;
    private const int Lowest = 3;

    private readonly ImmutableDictionary<int, int> _numbers = file.Rows.Select(r => r.Learner).Distinct().Select((learner, i) => (learner, i)).ToImmutableDictionary(p => p.learner, p => p.i);

    private readonly ILookup<int, AnswerRow> _tests = file.Rows.Where(r => r.Posttest && r.Right is not null).ToLookup(r => r.Learner);

    /// <summary>Runs one kind of model.</summary>
    /// <param name="kind">The model.</param>
    /// <param name="cold">Whether each learner is met without anything learnt from others: the case of an app that starts.</param>
    public Outcome Run(ModelKind kind, bool cold)
    {
        var family = kind.NewFamily();
        var learners = new Dictionary<int, IKnowledgeModel>();
        var online = new PredictionLog();
        var frozen = new PredictionLog();
        var topics = new TopicLog();
        var asked = new HashSet<int>();
        foreach (var row in file.Rows)
        {
            var test = _numbers[row.Learner] >= warmLearners;
            if (cold && !test) continue;
            if (!learners.TryGetValue(row.Learner, out var learner))
                learners[row.Learner] = learner = cold ? kind.NewFamily()() : family();
            if (test && row.Posttest && asked.Add(row.Learner)) Freeze(learner, row, frozen, topics);
            if (test && row.Right is { } right) online.Add(learner.Predict(row), right);
            learner.Observe(row);
        }

        return new(online.Summary(), asked.Count == 0 ? null : new(frozen.Summary(), topics.Summary()));
    }

    private void Freeze(IKnowledgeModel learner, AnswerRow first, PredictionLog frozen, TopicLog topics)
    {
        var rows = _tests[first.Learner].ToImmutableArray();
        foreach (var row in rows) frozen.Add(learner.Predict(row), row.Right!.Value);
        topics.Add(
            [.. rows.GroupBy(r => r.Topic).OrderBy(g => g.Key).Select(g => (learner.Estimate(g.Key, first.Day), g.Average(r => r.Right!.Value ? 1.0 : 0.0)))],
            WeakBelow, Lowest);
    }

    internal sealed record Outcome(PredictionLog.Figures Online, PosttestOutcome? Posttest);

    /// <param name="Answers">Predictions of the test's answers.</param>
    /// <param name="Topics">Which topics are weak: below half of the test right.</param>
    internal sealed record PosttestOutcome(PredictionLog.Figures Answers, TopicLog.Figures Topics);
}
