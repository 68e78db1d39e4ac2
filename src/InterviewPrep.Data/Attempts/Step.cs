using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Data.Attempts;

/// <summary>One place of a sitting.</summary>
/// <param name="Id">What an answer answers.</param>
/// <param name="Position">From 0.</param>
/// <param name="Question">The question as it is asked.</param>
/// <param name="Seed">Draws variant and order.</param>
/// <param name="Shown">When it was first shown, UTC.</param>
/// <param name="Hints">How many hints were shown.</param>
/// <param name="Flagged">Whether the learner wants to come back to it.</param>
/// <param name="Draft">A response that is not final.</param>
/// <param name="DraftCertainty">How sure it is.</param>
/// <param name="Revealed">When the place was fixed and a model answer could be shown, UTC.</param>
/// <param name="Answer">The answer, once it is final.</param>
public sealed record Step(
    Guid Id, int Position, Question Question, long Seed, DateTime? Shown, int Hints, bool Flagged,
    Response? Draft, Certainty? DraftCertainty, DateTime? Revealed, Answer? Answer)
{
    /// <summary>Whether it holds own words that the learner has not marked yet. Fixed words may be empty: they were spoken.</summary>
    public bool IsUnmarked => Answer is null && Question is OpenQuestion && Draft is OpenResponse { IsMarked: false } words && (Revealed is not null || !string.IsNullOrWhiteSpace(words.Text));
}
