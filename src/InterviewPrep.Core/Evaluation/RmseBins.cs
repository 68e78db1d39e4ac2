namespace InterviewPrep.Core.Evaluation;

/// <summary>
/// Root mean squared error over groups of alike reviews: by interval, by number of reviews and by number of lapses, each on a
/// logarithmic scale. The measure and its constants are those of srs-benchmark (<c>utils.py</c>), so that figures can be compared.
/// </summary>
public static class RmseBins
{
    /// <summary>Computes the error, 0 to 1; lower is better; NaN when there is no review.</summary>
    /// <param name="reviews">What is known before each review.</param>
    /// <param name="predicted">Predicted chance of recall, 0 to 1.</param>
    /// <param name="recalled">Whether it was recalled.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Of(IReadOnlyList<Review> reviews, ReadOnlySpan<double> predicted, ReadOnlySpan<bool> recalled)
    {
        PredictionMetrics.Check(predicted, recalled);
        if (reviews.Count != predicted.Length)
            throw new ArgumentException($"There are {predicted.Length} predictions for {reviews.Count} reviews.", nameof(predicted));
        var bins = new Dictionary<(double, double, double), (int Count, double Difference)>();
        for (var i = 0; i < predicted.Length; i++)
        {
            var bin = BinOf(reviews[i]);
            var (count, difference) = bins.GetValueOrDefault(bin);
            bins[bin] = (count + 1, difference + predicted[i] - (recalled[i] ? 1 : 0));
        }

        return Math.Sqrt(bins.Values.Sum(b => b.Difference * b.Difference / b.Count) / predicted.Length);
    }

    private static (double, double, double) BinOf(Review review) => (
        Math.Round(Step(2.48, 3.62, review.ElapsedDays), 2),
        Math.Round(Step(1.99, 1.89, review.Number)),
        review.Lapses == 0 ? 0 : Math.Round(Step(1.65, 1.73, review.Lapses)));

    private static double Step(double scale, double ratio, int value) => scale * Math.Pow(ratio, Math.Floor(Math.Log(value) / Math.Log(ratio)));

    /// <summary>What decides the group of a review.</summary>
    /// <param name="ElapsedDays">Whole days since the review before, at least 1.</param>
    /// <param name="Number">How many reviews of its card there were at least a day after the one before, itself and the first included: at least 2.</param>
    /// <param name="Lapses">How often it was forgotten before, at least a day after the review before.</param>
    public readonly record struct Review(int ElapsedDays, int Number, int Lapses);
}
