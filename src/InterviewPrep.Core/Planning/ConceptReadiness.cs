using InterviewPrep.Core.Mastery;

namespace InterviewPrep.Core.Planning;

/// <summary>The predicted chance to answer a question on a concept on the interview day.</summary>
/// <param name="Concept">Id of the concept.</param>
/// <param name="Weight">How much it counts; 1 is average.</param>
/// <param name="Chance">The chance, 0 to 1: the mean over the concept's own questions.</param>
/// <param name="Likely">The central 80 % of what it may be.</param>
/// <param name="Fresh">The chance for a medium question never seen before, without forgetting.</param>
/// <param name="Seen">How many of its questions have been seen.</param>
/// <param name="Questions">How many it has.</param>
/// <param name="Standing">What is known about it today.</param>
public sealed record ConceptReadiness(
    string Concept, double Weight, double Chance, Interval Likely, double Fresh, int Seen, int Questions, ConceptStanding Standing);
