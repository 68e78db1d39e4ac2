using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Learning;

/// <summary>
/// What a learner said about the rating of an answer afterwards. It concerns the schedule alone: what the answer shows about the
/// concept, and that it was given, stays. The default value says nothing.
/// </summary>
/// <param name="Rating">The learner's own rating in place of the derived one; <see langword="null"/> for the derived one.</param>
/// <param name="IsVoid">Whether the answer leaves its card as it was: the grade was undone.</param>
public readonly record struct AnswerCorrection(Rating? Rating, bool IsVoid);
