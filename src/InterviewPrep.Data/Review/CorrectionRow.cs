using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Data.Review;

/// <summary>What a learner said about the rating of an answer. Rows are added and never changed; of those of one answer the newest counts.</summary>
public sealed class CorrectionRow
{
    /// <summary>Version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The answer.</summary>
    public required Guid AnswerId { get; init; }

    /// <summary>Who answered.</summary>
    public required Guid LearnerId { get; set; }

    /// <inheritdoc cref="AnswerCorrection.Rating"/>
    public Rating? Rating { get; init; }

    /// <inheritdoc cref="AnswerCorrection.IsVoid"/>
    public bool IsVoid { get; init; }

    /// <summary>UTC; later than that of the one before for the same answer, whatever the clock says.</summary>
    public required DateTime Time { get; init; }
}
