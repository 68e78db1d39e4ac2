using System.Collections.Immutable;

namespace InterviewPrep.Core.Answers;

/// <summary>One response of one learner to one question: an immutable event. All that is known of a learner is a fold over these.</summary>
public sealed record Answer
{
    /// <summary>Its id; version 7, so that ids sort by time of creation.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who answered.</summary>
    public required Guid Learner { get; init; }

    /// <summary>The step that it answers: an attempt's place or a check that was started. One learner answers a step once.</summary>
    public required Guid Step { get; init; }

    /// <summary>The sitting it belongs to; <see langword="null"/> outside of quizzes.</summary>
    public Guid? Attempt { get; init; }

    /// <summary>Id of the question.</summary>
    public required string Question { get; init; }

    /// <summary>Version of the question as it was asked.</summary>
    public required int Version { get; init; }

    /// <summary>Draws the variant and the order in which things were shown.</summary>
    public required long Seed { get; init; }

    /// <summary>What was answered.</summary>
    public required Response Response { get; init; }

    /// <summary>How sure the learner was; <see langword="null"/> when it was not asked or not said.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>How many hints had been shown, at least 0.</summary>
    public int Hints { get; init; }

    /// <summary>From showing to submitting by the server's clock, zero or more.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Share of the mark, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Ids of the misconceptions that the response shows.</summary>
    public ImmutableArray<string> Misconceptions { get; init; } = [];

    /// <summary>Where it was given.</summary>
    public required AnswerMode Mode { get; init; }

    /// <summary>When it was given, UTC, by the server's clock.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Whether it is right (see <see cref="Marking.Right"/>).</summary>
    public bool IsRight => Score >= Marking.Right;
}
