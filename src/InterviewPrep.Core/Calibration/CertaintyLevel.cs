using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Mastery;

namespace InterviewPrep.Core.Calibration;

/// <summary>One row of the reliability table: what came of the answers given with one certainty.</summary>
/// <param name="Certainty">How sure.</param>
/// <param name="Answers">How many answers.</param>
/// <param name="Right">How many of them were right.</param>
/// <param name="Share">Share right, 0 to 1; <see langword="null"/> without answers.</param>
/// <param name="Plausible">Where the true share lies with 95 %.</param>
/// <param name="Marks">Sum of the certainty-based marks.</param>
/// <param name="Verdict">Whether that fits what the certainty stands for.</param>
public sealed record CertaintyLevel(Certainty Certainty, int Answers, int Right, double? Share, Interval Plausible, int Marks, Confidence Verdict);

/// <summary>How certainty and correctness go together.</summary>
public enum Confidence
{
    /// <summary>Too few answers to say.</summary>
    NotEnough,

    /// <summary>Right less often than said.</summary>
    Over,

    /// <summary>Nothing speaks against what was said.</summary>
    Fits,

    /// <summary>Right more often than said.</summary>
    Under,
}
