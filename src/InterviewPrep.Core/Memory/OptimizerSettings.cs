namespace InterviewPrep.Core.Memory;

/// <summary>How parameters are fitted; the defaults are those of fsrs-rs 6 (<c>training.rs</c>), but for twice the epochs at half the rate: batches of whole cards vary more.</summary>
public sealed record OptimizerSettings
{
    /// <summary>The defaults.</summary>
    public static OptimizerSettings Default { get; } = new();

    /// <summary>How often the whole log is gone through.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>About how many predictions there are between two steps.</summary>
    public int BatchSize { get; init; } = 512;

    /// <summary>The size of the first step; it falls to nothing along a cosine.</summary>
    public double LearningRate { get; init; } = 0.02;

    /// <summary>Decides the order in which cards are gone through; the same seed gives the same parameters.</summary>
    public ulong Seed { get; init; } = 2026;

    /// <summary>Whether reviews on the same day have formulas of their own.</summary>
    public bool ShortTerm { get; init; } = true;

    /// <summary>How many relearning steps there are.</summary>
    public int RelearningSteps { get; init; } = 1;

    /// <summary>Fewer reviews that were at least a day apart than this are not enough to leave the parameters in use.</summary>
    public int MinimumReviews { get; init; } = 400;

    /// <summary>The newest share of the reviews, on which fitted parameters have to prove themselves.</summary>
    public double HeldOut { get; init; } = 0.2;
}
