namespace InterviewPrep.Data.Reading;

/// <summary>A section that a learner has read.</summary>
public sealed class SectionRead
{
    /// <summary>Who.</summary>
    public required Guid LearnerId { get; set; }

    /// <summary>Id of the lesson.</summary>
    public required string Lesson { get; init; }

    /// <summary>Anchor of the section.</summary>
    public required string Section { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Whether the learner said so, and not time and scrolling.</summary>
    public required bool Explicit { get; init; }
}
