namespace InterviewPrep.Core.Quizzes;

/// <summary>A sitting of a round as far as it goes.</summary>
/// <param name="Id">Id of the sitting.</param>
/// <param name="IsOver">Whether it has ended.</param>
/// <param name="Result">Its result; as far as it goes while it is open.</param>
public sealed record RoundSitting(Guid Id, bool IsOver, QuizResult Result);
