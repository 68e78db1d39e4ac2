using System.Collections.Immutable;

namespace InterviewPrep.Core.Evaluation;

/// <summary>One point of a reliability diagram: predictions of about the same height, and what came of them.</summary>
/// <param name="Lower">Where the bin begins, 0 to 1.</param>
/// <param name="Upper">Where it ends; the last one holds its end too.</param>
/// <param name="Count">How many predictions are in it, at least 1.</param>
/// <param name="MeanPredicted">Mean of the predictions.</param>
/// <param name="Observed">Share that happened, 0 to 1.</param>
public readonly record struct ReliabilityBin(double Lower, double Upper, int Count, double MeanPredicted, double Observed)
{
    /// <summary>Groups predictions (0 to 1) into equally wide bins; empty bins are left out.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no bin.</exception>
    public static ImmutableArray<ReliabilityBin> Group(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> happened, int bins = 10)
    {
        PredictionMetrics.Check(predicted, happened);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var counts = new int[bins];
        var sums = new double[bins];
        var hits = new int[bins];
        for (var i = 0; i < predicted.Length; i++)
        {
            var bin = Math.Clamp((int)(predicted[i] * bins), 0, bins - 1);
            counts[bin]++;
            sums[bin] += predicted[i];
            if (happened[i]) hits[bin]++;
        }

        return
        [
            .. from bin in Enumerable.Range(0, bins)
               where counts[bin] > 0
               select new ReliabilityBin((double)bin / bins, (double)(bin + 1) / bins, counts[bin], sums[bin] / counts[bin], (double)hits[bin] / counts[bin]),
        ];
    }
}
