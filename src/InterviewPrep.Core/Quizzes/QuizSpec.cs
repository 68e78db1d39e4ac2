using System.Collections.Immutable;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Quizzes;

/// <summary>What a quiz is made of and how it is taken.</summary>
public sealed record QuizSpec
{
    /// <summary>The most questions in a sitting.</summary>
    public const int MaxLength = 60;

    /// <summary>The longest time limit, in minutes.</summary>
    public const int MaxMinutes = 180;

    /// <summary>What it is for.</summary>
    public QuizKind Kind { get; init; }

    /// <summary>Which round it is; <see langword="null"/> for all that are none.</summary>
    public RoundKey? Round { get; init; }

    /// <summary>Title in plain text, 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Ids of lessons to draw from.</summary>
    public ImmutableArray<string> Lessons { get; init; } = [];

    /// <summary>Ids of modules to draw from.</summary>
    public ImmutableArray<string> Modules { get; init; } = [];

    /// <summary>Ids of decks to draw from.</summary>
    public ImmutableArray<string> Decks { get; init; } = [];

    /// <summary>Ids of concepts to draw from. A question matches when any place or any concept named does; with none named all match.</summary>
    public ImmutableArray<string> Concepts { get; init; } = [];

    /// <summary>Types of question; empty for all.</summary>
    public ImmutableArray<QuestionType> Types { get; init; } = [];

    /// <summary>Levels from 1 to 4; empty for all.</summary>
    public ImmutableArray<int> Levels { get; init; } = [];

    /// <summary>How many questions, 1 to <see cref="MaxLength"/>; fewer when fewer match.</summary>
    public int Length { get; init; } = 10;

    /// <summary>Which of the matching ones.</summary>
    public QuizPool Pool { get; init; }

    /// <summary>Whether feedback waits for the end of the sitting.</summary>
    public bool FeedbackAtEnd { get; init; }

    /// <summary>Time limit in minutes, 1 to <see cref="MaxMinutes"/>; <see langword="null"/> for none.</summary>
    public int? Minutes { get; init; }

    /// <summary>Whether each answer says how sure it is.</summary>
    public bool AskCertainty { get; init; }

    /// <summary>Whether topic and level stay hidden until the answer, as an interviewer hides them.</summary>
    public bool HideTopic { get; init; }
}
