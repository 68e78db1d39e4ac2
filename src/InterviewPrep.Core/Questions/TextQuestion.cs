using System.Collections.Immutable;

namespace InterviewPrep.Core.Questions;

/// <summary>A short term is asked; marked 1 or 0 after normalising case, Unicode, spaces and hyphens.</summary>
public sealed record TextQuestion : Question
{
    /// <inheritdoc/>
    public override QuestionType Type => QuestionType.Text;

    /// <summary>The accepted answers; the first is the one shown.</summary>
    public required ImmutableArray<string> Accept { get; init; }

    /// <summary>A regular expression over the normalised answer that is accepted too.</summary>
    public string? Pattern { get; init; }
}
