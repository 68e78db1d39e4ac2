using System.Collections.Immutable;

namespace InterviewPrep.Core.Mastery;

/// <summary>A concept in the order of what it costs, with why.</summary>
public sealed record WeakArea
{
    /// <summary>The estimate.</summary>
    public required ConceptReport Report { get; init; }

    /// <summary>
    /// What the concept may cost: its weight times the chance to miss one of its questions, at the lower end of the likely mastery and with what
    /// has faded since.
    /// </summary>
    public required double Cost { get; init; }

    /// <summary>Right answers that would be expected of somebody at the learner's overall level.</summary>
    public required double ExpectedRight { get; init; }

    /// <summary>Ids of the answers that speak for a weakness: those not right, the newest first.</summary>
    public required ImmutableArray<string> EvidenceFor { get; init; }

    /// <summary>Ids of the answers that speak against it: those that are right, the newest first.</summary>
    public required ImmutableArray<string> EvidenceAgainst { get; init; }

    /// <summary>The wrong beliefs held.</summary>
    public required ImmutableArray<HeldMisconception> Misconceptions { get; init; }

    /// <summary>Why, in whole sentences of plain English, the most telling first.</summary>
    public required ImmutableArray<string> Reasons { get; init; }
}
