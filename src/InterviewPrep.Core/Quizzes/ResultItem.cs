using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Quizzes;

/// <summary>One place of a sitting when it is over.</summary>
/// <param name="Question">What was asked, as it was asked.</param>
/// <param name="Answer">The answer; <see langword="null"/> when it was left out.</param>
public sealed record ResultItem(Question Question, Answer? Answer)
{
    /// <summary>Share of the mark, 0 to 1; 0 for one left out.</summary>
    public double Score => Answer?.Score ?? 0;
}
