using System.Collections.Immutable;
using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Core.Questions;

/// <summary>A number is asked; marked 1 or 0, and a known slip gets its own feedback.</summary>
public sealed record NumberQuestion : Question
{
    /// <inheritdoc/>
    public override QuestionType Type => QuestionType.Number;

    /// <summary>The key in base units (bytes, FLOP, seconds, …), over the parameters.</summary>
    public required Expression Answer { get; init; }

    /// <summary>The unit asked for, as written; <see langword="null"/> for a plain number.</summary>
    public string? Unit { get; init; }

    /// <summary>How far from the key still counts as right.</summary>
    public Tolerance Tolerance { get; init; } = Tolerance.Default;

    /// <summary>The typical wrong results.</summary>
    public ImmutableArray<Slip> Slips { get; init; } = [];
}

/// <summary>A typical wrong number.</summary>
/// <param name="Result">What somebody who makes it computes, in the key's units.</param>
/// <param name="Why">What went wrong; Markdown.</param>
/// <param name="Misconception">Id of the wrong belief behind it.</param>
public sealed record Slip(Expression Result, string Why, string? Misconception);
