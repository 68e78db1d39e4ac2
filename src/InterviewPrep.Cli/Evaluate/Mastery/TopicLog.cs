using System.Collections.Immutable;
using InterviewPrep.Core.Evaluation;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>Statements about topics with what is true of them.</summary>
internal sealed class TopicLog
{
    private readonly PredictionLog _weak = new();
    private readonly PredictionLog _low = new();
    private readonly List<(bool Flagged, bool Called, bool Weak)> _flags = [];
    private readonly List<double> _errors = [];
    private readonly List<double> _precisions = [];
    private readonly List<double> _lowestTruths = [];

    /// <summary>Takes the topics of one learner at one time.</summary>
    /// <param name="topics">Estimate and true share of each.</param>
    /// <param name="weakBelow">Where weak begins in truth.</param>
    /// <param name="lowest">How many topics a learner would be sent to.</param>
    public void Add(ImmutableArray<(TopicEstimate Estimate, double Truth)> topics, double weakBelow, int lowest)
    {
        foreach (var (estimate, truth) in topics)
        {
            _weak.Add(estimate.Weak, truth < weakBelow);
            _low.Add(1 - estimate.Mastery, truth < weakBelow);
            _flags.Add((estimate.Flagged, estimate.Called, truth < weakBelow));
            _errors.Add(Math.Abs(estimate.Mastery - truth));
        }

        var truly = topics.OrderBy(t => t.Truth).Take(lowest).Select(t => t.Truth).ToHashSet();
        var named = topics.OrderBy(t => t.Estimate.Mastery).Take(lowest).ToList();
        _precisions.Add((double)named.Count(t => truly.Contains(t.Truth)) / lowest);
        _lowestTruths.AddRange(named.Select(t => t.Truth));
    }

    public Figures Summary()
    {
        var summary = _weak.Summary();
        var weak = _flags.Count(f => f.Weak);
        var flagged = _flags.Count(f => f.Flagged);
        var hits = _flags.Count(f => f is { Flagged: true, Weak: true });
        var called = _flags.Count(f => f.Called);
        var calledRightly = _flags.Count(f => f is { Called: true, Weak: true });
        return new(
            _flags.Count, (double)weak / _flags.Count, summary.Auc, _low.Auc, summary.Brier, flagged, (double)hits / flagged, (double)hits / weak,
            called, (double)calledRightly / called, (double)calledRightly / weak, _precisions.Average(), _lowestTruths.Average(), _errors.Average(),
            summary.Reliability);
    }

    /// <param name="Topics">Pairs of a learner and a topic.</param>
    /// <param name="WeakShare">How many of them are weak in truth.</param>
    /// <param name="WeakAuc">AUC of the probability of being weak.</param>
    /// <param name="LowMasteryAuc">AUC of the estimated share, the lower the weaker.</param>
    /// <param name="WeakBrier">Its squared error.</param>
    /// <param name="Flagged">How many topics are taken for weak.</param>
    /// <param name="FlagPrecision">How many of these are.</param>
    /// <param name="FlagRecall">How many of the weak ones are taken for it.</param>
    /// <param name="Called">How many the learner would be told about.</param>
    /// <param name="CalledPrecision">How many of these are weak.</param>
    /// <param name="CalledRecall">How many of the weak ones are told.</param>
    /// <param name="PrecisionAt3">Share of the three lowest estimates that are among the three lowest in truth.</param>
    /// <param name="TruthOfLowest3">What is right in truth in the three topics estimated lowest; lower is better.</param>
    /// <param name="MasteryError">Mean absolute error of the estimated share.</param>
    /// <param name="Reliability">Points of a reliability diagram of the probability of being weak.</param>
    internal sealed record Figures(
        int Topics, double WeakShare, double WeakAuc, double LowMasteryAuc, double WeakBrier, int Flagged, double FlagPrecision, double FlagRecall,
        int Called, double CalledPrecision, double CalledRecall, double PrecisionAt3, double TruthOfLowest3, double MasteryError, ImmutableArray<ReliabilityBin> Reliability);
}
