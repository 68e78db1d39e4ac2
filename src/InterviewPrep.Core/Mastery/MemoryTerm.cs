namespace InterviewPrep.Core.Mastery;

/// <summary>What a learner remembers of one question beyond knowing its concept, in logits.</summary>
/// <param name="Boost">The belief as of <paramref name="Day"/>; its mean fades afterwards.</param>
/// <param name="Day">When the question was last seen, in days.</param>
/// <param name="Variant">Seed of the variant that was seen.</param>
public readonly record struct MemoryTerm(Belief Boost, double Day, long Variant);
