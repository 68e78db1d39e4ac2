using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace InterviewPrep.Core.Questions;

/// <summary>One item of the bank. The closed set of its kinds is in this folder, one for each <see cref="QuestionType"/>.</summary>
public abstract record Question
{
    /// <summary>Which kind it is.</summary>
    public abstract QuestionType Type { get; }

    /// <summary>Permanent id, unique over the course.</summary>
    public required string Id { get; init; }

    /// <summary>From 1; goes up when the meaning or the key changes, not for a typo.</summary>
    public required int Version { get; init; }

    /// <summary>
    /// The first version whose answers are marked again with this version's key, below <see cref="Version"/>; <see langword="null"/> when the
    /// past stays as it was marked. Says nothing about what is asked, so that it is no part of the question as text.
    /// </summary>
    [JsonIgnore]
    public int? RegradeFrom { get; init; }

    /// <summary>Id of the lesson it belongs to; <see langword="null"/> when it belongs to a deck.</summary>
    public string? Lesson { get; init; }

    /// <summary>Id of the deck it belongs to; <see langword="null"/> when it belongs to a lesson.</summary>
    public string? Deck { get; init; }

    /// <summary>Anchor of the lesson's section that answers it.</summary>
    public string? Section { get; init; }

    /// <summary>Ids of the concepts that it tests; at least one, the first is the primary one.</summary>
    public required ImmutableArray<string> Concepts { get; init; }

    /// <summary>1 recall, 2 explain, 3 compute or apply, 4 trade-off or debug.</summary>
    public required int Level { get; init; }

    /// <summary>Which of the lesson's objectives it tests, by number from 1.</summary>
    public ImmutableArray<int> Objectives { get; init; } = [];

    /// <summary>What is asked: Markdown, with <c>{{name}}</c> for each parameter.</summary>
    public required string Prompt { get; init; }

    /// <summary>Hints from vague to pointed; Markdown.</summary>
    public ImmutableArray<string> Hints { get; init; } = [];

    /// <summary>The whole reasoning, shown after the answer; Markdown.</summary>
    public required string Explanation { get; init; }

    /// <summary>Ids of the questions that ask the next thing, harder.</summary>
    public ImmutableArray<string> FollowUps { get; init; } = [];

    /// <summary>Keys of the sources that settle it.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The parameters that make variants; empty for a question without.</summary>
    public VariantSpace Variants { get; init; } = VariantSpace.None;
}
