namespace InterviewPrep.Core.Mastery;

/// <summary>How sure a learner was before seeing whether an answer is right. The numbers are the marks of a right answer.</summary>
public enum Certainty
{
    /// <summary>Below two in three.</summary>
    NotSure = 1,

    /// <summary>Between two in three and four in five.</summary>
    FairlySure = 2,

    /// <summary>Above four in five.</summary>
    Certain = 3,
}
