using InterviewPrep.Core.Answers;

namespace InterviewPrep.Core.Quizzes;

/// <summary>How the answers of one certainty came out.</summary>
/// <param name="Certainty">What was said.</param>
/// <param name="Right">How many were wholly right.</param>
/// <param name="Count">How many answers.</param>
/// <param name="Mark">Sum of the certainty-based marks.</param>
public sealed record CertaintyLine(Certainty Certainty, int Right, int Count, double Mark);
