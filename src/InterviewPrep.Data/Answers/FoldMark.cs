using System.Collections.Immutable;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Data.Answers;

/// <summary>Up to where a fold goes: as long as nothing else than what comes after it was added, it can be carried on.</summary>
/// <param name="Answers">How many answers are in it.</param>
/// <param name="Through">Time of the last of them, UTC.</param>
/// <param name="Regrades">How many regrades of the learner there were.</param>
/// <param name="Corrections">How many corrections there were.</param>
public sealed record FoldMark(int Answers, DateTime Through, int Regrades, int Corrections)
{
    /// <summary>Of a learner without answers.</summary>
    public static FoldMark None { get; } = new(0, DateTime.MinValue, 0, 0);
}

/// <summary>What has to be done to a fold to bring it up to date.</summary>
/// <param name="Mark">Up to where it goes then.</param>
/// <param name="IsRebuild">Whether to begin anew: an answer came in between, or the mark of an old one has changed.</param>
/// <param name="Added">The answers to add, in order, corrections included; all of them for a rebuild.</param>
/// <param name="Corrections">Otherwise the last word on each answer about which something was said, or <see langword="null"/> where nothing is new.</param>
/// <param name="Parameters">The memory model's parameters in use.</param>
public sealed record FoldChanges(
    FoldMark Mark, bool IsRebuild, ImmutableArray<LoggedAnswer> Added, IReadOnlyDictionary<Guid, AnswerCorrection>? Corrections, FsrsParameters Parameters);
