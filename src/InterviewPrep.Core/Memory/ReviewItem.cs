using System.Collections.Immutable;

namespace InterviewPrep.Core.Memory;

/// <summary>A card and what the queue needs to know of its question.</summary>
/// <param name="QuestionId">Permanent id of the question.</param>
/// <param name="Concepts">Ids of its concepts, the primary one first, at least one.</param>
/// <param name="Card">The memory.</param>
/// <param name="Weight">How much its concept matters, above 0; 1 is usual.</param>
/// <param name="Seconds">How long an answer takes, above 0.</param>
/// <param name="IsSuspended">Whether the learner put it aside.</param>
public sealed record ReviewItem(
    string QuestionId, ImmutableArray<string> Concepts, Card Card, double Weight = 1, double Seconds = 30, bool IsSuspended = false)
{
    /// <summary>The concept by which siblings are kept apart.</summary>
    public string PrimaryConcept => Concepts[0];
}
