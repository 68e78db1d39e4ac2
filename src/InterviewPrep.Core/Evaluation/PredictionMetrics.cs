namespace InterviewPrep.Core.Evaluation;

/// <summary>
/// How good predicted probabilities are, given what happened. Each takes the predictions (0 to 1) and the outcomes in the
/// same order, throws <see cref="ArgumentException"/> when their lengths differ, and is NaN where it is not defined.
/// </summary>
public static class PredictionMetrics
{
    /// <summary>No prediction counts as more certain than this.</summary>
    private const double Smallest = 1e-15;

    /// <summary>Mean negative log likelihood in nats, at least 0; lower is better.</summary>
    public static double LogLoss(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> happened)
    {
        Check(predicted, happened);
        var sum = 0.0;
        for (var i = 0; i < predicted.Length; i++)
        {
            var p = Math.Clamp(predicted[i], Smallest, 1 - Smallest);
            sum -= Math.Log(happened[i] ? p : 1 - p);
        }

        return sum / predicted.Length;
    }

    /// <summary>Mean squared error, 0 to 1; lower is better (Brier 1950).</summary>
    public static double Brier(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> happened)
    {
        Check(predicted, happened);
        var sum = 0.0;
        for (var i = 0; i < predicted.Length; i++)
        {
            var error = predicted[i] - (happened[i] ? 1 : 0);
            sum += error * error;
        }

        return sum / predicted.Length;
    }

    /// <summary>
    /// The chance that something that happened was predicted higher than something that did not, ties counting half: the area
    /// under the ROC curve, 0 to 1, by the rank sum of Mann and Whitney. NaN when only one kind occurs.
    /// </summary>
    public static double Auc(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> happened)
    {
        Check(predicted, happened);
        var scores = predicted.ToArray();
        var labels = happened.ToArray();
        Array.Sort(scores, labels);
        double rankSum = 0;
        long positives = 0;
        for (var start = 0; start < scores.Length;)
        {
            var end = start;
            var positivesHere = 0;
            for (; end < scores.Length && scores[end] == scores[start]; end++)
            {
                if (labels[end]) positivesHere++;
            }

            // Ranks run from 1; ties share their mean.
            rankSum += positivesHere * ((start + 1 + end) / 2.0);
            positives += positivesHere;
            start = end;
        }

        var negatives = scores.Length - positives;
        return (rankSum - (positives * (positives + 1) / 2.0)) / positives / negatives;
    }

    /// <summary>
    /// Expected calibration error, 0 to 1: the mean distance between predicted and observed over equally wide bins, weighted
    /// by how many predictions are in each (Guo et al. 2017, On calibration of modern neural networks, equation 3).
    /// </summary>
    public static double ExpectedCalibrationError(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> happened, int bins = 10)
    {
        var sum = 0.0;
        foreach (var bin in ReliabilityBin.Group(predicted, happened, bins)) sum += bin.Count * Math.Abs(bin.MeanPredicted - bin.Observed);
        return sum / predicted.Length;
    }

    internal static void Check(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> happened)
    {
        if (predicted.Length != happened.Length)
            throw new ArgumentException($"There are {predicted.Length} predictions for {happened.Length} outcomes.", nameof(happened));
    }
}
