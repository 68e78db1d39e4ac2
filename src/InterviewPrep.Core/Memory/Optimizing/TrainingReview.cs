namespace InterviewPrep.Core.Memory.Optimizing;

/// <summary>One review of a card as the optimizer sees it.</summary>
/// <param name="Rating">1 to 4.</param>
/// <param name="Days">Whole days since the review before.</param>
/// <param name="Weight">How much its prediction counts; 0 for a first review and for one on the same day.</param>
internal readonly record struct TrainingReview(int Rating, int Days, double Weight)
{
    public bool Recalled => Rating > 1;
}
