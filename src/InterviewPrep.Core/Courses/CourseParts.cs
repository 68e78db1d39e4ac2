using System.Collections.Immutable;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Courses;

/// <summary>What a <see cref="Course"/> is made of.</summary>
public sealed record CourseParts
{
    /// <inheritdoc cref="Course.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="Course.Title"/>
    public required string Title { get; init; }

    /// <inheritdoc cref="Course.Description"/>
    public required string Description { get; init; }

    /// <inheritdoc cref="Course.Modules"/>
    public ImmutableArray<Module> Modules { get; init; } = [];

    /// <inheritdoc cref="Course.Decks"/>
    public ImmutableArray<Deck> Decks { get; init; } = [];

    /// <inheritdoc cref="Course.Concepts"/>
    public ImmutableArray<Concept> Concepts { get; init; } = [];

    /// <inheritdoc cref="Course.Misconceptions"/>
    public ImmutableArray<Misconception> Misconceptions { get; init; } = [];

    /// <inheritdoc cref="Course.Sources"/>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <inheritdoc cref="Course.Questions"/>
    public ImmutableArray<Question> Questions { get; init; } = [];

    /// <inheritdoc cref="Course.Loop"/>
    public MockLoop? Loop { get; init; }
}
