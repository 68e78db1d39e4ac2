using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Loading;

/// <summary>How much a course holds; the shape that <c>check --format json</c> prints.</summary>
public sealed record ContentCounts
{
    /// <summary>Modules with at least one lesson.</summary>
    public required int Modules { get; init; }

    /// <summary>Lessons.</summary>
    public required int Lessons { get; init; }

    /// <summary>Questions, of lessons and of decks.</summary>
    public required int Questions { get; init; }

    /// <summary>Questions of each type, the type in lower case.</summary>
    public required ImmutableSortedDictionary<string, int> QuestionsByType { get; init; }

    /// <summary>Questions of each level, 1 to 4.</summary>
    public required ImmutableSortedDictionary<string, int> QuestionsByLevel { get; init; }

    /// <summary>Concepts.</summary>
    public required int Concepts { get; init; }

    /// <summary>Named misconceptions.</summary>
    public required int Misconceptions { get; init; }

    /// <summary>Sources.</summary>
    public required int Sources { get; init; }

    /// <summary>Words of prose in the lessons.</summary>
    public required int Words { get; init; }

    /// <summary>Expressions under <c>checks</c>, of lessons and of questions.</summary>
    public required int Checks { get; init; }

    /// <param name="course">What is counted.</param>
    /// <param name="sources">What it was made of: a course does not know of <c>checks</c>.</param>
    internal static ContentCounts Of(Course course, CourseSources sources)
    {
        var types = course.Questions.CountBy(q => q.Type).ToDictionary();
        var levels = course.Questions.CountBy(q => q.Level).ToDictionary();
        return new()
        {
            Modules = course.Modules.Length,
            Lessons = course.Lessons.Length,
            Questions = course.Questions.Length,
            QuestionsByType = Enum.GetValues<QuestionType>().ToImmutableSortedDictionary(t => t.ToString().ToLowerInvariant(), t => types.GetValueOrDefault(t)),
            QuestionsByLevel = Enumerable.Range(1, 4).ToImmutableSortedDictionary(l => l.ToString(CultureInfo.InvariantCulture), l => levels.GetValueOrDefault(l)),
            Concepts = course.Concepts.Length,
            Misconceptions = course.Misconceptions.Length,
            Sources = course.Sources.Length,
            Words = course.Lessons.Sum(l => l.Words),
            Checks = sources.Lessons.Values.Sum(l => l.Checks.Count) + sources.Questions.Values.Sum(q => q.Document.Checks.Count),
        };
    }
}
