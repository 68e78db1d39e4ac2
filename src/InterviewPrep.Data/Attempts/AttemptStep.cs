using InterviewPrep.Core.Answers;

namespace InterviewPrep.Data.Attempts;

/// <summary>One place of a sitting: a question as it was when the sitting began, and what the learner has done with it so far.</summary>
public sealed class AttemptStep
{
    /// <summary>Version 7; what an answer answers.</summary>
    public required Guid Id { get; init; }

    /// <summary>The sitting.</summary>
    public required Guid AttemptId { get; init; }

    /// <summary>Place from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The question as it is asked: a <see cref="QuestionSnapshot"/>.</summary>
    public required string SnapshotId { get; init; }

    /// <summary>Draws variant and order.</summary>
    public required long Seed { get; init; }

    /// <summary>When it was first shown, UTC.</summary>
    public DateTime? Shown { get; set; }

    /// <summary>How many hints were shown.</summary>
    public int Hints { get; set; }

    /// <summary>Whether the learner wants to come back to it.</summary>
    public bool Flagged { get; set; }

    /// <summary>JSON of a response that is not final: a choice to be changed until the end, or words before they are compared.</summary>
    public string? Draft { get; set; }

    /// <summary>How sure the draft is.</summary>
    public Certainty? DraftCertainty { get; set; }

    /// <summary>
    /// When the model answer of an open question was shown, or the learner finished, UTC. From then on the words are fixed and only the
    /// learner's marks of them change; at a place of another type nothing does.
    /// </summary>
    public DateTime? Revealed { get; set; }
}
