namespace InterviewPrep.Core.Memory;

/// <summary>Why a question is in the review queue, in the order in which they come.</summary>
public enum ReviewReason
{
    /// <summary>It was answered as certain and was wrong, and not yet right on another day.</summary>
    ConfidentlyWrong = 0,

    /// <summary>It is in the steps of minutes after a first answer or a lapse.</summary>
    Step = 1,

    /// <summary>Its interval of days is over.</summary>
    Due = 2,

    /// <summary>The learner wants to go through it now, due or not.</summary>
    Cram = 3,
}
