namespace InterviewPrep.Core.Memory;

/// <summary>
/// Which rating an answer deserves. FSRS learns from how often <see cref="Rating.Again"/> is given, so a wrong answer is never
/// dressed up as a hard one; what the answer says about itself only moves a right one between Hard, Good and Easy.
/// </summary>
/// <remarks>
/// <para>Below <see cref="LeastRecalled"/> of the points it is Again: half of the parts of a question come by luck or by habit, and
/// what is missing should come back today. From there to just below all points it is Hard: most was recalled, with a gap, so that the
/// interval grows, but little.</para>
/// <para>With all points it is Hard after a hint, when slow (longer than <see cref="Slow"/> times expected), or when not sure: a right
/// guess is no firm memory. It is Easy only if certain, at the first try, fast (at most <see cref="Fast"/> times expected) and not
/// of a kind that luck gets right half the time. Else it is Good. Without a stated certainty it is never Easy.</para>
/// </remarks>
public static class AnswerRating
{
    /// <summary>The share of the points from which something counts as recalled.</summary>
    public const double LeastRecalled = 0.6;

    /// <summary>A right answer that takes longer than this many times the expected time is slow.</summary>
    public const double Slow = 2;

    /// <summary>A right answer that takes at most this many times the expected time is fast.</summary>
    public const double Fast = 0.75;

    /// <summary>From this chance of a right guess on, no answer is Easy.</summary>
    public const double LuckyChance = 0.5;

    /// <summary>Sums of parts may miss a bound by rounding.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Rates one answer.</summary>
    /// <param name="score">Share of the points, 0 to 1.</param>
    /// <param name="certainty">What the learner said before the result: 1 not sure, 2 fairly sure, 3 certain; null when not asked.</param>
    /// <param name="hintsUsed">How many hints were opened, at least 0.</param>
    /// <param name="duration">Time spent on it; null or zero when unknown, which is neither slow nor fast.</param>
    /// <param name="expected">Time that the question should take; null or zero when unknown.</param>
    /// <param name="guessChance">Chance of a right guess: one over the number of options of a single choice, 0 where it has to be recalled.</param>
    /// <param name="isFirstTry">Whether it is the first answer to this question in this sitting.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    public static Rating Of(double score, int? certainty = null, int hintsUsed = 0, TimeSpan? duration = null, TimeSpan? expected = null, double guessChance = 0, bool isFirstTry = true)
    {
        if (score is not (>= 0 and <= 1 + Rounding)) throw new ArgumentOutOfRangeException(nameof(score), score, "A score is from 0 to 1.");
        if (certainty is < 1 or > 3) throw new ArgumentOutOfRangeException(nameof(certainty), certainty, "Certainty is from 1 to 3.");
        if (guessChance is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(guessChance), guessChance, "A chance is from 0 to 1.");
        ArgumentOutOfRangeException.ThrowIfNegative(hintsUsed);
        if (score < LeastRecalled - Rounding) return Rating.Again;
        var pace = duration is { } spent && expected is { } usual && spent > TimeSpan.Zero && usual > TimeSpan.Zero ? spent / usual : (double?)null;
        if (score < 1 - Rounding || hintsUsed > 0 || certainty == 1 || pace > Slow) return Rating.Hard;
        return certainty == 3 && isFirstTry && pace <= Fast && guessChance < LuckyChance ? Rating.Easy : Rating.Good;
    }
}
