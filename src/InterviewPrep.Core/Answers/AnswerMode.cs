namespace InterviewPrep.Core.Answers;

/// <summary>Where an answer was given.</summary>
public enum AnswerMode
{
    /// <summary>In a lesson.</summary>
    Check = 1,

    /// <summary>In a quiz.</summary>
    Quiz = 2,

    /// <summary>In a review, when the schedule asked for it.</summary>
    Review = 3,

    /// <summary>In a drill outside the schedule; it leaves the schedule as it is.</summary>
    Cram = 4,

    /// <summary>In a diagnostic or placement quiz.</summary>
    Diagnostic = 5,
}
