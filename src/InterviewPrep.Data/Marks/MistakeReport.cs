namespace InterviewPrep.Data.Marks;

/// <summary>What a learner says is wrong with a question; for whoever runs this instance.</summary>
public sealed class MistakeReport
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who; <see langword="null"/> once they deleted their data.</summary>
    public Guid? LearnerId { get; set; }

    /// <summary>Id of the question.</summary>
    public required string QuestionId { get; init; }

    /// <summary>Version of the question.</summary>
    public required int QuestionVersion { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>When somebody dealt with it, UTC.</summary>
    public DateTime? Resolved { get; set; }
}
