using InterviewPrep.Core.Memory.Optimizing;

namespace InterviewPrep.Core.Memory;

/// <summary>
/// Fits a learner's own parameters to their reviews: first stabilities by search, then all weights by Adam on the log loss of
/// predicted recall, drawn towards the defaults. The recipe and its constants are those of fsrs-rs 6 (<c>training.rs</c>), except
/// that a batch holds whole cards, which needs one pass a card instead of one a review.
/// </summary>
public static class FsrsOptimizer
{
    private const double FirstMoment = 0.9;
    private const double SecondMoment = 0.999;

    /// <summary>With fewer predictions than this, nothing is learnt.</summary>
    private const int LeastForAnything = 8;

    /// <summary>With fewer predictions than this, only first stabilities are learnt.</summary>
    private const int LeastForAll = 64;

    /// <summary>How far each weight varies between learners: what draws towards the defaults is measured in these.</summary>
    private static ReadOnlySpan<double> Deviation =>
    [
        6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27,
    ];

    /// <summary>
    /// Fits on the older reviews and compares with the parameters in use on the newest, which neither has seen: fitted ones are
    /// adopted only where their log loss is lower. What is adopted is exactly what was measured, so that the next comparison is
    /// fair too.
    /// </summary>
    /// <param name="log">Reviews in time order.</param>
    /// <param name="current">The parameters in use.</param>
    /// <param name="settings">How to fit.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Stops it between two steps.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ParameterProposal Propose(
        IReadOnlyList<LoggedReview> log, FsrsParameters current, OptimizerSettings? settings = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        settings ??= OptimizerSettings.Default;
        var before = ReviewPredictions.Of(new MemoryModel(current, settings.ShortTerm), log);
        if (before.Count < settings.MinimumReviews) return new ParameterProposal(current, false, before.Count, 0, double.NaN, double.NaN);
        var (older, tested) = Split(log, settings.HeldOut);
        var fitted = Fit(older, settings, progress, cancellation);
        var after = ReviewPredictions.Of(new MemoryModel(fitted, settings.ShortTerm), log);
        var (lossBefore, lossFitted) = (before.From(tested).LogLoss, after.From(tested).LogLoss);
        var isBetter = lossFitted < lossBefore;
        return new ParameterProposal(isBetter ? fitted : current, isBetter, before.Count, before.Count - tested, lossBefore, lossFitted);
    }

    /// <summary>
    /// Cuts a log in time: the older reviews, and the place among its predictions (see <see cref="ReviewPredictions"/>) where the
    /// newest share begins.
    /// </summary>
    /// <param name="log">Reviews in time order.</param>
    /// <param name="heldOut">Share of the predictions to hold out, 0 to 1.</param>
    public static (IReadOnlyList<LoggedReview> Older, int FirstHeldOut) Split(IReadOnlyList<LoggedReview> log, double heldOut)
    {
        var places = Predictable(log);
        var first = (int)(places.Count * (1 - heldOut));
        return (first < places.Count ? [.. log.Take(places[first])] : log, first);
    }

    /// <summary>Fits on all of a log. With little to learn from, the result is close to the defaults or is them.</summary>
    /// <param name="log">Reviews in time order.</param>
    /// <param name="settings">How to fit.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Stops it between two steps.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FsrsParameters Fit(
        IReadOnlyList<LoggedReview> log, OptimizerSettings? settings = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        settings ??= OptimizerSettings.Default;
        cancellation.ThrowIfCancellationRequested();
        var set = TrainingSet.Of(log);
        if (set.Count < LeastForAnything) return FsrsParameters.Default;
        double[] weights = [.. FsrsParameters.Default.Weights];
        FirstStabilities.Fit(set, weights);
        if (set.Count >= LeastForAll) Descend(set, weights, settings, progress, cancellation);
        FirstStabilities.Order(weights, FirstStabilities.Counts(set));
        return FsrsParameters.Create(weights, settings.ShortTerm, settings.RelearningSteps);
    }

    private static void Descend(TrainingSet set, double[] weights, OptimizerSettings settings, IProgress<double>? progress, CancellationToken cancellation)
    {
        var random = new SplitMix64(settings.Seed);
        int[] order = [.. Enumerable.Range(0, set.Cards.Length)];
        double[] start = [.. weights];
        var loss = new LossGradient(settings.ShortTerm);
        var adam = new Adam(weights.Length);
        var gradient = new double[weights.Length];
        var total = (double)settings.Epochs * set.Count;
        long done = 0;
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            random.Shuffle<int>(order);
            for (var next = 0; next < order.Length;)
            {
                cancellation.ThrowIfCancellationRequested();
                loss.Use(weights);
                Array.Clear(gradient);
                var batch = 0;
                for (; next < order.Length && batch < settings.BatchSize; next++)
                {
                    loss.Add(set.Cards[order[next]].AsSpan(), gradient);
                    batch += set.Counts[order[next]];
                }

                var share = (double)batch / set.Count;
                for (var i = 0; i < weights.Length; i++) gradient[i] += 2 * share * (weights[i] - start[i]) / (Deviation[i] * Deviation[i]);
                adam.Step(weights, gradient, settings.LearningRate * (1 + Math.Cos(Math.PI * done / total)) / 2);
                FsrsParameters.Clamp(weights, settings.ShortTerm, settings.RelearningSteps);
                done += batch;
                progress?.Report(done / total);
            }
        }
    }

    /// <summary>The places in the log of the reviews at least a day after their card's review before.</summary>
    private static List<int> Predictable(IReadOnlyList<LoggedReview> log)
    {
        var seen = new HashSet<long>();
        var places = new List<int>();
        for (var i = 0; i < log.Count; i++)
        {
            if (!seen.Add(log[i].Card) && log[i].ElapsedDays > 0) places.Add(i);
        }

        return places;
    }

    /// <summary>Adam without decay (Kingma and Ba 2015, algorithm 1).</summary>
    private sealed class Adam(int count)
    {
        private readonly double[] _mean = new double[count];
        private readonly double[] _square = new double[count];
        private int _steps;

        public void Step(Span<double> weights, ReadOnlySpan<double> gradient, double rate)
        {
            _steps++;
            var meanBias = 1 - Math.Pow(FirstMoment, _steps);
            var squareBias = 1 - Math.Pow(SecondMoment, _steps);
            for (var i = 0; i < weights.Length; i++)
            {
                _mean[i] = (FirstMoment * _mean[i]) + ((1 - FirstMoment) * gradient[i]);
                _square[i] = (SecondMoment * _square[i]) + ((1 - SecondMoment) * gradient[i] * gradient[i]);
                weights[i] -= rate * (_mean[i] / meanBias) / (Math.Sqrt(_square[i] / squareBias) + 1e-8);
            }
        }
    }
}
