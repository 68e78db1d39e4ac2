namespace InterviewPrep.Data.Marks;

/// <summary>A learner's own words about a question.</summary>
public sealed class Note
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxLength = 10_000;

    /// <summary>Who.</summary>
    public required Guid LearnerId { get; set; }

    /// <summary>Id of the question.</summary>
    public required string QuestionId { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; set; }

    /// <summary>When they were last changed, UTC.</summary>
    public required DateTime Time { get; set; }
}
