namespace InterviewPrep.Core.Mastery;

/// <summary>From where to where a share or probability lies.</summary>
/// <param name="Low">Lower end, 0 to 1.</param>
/// <param name="High">Upper end, at least <paramref name="Low"/>.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Whether a value lies in it, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>
    /// The interval of Wilson (1927, Probable inference, the law of succession, and statistical inference) for a share.
    /// The whole of 0 to 1 when nothing was counted.
    /// </summary>
    /// <param name="successes">How often it happened; may be fractional.</param>
    /// <param name="trials">How often it could.</param>
    /// <param name="deviations">Half width in standard deviations; 1.96 for 95 %.</param>
    public static Interval Wilson(double successes, int trials, double deviations = NormalDistribution.Central95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (!(successes >= 0 && successes <= trials)) throw new ArgumentOutOfRangeException(nameof(successes), successes, "Successes lie between 0 and the trials.");
        if (trials == 0) return new(0, 1);
        var share = successes / trials;
        var square = deviations * deviations;
        var centre = (share + (square / (2 * trials))) / (1 + (square / trials));
        var half = deviations / (1 + (square / trials)) * Math.Sqrt((share * (1 - share) / trials) + (square / (4.0 * trials * trials)));
        return new(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
