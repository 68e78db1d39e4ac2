using System.Collections.Immutable;

namespace InterviewPrep.Core.Questions;

/// <summary>Pairs are to be matched; marked by the share of pairs.</summary>
public sealed record MatchQuestion : Question
{
    /// <inheritdoc/>
    public override QuestionType Type => QuestionType.Match;

    /// <summary>The pairs.</summary>
    public required ImmutableArray<MatchPair> Pairs { get; init; }

    /// <summary>Right sides that belong to no left side; inline Markdown.</summary>
    public ImmutableArray<string> Distractors { get; init; } = [];
}

/// <summary>What belongs together.</summary>
/// <param name="Left">The side that stays put; inline Markdown.</param>
/// <param name="Right">The side that is chosen; inline Markdown.</param>
/// <param name="Why">Why they belong together; Markdown.</param>
public sealed record MatchPair(string Left, string Right, string? Why);
