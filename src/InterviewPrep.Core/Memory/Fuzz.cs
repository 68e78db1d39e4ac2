namespace InterviewPrep.Core.Memory;

/// <summary>
/// Small random changes of intervals, so that what was learnt together does not come back together for ever. Source: ts-fsrs
/// <c>help.ts</c>.
/// </summary>
public static class Fuzz
{
    /// <summary>Shorter intervals stay as they are.</summary>
    private const double Shortest = 2.5;

    /// <summary>The shortest and the longest interval that fuzz may make of one, in days.</summary>
    /// <param name="interval">Days.</param>
    /// <param name="elapsedDays">Days since the review before: a longer interval never becomes shorter than these.</param>
    /// <param name="maximumInterval">Days.</param>
    public static (int Lowest, int Highest) Range(int interval, int elapsedDays, int maximumInterval)
    {
        var delta = 1 + (0.15 * Math.Max(0, Math.Min(interval, 7) - Shortest)) + (0.1 * Math.Max(0, Math.Min(interval, 20) - 7)) + (0.05 * Math.Max(0, interval - 20));
        interval = Math.Min(interval, maximumInterval);
        var lowest = Math.Max(2, (int)Math.Floor(interval - delta + 0.5));
        var highest = Math.Min((int)Math.Floor(interval + delta + 0.5), maximumInterval);
        if (interval > elapsedDays) lowest = Math.Max(lowest, elapsedDays + 1);
        return (Math.Min(lowest, highest), highest);
    }

    /// <summary>One of the days in the range, each equally likely.</summary>
    /// <param name="interval">Days.</param>
    /// <param name="elapsedDays">Days since the review before.</param>
    /// <param name="maximumInterval">Days.</param>
    /// <param name="chance">At least 0, below 1.</param>
    public static int Apply(int interval, int elapsedDays, int maximumInterval, double chance)
    {
        if (interval < Shortest) return interval;
        var (lowest, highest) = Range(interval, elapsedDays, maximumInterval);
        return (int)Math.Floor((chance * (highest - lowest + 1)) + lowest);
    }
}
