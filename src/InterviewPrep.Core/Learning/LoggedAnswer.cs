using System.Collections.Immutable;
using InterviewPrep.Core.Answers;

namespace InterviewPrep.Core.Learning;

/// <summary>What the fold needs of an <see cref="Answer"/>: all but what was responded.</summary>
public sealed record LoggedAnswer
{
    /// <inheritdoc cref="Answer.Id"/>
    public required Guid Id { get; init; }

    /// <inheritdoc cref="Answer.Question"/>
    public required string Question { get; init; }

    /// <inheritdoc cref="Answer.Seed"/>
    public long Seed { get; init; }

    /// <inheritdoc cref="Answer.Certainty"/>
    public Certainty? Certainty { get; init; }

    /// <inheritdoc cref="Answer.Hints"/>
    public int Hints { get; init; }

    /// <inheritdoc cref="Answer.Duration"/>
    public TimeSpan Duration { get; init; }

    /// <summary>The mark that counts now, 0 to 1: that of the last regrade if there is one.</summary>
    public required double Score { get; init; }

    /// <inheritdoc cref="Answer.Misconceptions"/>
    public ImmutableArray<string> Misconceptions { get; init; } = [];

    /// <inheritdoc cref="Answer.Mode"/>
    public required AnswerMode Mode { get; init; }

    /// <inheritdoc cref="Answer.Time"/>
    public required DateTime Time { get; init; }

    /// <summary>What the learner said about its rating afterwards.</summary>
    public AnswerCorrection Correction { get; init; }

    /// <summary>An answer as the fold sees it.</summary>
    public static LoggedAnswer Of(Answer answer, AnswerCorrection correction = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new()
        {
            Id = answer.Id,
            Question = answer.Question,
            Seed = answer.Seed,
            Certainty = answer.Certainty,
            Hints = answer.Hints,
            Duration = answer.Duration,
            Score = answer.Score,
            Misconceptions = answer.Misconceptions,
            Mode = answer.Mode,
            Time = answer.Time,
            Correction = correction,
        };
    }
}
