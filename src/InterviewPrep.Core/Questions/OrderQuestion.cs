using System.Collections.Immutable;

namespace InterviewPrep.Core.Questions;

/// <summary>Steps are to be put in order; marked 1 minus the share of inverted pairs.</summary>
public sealed record OrderQuestion : Question
{
    /// <inheritdoc/>
    public override QuestionType Type => QuestionType.Order;

    /// <summary>The steps in the right order, inline Markdown; shown shuffled.</summary>
    public required ImmutableArray<string> Steps { get; init; }
}
