namespace InterviewPrep.Core.Answers;

/// <summary>How sure a learner says they are, before they see whether they are right. The numbers are the marks of a right answer.</summary>
public enum Certainty
{
    /// <summary>Not sure: about an even chance.</summary>
    NotSure = 1,

    /// <summary>Fairly sure.</summary>
    FairlySure = 2,

    /// <summary>Certain.</summary>
    Certain = 3,
}
