using System.Diagnostics.CodeAnalysis;
using InterviewPrep.Core.Answers;

namespace InterviewPrep.Data.Answers;

/// <summary>An <see cref="Answer"/> as it is kept. Rows are added and never changed; a mended key adds a <see cref="RegradeRow"/>.</summary>
public sealed class AnswerRow
{
    /// <inheritdoc cref="Answer.Id"/>
    public required Guid Id { get; init; }

    /// <inheritdoc cref="Answer.Learner"/>
    public required Guid LearnerId { get; set; }

    /// <inheritdoc cref="Answer.Step"/>
    public required Guid StepId { get; init; }

    /// <inheritdoc cref="Answer.Attempt"/>
    public Guid? AttemptId { get; init; }

    /// <inheritdoc cref="Answer.Question"/>
    public required string QuestionId { get; init; }

    /// <inheritdoc cref="Answer.Version"/>
    public required int QuestionVersion { get; init; }

    /// <summary>The question as it was asked: a <see cref="Attempts.QuestionSnapshot"/>.</summary>
    public required string SnapshotId { get; init; }

    /// <inheritdoc cref="Answer.Seed"/>
    public required long Seed { get; init; }

    /// <summary>JSON of <see cref="Core.Answers.Response"/>.</summary>
    public required string Response { get; init; }

    /// <inheritdoc cref="Answer.Certainty"/>
    public Certainty? Certainty { get; init; }

    /// <inheritdoc cref="Answer.Hints"/>
    public int Hints { get; init; }

    /// <summary>Milliseconds.</summary>
    public long Duration { get; init; }

    /// <inheritdoc cref="Answer.Score"/>
    public required double Score { get; init; }

    /// <summary>Ids separated by spaces.</summary>
    public string Misconceptions { get; init; } = "";

    /// <inheritdoc cref="Answer.Mode"/>
    public required AnswerMode Mode { get; init; }

    /// <inheritdoc cref="Answer.Time"/>
    public required DateTime Time { get; init; }

    [SetsRequiredMembers]
    internal AnswerRow(Answer answer, string snapshot)
    {
        Id = answer.Id;
        LearnerId = answer.Learner;
        StepId = answer.Step;
        AttemptId = answer.Attempt;
        QuestionId = answer.Question;
        QuestionVersion = answer.Version;
        SnapshotId = snapshot;
        Seed = answer.Seed;
        Response = answer.Response.ToJson();
        Certainty = answer.Certainty;
        Hints = answer.Hints;
        Duration = (long)answer.Duration.TotalMilliseconds;
        Score = answer.Score;
        Misconceptions = string.Join(' ', answer.Misconceptions);
        Mode = answer.Mode;
        Time = UtcConverter.Truncate(answer.Time);
    }

    private AnswerRow()
    {
    }

    /// <summary>The event, with the mark of its last regrade if there is one.</summary>
    internal Answer ToAnswer(RegradeRow? regrade = null) => new()
    {
        Id = Id,
        Learner = LearnerId,
        Step = StepId,
        Attempt = AttemptId,
        Question = QuestionId,
        Version = QuestionVersion,
        Seed = Seed,
        Response = Core.Answers.Response.FromJson(Response),
        Certainty = Certainty,
        Hints = Hints,
        Duration = TimeSpan.FromMilliseconds(Duration),
        Score = regrade?.Score ?? Score,
        Misconceptions = [.. (regrade?.Misconceptions ?? Misconceptions).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        Mode = Mode,
        Time = Time,
    };
}
