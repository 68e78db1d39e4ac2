using System.Collections.Immutable;

namespace InterviewPrep.Core.Questions;

/// <summary>Blanks in the prompt are to be filled; marked by the share of blanks.</summary>
public sealed record ClozeQuestion : Question
{
    /// <inheritdoc/>
    public override QuestionType Type => QuestionType.Cloze;

    /// <summary>The blanks in the order of the prompt.</summary>
    public required ImmutableArray<Blank> Blanks { get; init; }
}

/// <summary>One blank, written <c>{{name: answer | alternative}}</c> in the prompt.</summary>
/// <param name="Name">Its name, unique in the question.</param>
/// <param name="Accept">The accepted answers; the first is the one shown.</param>
public sealed record Blank(string Name, ImmutableArray<string> Accept);
