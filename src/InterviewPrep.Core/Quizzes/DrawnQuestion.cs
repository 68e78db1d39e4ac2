using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Quizzes;

/// <summary>A question that a draw picked, with the seed of its variant and order.</summary>
/// <param name="Question">The question.</param>
/// <param name="Seed">The seed.</param>
public sealed record DrawnQuestion(Question Question, long Seed);
