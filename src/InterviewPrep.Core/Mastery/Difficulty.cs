using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Mastery;

/// <summary>What is believed about a question's difficulty before anybody has answered it, on the logit scale.</summary>
public static class Difficulty
{
    /// <summary>Difficulty of a medium question, the one readiness is about.</summary>
    public const double Medium = 0;

    private const double Reliability = 0.75;

    /// <summary>The middle of an authored level: -1, 0, 0.5 and 1.</summary>
    /// <remarks>
    /// The model was fitted with easy -1, medium 0 and hard 1. Recall (1) is easy and trade-off or debug (4) is hard; explain (2) is
    /// the medium question; compute or apply (3) lies half-way to hard.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The level is not 1 to 4.</exception>
    public static double OfLevel(int level) => level switch
    {
        1 => -1,
        2 => Medium,
        3 => 0.5,
        4 => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Levels go from 1 to 4."),
    };

    /// <summary>The belief about a question of an authored level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not 1 to 4.</exception>
    public static Belief Authored(int level, MasteryConstants constants) => new(OfLevel(level), constants.DifficultyVariance);

    /// <summary>
    /// The belief about a question whose difficulty somebody has put into logits. Judgements exaggerate: about three quarters of what one
    /// says above or below the middle is there (Kelley's regression of a noisy measurement; measured on simulated authors who err by 0.6).
    /// </summary>
    public static Belief Judged(double difficulty, MasteryConstants constants) => new(Reliability * difficulty, constants.DifficultyVariance);

    /// <summary>The belief about a question that nobody has judged.</summary>
    public static Belief Unknown(MasteryConstants constants) => new(Medium, constants.UnknownDifficultyVariance);

    /// <summary>The expected score of somebody who knows nothing and answers at random, 0 to 1: the guess floor.</summary>
    /// <remarks>
    /// One option among n: 1/n. Several options: each ticked by the toss of a coin, a wrong tick taking away a right one. Steps in a random
    /// order have half of their pairs right; a pair is matched by chance once in as many right sides. What has to be produced cannot be guessed.
    /// </remarks>
    public static double GuessChance(Question question) => question switch
    {
        SingleQuestion single => 1.0 / single.Options.Length,
        MultiQuestion multi => CoinTossScore(multi.Options.Count(o => o.Correct), multi.Options.Count(o => !o.Correct)),
        OrderQuestion => 0.5,
        MatchQuestion match => 1.0 / (match.Pairs.Length + match.Distractors.Length),
        _ => 0,
    };

    /// <summary>The mean of max(0, right ticks - wrong ticks) / right options over all ways to tick.</summary>
    private static double CoinTossScore(int right, int wrong)
    {
        if (right == 0) return 0;
        var sum = 0.0;
        for (var hits = 1; hits <= right; hits++)
        {
            for (var misses = 0; misses <= Math.Min(wrong, hits); misses++) sum += Ways(right, hits) * Ways(wrong, misses) * (hits - misses);
        }

        return sum / right / Math.Pow(2, right + wrong);
    }

    private static double Ways(int n, int k) => Expressions.SpecialFunctions.Choose(n, k);
}
