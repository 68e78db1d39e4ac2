using System.Collections.Immutable;

namespace InterviewPrep.Core.Questions;

/// <summary>A question with options to choose from.</summary>
public abstract record ChoiceQuestion : Question
{
    /// <summary>The options in the author's order; shown shuffled.</summary>
    public required ImmutableArray<ChoiceOption> Options { get; init; }
}

/// <summary>Exactly one option is right; marked 1 or 0.</summary>
public sealed record SingleQuestion : ChoiceQuestion
{
    /// <inheritdoc/>
    public override QuestionType Type => QuestionType.Single;
}

/// <summary>One or more options are right; marked per option, wrong ticks count against, never below 0.</summary>
public sealed record MultiQuestion : ChoiceQuestion
{
    /// <inheritdoc/>
    public override QuestionType Type => QuestionType.Multi;
}
