namespace InterviewPrep.Core.Mastery;

/// <summary>
/// The constants of the mastery model. The defaults were fitted to 58,000 answers of 478 students (the cloze log of the R package
/// LKT 1.7.0, training part) and to simulated learners; see <c>docs/learning-model.md</c>.
/// </summary>
public sealed record MasteryConstants
{
    /// <summary>The constants that the app runs with.</summary>
    public static MasteryConstants Default { get; } = new();

    /// <summary>Prior variance of a learner's overall ability, in squared logits; also its upper bound.</summary>
    public double AbilityVariance { get; init; } = 1;

    /// <summary>Prior variance of how far a concept lies above or below the learner's level; also its upper bound.</summary>
    public double OffsetVariance { get; init; } = 0.4;

    /// <summary>Variance of a question's difficulty around what its author said.</summary>
    public double DifficultyVariance { get; init; } = 0.36;

    /// <summary>Variance of a question's difficulty when nobody said anything.</summary>
    public double UnknownDifficultyVariance { get; init; } = 1;

    /// <summary>Prior variance of what a learner remembers of one question.</summary>
    public double MemoryVariance { get; init; } = 0.6;

    /// <summary>Growth of the ability's variance with each answer, because learners change.</summary>
    public double AbilityDrift { get; init; } = 0.005;

    /// <summary>Growth of a concept's variance with each answer to it.</summary>
    public double OffsetDrift { get; init; } = 0.01;

    /// <summary>
    /// Growth of a concept's variance with each day without an answer. Reports use it, so that an old estimate is a wide one; the
    /// trace itself does not (it changed no prediction on the data).
    /// </summary>
    public double OffsetDriftPerDay { get; init; } = 0.01;

    /// <summary>Time scale of the fading memory of a question, in days.</summary>
    public double MemoryFadeDays { get; init; } = 0.1;

    /// <summary>Exponent of that fading: (1 + days / scale)^-exponent.</summary>
    public double MemoryFadeExponent { get; init; } = 0.3;

    /// <summary>What a concept gains with each answer, in logits, times the chance of not knowing.</summary>
    public double OffsetGain { get; init; } = 0.05;

    /// <summary>What the memory of a question gains from a wrong answer and its feedback, times the chance of not knowing.</summary>
    public double MemoryGainWrong { get; init; } = 1;

    /// <summary>What it gains from a right answer.</summary>
    public double MemoryGainRight { get; init; } = 2;

    /// <summary>The share of a concept's questions below which it counts as weak.</summary>
    public double WeakBelow { get; init; } = 0.6;

    /// <summary>The probability of being weak from which a concept is called weak.</summary>
    public double WeakFrom { get; init; } = 0.7;

    /// <summary>The probability of being weak up to which a concept is called strong.</summary>
    public double StrongUpTo { get; init; } = 0.2;

    /// <summary>Answers to a concept itself before it is called weak or strong, however certain the level of the rest makes it.</summary>
    public int LeastAnswers { get; init; } = 2;
}
