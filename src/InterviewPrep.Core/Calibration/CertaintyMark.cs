using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Mastery;

namespace InterviewPrep.Core.Calibration;

/// <summary>
/// Certainty-based marking: a right answer earns its certainty, a wrong one costs the more the surer it was (Gardner-Medwin 2006,
/// Confidence-based marking; the scale is also Moodle's).
/// </summary>
public static class CertaintyMark
{
    /// <summary>The chance of being right above which <see cref="Certainty.FairlySure"/> earns more than <see cref="Certainty.NotSure"/>: 2p - 2(1-p) = p.</summary>
    public const double FairlySureFrom = 2.0 / 3;

    /// <summary>The chance above which <see cref="Certainty.Certain"/> earns most: 3p - 6(1-p) = 2p - 2(1-p).</summary>
    public const double CertainFrom = 0.8;

    /// <summary>The mark of an answer: 1, 2, 3 when right, 0, -2, -6 when wrong.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such certainty.</exception>
    public static int Of(Certainty certainty, bool right) => (certainty, right) switch
    {
        (Certainty.NotSure, true) => 1,
        (Certainty.FairlySure, true) => 2,
        (Certainty.Certain, true) => 3,
        (Certainty.NotSure, false) => 0,
        (Certainty.FairlySure, false) => -2,
        (Certainty.Certain, false) => -6,
        _ => throw new ArgumentOutOfRangeException(nameof(certainty), certainty, "Certainty is one of three."),
    };

    /// <summary>The mark of an answer that may be partly right: between the two in proportion.</summary>
    /// <param name="certainty">What was said.</param>
    /// <param name="score">0 to 1.</param>
    /// <returns>-6 to 3.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such certainty.</exception>
    public static double Of(Certainty certainty, double score)
    {
        var wrong = Of(certainty, right: false);
        return wrong + ((Of(certainty, right: true) - wrong) * Math.Clamp(score, 0, 1));
    }

    /// <summary>The chances of being right for which a certainty is the best choice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such certainty.</exception>
    public static Interval Range(Certainty certainty) => certainty switch
    {
        Certainty.NotSure => new(0, FairlySureFrom),
        Certainty.FairlySure => new(FairlySureFrom, CertainFrom),
        Certainty.Certain => new(CertainFrom, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(certainty), certainty, "Certainty is one of three."),
    };

    /// <summary>The chance that a certainty stands for: the middle of its range, and a coin toss for not sure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such certainty.</exception>
    public static double Stated(Certainty certainty) =>
        certainty == Certainty.NotSure ? 0.5 : (Range(certainty).Low + Range(certainty).High) / 2;

    /// <summary>The certainty that earns most at a chance of being right.</summary>
    public static Certainty Best(double chance) => chance switch
    {
        > CertainFrom => Certainty.Certain,
        > FairlySureFrom => Certainty.FairlySure,
        _ => Certainty.NotSure,
    };
}
