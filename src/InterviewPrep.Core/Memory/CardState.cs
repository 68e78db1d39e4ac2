namespace InterviewPrep.Core.Memory;

/// <summary>Where a card is between the first answer and long intervals.</summary>
public enum CardState
{
    /// <summary>Never answered.</summary>
    New = 0,

    /// <summary>In the first steps of minutes.</summary>
    Learning = 1,

    /// <summary>In intervals of days.</summary>
    Review = 2,

    /// <summary>Forgotten and in steps of minutes again.</summary>
    Relearning = 3,
}
