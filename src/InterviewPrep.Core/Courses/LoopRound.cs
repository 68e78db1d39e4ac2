using System.Collections.Immutable;

namespace InterviewPrep.Core.Courses;

/// <summary>One round of a <see cref="MockLoop"/>.</summary>
/// <param name="Id">Permanent id; sittings name it.</param>
/// <param name="Title">Title in plain text.</param>
/// <param name="Summary">What is graded and how to take it, in plain text.</param>
/// <param name="Minutes">Time limit, 1 to <see cref="Quizzes.QuizSpec.MaxMinutes"/>.</param>
/// <param name="Parts">What is drawn, in the order in which it is asked.</param>
public sealed record LoopRound(string Id, string Title, string Summary, int Minutes, ImmutableArray<RoundPart> Parts)
{
    /// <summary>How many questions it asks, 1 to <see cref="Quizzes.QuizSpec.MaxLength"/>.</summary>
    public int Questions => Parts.Sum(p => p.Questions);
}
