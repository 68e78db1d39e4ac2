namespace InterviewPrep.Data.Marks;

/// <summary>A question that a learner wants to find again.</summary>
public sealed class Bookmark
{
    /// <summary>Who.</summary>
    public required Guid LearnerId { get; set; }

    /// <summary>Id of the question.</summary>
    public required string QuestionId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime Time { get; init; }
}
