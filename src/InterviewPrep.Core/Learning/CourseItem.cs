using System.Collections.Immutable;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Learning;

/// <summary>A question of the course, as the fold sees it.</summary>
internal sealed record CourseItem
{
    public required Question Question { get; init; }

    /// <summary>Place among the course's questions.</summary>
    public required int Index { get; init; }

    /// <summary>Place of its primary concept among those that have questions.</summary>
    public required int Concept { get; init; }

    /// <summary>Id of its module; <see langword="null"/> for a deck's.</summary>
    public required string? Module { get; init; }

    /// <summary>What is believed about it before it is answered.</summary>
    public required ConceptQuestion Prior { get; init; }

    /// <summary>Time that an answer should take.</summary>
    public required TimeSpan Expected { get; init; }

    /// <summary>The wrong beliefs that a right answer speaks against: those it can show, and those about its concept.</summary>
    public required ImmutableArray<string> Contradicts { get; init; }

    public string Id => Question.Id;

    /// <summary>Which variant a seed draws; questions without parameters have but one, in whatever order it is shown.</summary>
    public long VariantOf(long seed) => Question.Variants.IndexOf(seed);
}

/// <summary>A concept with the questions whose primary one it is.</summary>
internal sealed record CourseConcept(string Id, ImmutableArray<CourseItem> Items, double Weight)
{
    /// <summary>The same as the mastery model wants them.</summary>
    public ImmutableArray<ConceptQuestion> Questions { get; } = [.. Items.Select(i => i.Prior)];
}
