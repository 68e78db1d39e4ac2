namespace InterviewPrep.Data.Review;

/// <summary>A question that a learner has put aside: reviews leave it out until it is taken back.</summary>
public sealed class SuspendedCard
{
    public required Guid LearnerId { get; set; }

    public required string QuestionId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Time { get; init; }
}
