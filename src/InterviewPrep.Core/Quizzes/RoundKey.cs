namespace InterviewPrep.Core.Quizzes;

/// <summary>Which round of which run through a mock loop a sitting is.</summary>
/// <param name="Loop">The run: its sittings have it in common.</param>
/// <param name="Id">Id of the round.</param>
public sealed record RoundKey(Guid Loop, string Id);
