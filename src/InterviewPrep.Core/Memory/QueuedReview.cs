namespace InterviewPrep.Core.Memory;

/// <summary>One place in a review queue.</summary>
/// <param name="Item">What to ask.</param>
/// <param name="Reason">Why it is asked.</param>
/// <param name="Retrievability">The chance that it is recalled now, 0 to 1.</param>
public sealed record QueuedReview(ReviewItem Item, ReviewReason Reason, double Retrievability)
{
    /// <summary>How much is lost by not asking: weight times the chance that it is forgotten.</summary>
    public double Urgency => Item.Weight * (1 - Retrievability);
}
