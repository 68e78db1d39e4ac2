namespace InterviewPrep.Core.Mastery;

/// <summary>What the mastery model says about one question.</summary>
/// <param name="Chance">The chance that it would be answered right, 0 to 1: what a guess brings and what is remembered of it count.</param>
/// <param name="Likely">The central 80 % of what that chance may be, by the belief about the ability.</param>
public readonly record struct QuestionChance(double Chance, Interval Likely);
