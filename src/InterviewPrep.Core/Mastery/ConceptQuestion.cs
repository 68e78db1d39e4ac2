namespace InterviewPrep.Core.Mastery;

/// <summary>A question of a concept, as far as an estimate needs it.</summary>
/// <param name="Id">Id of the question.</param>
/// <param name="Level">Authored level, 1 to 4.</param>
/// <param name="Difficulty">What is believed about its difficulty before this learner has answered it.</param>
/// <param name="Guess">Expected score of a blind guess, 0 to below 1.</param>
/// <param name="HasVariants">Whether it comes with other numbers each time, so that the last one is of no help.</param>
public sealed record ConceptQuestion(string Id, int Level, Belief Difficulty, double Guess, bool HasVariants = false);
