using System.Collections.Immutable;

namespace InterviewPrep.Core.Questions;

/// <summary>An answer in one's own words; the learner marks the key points after seeing them.</summary>
public sealed record OpenQuestion : Question
{
    /// <inheritdoc/>
    public override QuestionType Type => QuestionType.Open;

    /// <summary>What a strong answer contains.</summary>
    public required ImmutableArray<KeyPoint> KeyPoints { get; init; }

    /// <summary>What makes an interviewer frown; inline Markdown.</summary>
    public ImmutableArray<string> RedFlags { get; init; } = [];

    /// <summary>A model answer; Markdown.</summary>
    public required string Model { get; init; }

    /// <summary>Time to speak, in minutes, 1 to 60.</summary>
    public required int Minutes { get; init; }
}

/// <summary>One thing that a strong answer says.</summary>
/// <param name="Text">The point; inline Markdown.</param>
/// <param name="Weight">Its share of the mark, 1 to 10.</param>
public sealed record KeyPoint(string Text, int Weight);
