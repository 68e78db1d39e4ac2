
namespace InterviewPrep.Core.Quizzes;

/// <summary>What a learner has done with a question so far, as far as a draw asks.</summary>
/// <param name="Answers">How often answered.</param>
/// <param name="LastWasRight">Whether the last answer was wholly right.</param>
public readonly record struct QuestionHistory(int Answers, bool LastWasRight);
