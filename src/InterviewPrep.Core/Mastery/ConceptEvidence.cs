using System.Collections.Immutable;

namespace InterviewPrep.Core.Mastery;

/// <summary>Everything about one concept that decides whether it is a weak area.</summary>
public sealed record ConceptEvidence
{
    /// <summary>Id of the concept.</summary>
    public required string Concept { get; init; }

    /// <summary>How much it counts in the course or the interview, above 0; 1 is average.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Its questions: those whose primary concept it is.</summary>
    public ImmutableArray<ConceptQuestion> Questions { get; init; } = [];

    /// <summary>The learner's answers to them, oldest first.</summary>
    public ImmutableArray<ConceptAnswer> Answers { get; init; } = [];

    /// <summary>Mean chance to recall its cards today, 0 to 1; <see langword="null"/> when there is no card.</summary>
    public double? Freshness { get; init; }

    /// <summary>How many of its cards are due.</summary>
    public int DueCards { get; init; }

    /// <summary>How many cards it has.</summary>
    public int Cards { get; init; }

    /// <summary>The wrong beliefs about it that are held.</summary>
    public ImmutableArray<HeldMisconception> Misconceptions { get; init; } = [];
}
