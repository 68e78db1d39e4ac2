namespace InterviewPrep.Core.Answers;

/// <summary>How sure a learner says they are, before they see whether they are right.</summary>
public enum Certainty
{
    /// <summary>Not sure: about an even chance.</summary>
    NotSure = 1,

    /// <summary>Fairly sure.</summary>
    FairlySure = 2,

    /// <summary>Certain.</summary>
    Certain = 3,
}

/// <summary>
/// Certainty-based marking: 1, 2 or 3 for a right answer and 0, -2 or -6 for a wrong one, so that saying what one truly
/// thinks earns most: <em>not sure</em> below a chance of 2/3, <em>certain</em> above 4/5 (Gardner-Medwin 2006,
/// Confidence-based marking, in Bryan and Clegg, Innovative Assessment in Higher Education).
/// </summary>
public static class CertaintyMark
{
    /// <summary>The mark of an answer; a partly right one lies between the two in proportion.</summary>
    /// <param name="certainty">What was said.</param>
    /// <param name="score">0 to 1.</param>
    /// <returns>-6 to 3.</returns>
    public static double Of(Certainty certainty, double score)
    {
        var (right, wrong) = certainty switch
        {
            Certainty.NotSure => (1, 0),
            Certainty.FairlySure => (2, -2),
            _ => (3, -6),
        };
        return wrong + (right - wrong) * Math.Clamp(score, 0, 1);
    }
}
