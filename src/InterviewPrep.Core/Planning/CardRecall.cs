namespace InterviewPrep.Core.Planning;

/// <summary>What the memory model says about one card on a day to come.</summary>
/// <param name="Chance">The chance to recall it that day (FSRS retrievability), 0 to 1.</param>
/// <param name="IsTested">Whether it was answered right on a day after its first: until then its stability is the average learner's.</param>
public readonly record struct CardRecall(double Chance, bool IsTested);
