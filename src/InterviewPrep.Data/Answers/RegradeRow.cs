namespace InterviewPrep.Data.Answers;

/// <summary>A new mark for an answer whose question got its key mended. Rows are added and never changed; the newest counts.</summary>
public sealed class RegradeRow
{
    /// <summary>Version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The answer.</summary>
    public required Guid AnswerId { get; init; }

    /// <summary>Who answered; told until they have seen it.</summary>
    public required Guid LearnerId { get; set; }

    /// <summary>Version of the question whose key was used.</summary>
    public required int QuestionVersion { get; init; }

    /// <summary>The mark before, 0 to 1.</summary>
    public required double ScoreBefore { get; init; }

    /// <summary>The mark now, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Ids separated by spaces.</summary>
    public string Misconceptions { get; init; } = "";

    /// <summary>UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>When the learner was told, UTC.</summary>
    public DateTime? Seen { get; set; }
}
