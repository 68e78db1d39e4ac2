namespace InterviewPrep.Data.Reading;

/// <summary>Where a learner was last in a lesson.</summary>
public sealed class ReadingPlace
{
    /// <summary>Who.</summary>
    public required Guid LearnerId { get; set; }

    /// <summary>Id of the lesson.</summary>
    public required string Lesson { get; init; }

    /// <summary>Anchor of the section; empty for the beginning.</summary>
    public required string Section { get; set; }

    /// <summary>When, UTC.</summary>
    public required DateTime Time { get; set; }
}
