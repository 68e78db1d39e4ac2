using System.Collections.Immutable;
using InterviewPrep.Core.Evaluation;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>Statements about topics with what is true of them.</summary>
internal sealed class TopicLog
{
    private readonly PredictionLog _weak = new();
    private readonly List<(bool Flagged, bool Weak)> _flags = [];
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
            _flags.Add((estimate.Flagged, truth < weakBelow));
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
        var flagged = _flags.Count(f => f.Flagged);
        var hits = _flags.Count(f => f is { Flagged: true, Weak: true });
        return new(
            _flags.Count, (double)_flags.Count(f => f.Weak) / _flags.Count, summary.Auc, summary.Brier, flagged, (double)hits / flagged,
            (double)hits / _flags.Count(f => f.Weak), _precisions.Average(), _lowestTruths.Average(), _errors.Average(), summary.Reliability);
    }

    /// <param name="Topics">Pairs of a learner and a topic.</param>
    /// <param name="WeakShare">How many of them are weak in truth.</param>
    /// <param name="WeakAuc">AUC of the probability of being weak.</param>
    /// <param name="WeakBrier">Its squared error.</param>
    /// <param name="Flagged">How many topics are called weak.</param>
    /// <param name="FlagPrecision">How many of these are.</param>
    /// <param name="FlagRecall">How many of the weak ones are called so.</param>
    /// <param name="PrecisionAt3">Share of the three lowest estimates that are among the three lowest in truth.</param>
    /// <param name="TruthOfLowest3">What is right in truth in the three topics estimated lowest; lower is better.</param>
    /// <param name="MasteryError">Mean absolute error of the estimated share.</param>
    /// <param name="Reliability">Points of a reliability diagram of the probability of being weak.</param>
    internal sealed record Figures(
        int Topics, double WeakShare, double WeakAuc, double WeakBrier, int Flagged, double FlagPrecision, double FlagRecall, double PrecisionAt3,
        double TruthOfLowest3, double MasteryError, ImmutableArray<ReliabilityBin> Reliability);
}
