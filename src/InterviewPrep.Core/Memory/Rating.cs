namespace InterviewPrep.Core.Memory;

/// <summary>How well something was recalled, as FSRS counts it.</summary>
public enum Rating
{
    /// <summary>Not recalled, or wrong.</summary>
    Again = 1,

    /// <summary>Recalled with difficulty.</summary>
    Hard = 2,

    /// <summary>Recalled.</summary>
    Good = 3,

    /// <summary>Recalled at once and surely.</summary>
    Easy = 4,
}
