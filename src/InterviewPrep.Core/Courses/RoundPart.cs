using System.Collections.Immutable;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Courses;

/// <summary>Questions of a <see cref="LoopRound"/> that are drawn together.</summary>
public sealed record RoundPart
{
    /// <summary>How many, 1 or more.</summary>
    public required int Questions { get; init; }

    /// <summary>Ids of lessons to draw from. With no lesson, module and deck named, all questions match.</summary>
    public ImmutableArray<string> Lessons { get; init; } = [];

    /// <summary>Ids of modules to draw from.</summary>
    public ImmutableArray<string> Modules { get; init; } = [];

    /// <summary>Ids of decks to draw from.</summary>
    public ImmutableArray<string> Decks { get; init; } = [];

    /// <summary>Types of question; empty for all.</summary>
    public ImmutableArray<QuestionType> Types { get; init; } = [];

    /// <summary>Levels from 1 to 4; empty for all.</summary>
    public ImmutableArray<int> Levels { get; init; } = [];
}
