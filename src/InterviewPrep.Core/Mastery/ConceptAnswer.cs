using System.Collections.Immutable;
using InterviewPrep.Core.Answers;

namespace InterviewPrep.Core.Mastery;

/// <summary>One answer as the mastery model, the weak areas, the misconceptions and the calibration see it.</summary>
public sealed record ConceptAnswer
{
    /// <summary>Id of the answer in the log.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the question.</summary>
    public required string Question { get; init; }

    /// <summary>Ids of the question's concepts; at least one, the first is the primary one.</summary>
    public required ImmutableArray<string> Concepts { get; init; }

    /// <summary>Authored level, 1 to 4.</summary>
    public required int Level { get; init; }

    /// <summary>What is believed about the question's difficulty before this learner has answered it.</summary>
    public required Belief Difficulty { get; init; }

    /// <summary>Expected score of a blind guess, 0 to below 1.</summary>
    public double Guess { get; init; }

    /// <summary>0 to 1; <see langword="null"/> when the solution was looked at without an answer.</summary>
    public double? Score { get; init; }

    /// <summary>When, in days since any fixed midnight of the learner; the whole part is the calendar day.</summary>
    public required double Day { get; init; }

    /// <summary>How sure the learner was; <see langword="null"/> when not asked.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>Seed of the variant; an answer to another variant is not helped by the memory of this one.</summary>
    public long Variant { get; init; }

    /// <summary>Whether the solution was shown afterwards. Without it nothing is learnt for this very question.</summary>
    public bool FeedbackShown { get; init; } = true;

    /// <summary>Ids of the wrong beliefs that the answer shows.</summary>
    public ImmutableArray<string> Misconceptions { get; init; } = [];

    /// <summary>The concept that the answer moves.</summary>
    public string PrimaryConcept => Concepts[0];

    /// <summary>The calendar day.</summary>
    public int Date => (int)Math.Floor(Day);

    /// <summary>Whether it was answered, and right (see <see cref="Marking.Right"/>).</summary>
    public bool IsRight => Score >= Marking.Right;

    /// <summary>Whether it was answered, and not right.</summary>
    public bool IsWrong => Score < Marking.Right;
}
