using System.Collections.Immutable;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Courses;
using InterviewPrep.Web.Components;

namespace InterviewPrep.Web.Features.Glossary;

/// <summary>The concepts of a course by the module that teaches them.</summary>
/// <param name="Course">The course.</param>
/// <param name="Texts">Renders definitions and beliefs.</param>
/// <param name="Groups">Modules in reading order, then what no lesson teaches; empty ones are left out.</param>
public sealed record GlossaryView(Course Course, InlineTexts Texts, ImmutableArray<GlossaryGroup> Groups)
{
    /// <summary>How many concepts there are.</summary>
    public int Concepts => Groups.Sum(g => g.Entries.Length);

    /// <summary>Of an edition.</summary>
    public static GlossaryView Of(CourseEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var course = edition.Course;
        var misconceptions = course.Misconceptions.ToLookup(m => m.Concept, StringComparer.Ordinal);
        var groups = course.Modules
            .Select(m => Group(m, m.Lessons.SelectMany(l => course.ConceptsOf(l))))
            .Append(Group(null, course.ConceptsOutsideLessons))
            .Where(g => !g.Entries.IsEmpty);
        return new GlossaryView(course, InlineTexts.Of(edition), [.. groups]);

        GlossaryGroup Group(Module? module, IEnumerable<Concept> concepts) => new(module, [.. concepts.Select(c => Entry(course, c, misconceptions[c.Id]))]);
    }

    private static GlossaryEntry Entry(Course course, Concept concept, IEnumerable<Misconception> misconceptions) => new(
        concept,
        concept.Place is { } place ? PlaceTitle(course, place) : null,
        [.. concept.Needs.Select(course.FindConcept).OfType<Concept>()],
        [.. misconceptions]);

    private static string PlaceTitle(Course course, SectionReference place)
    {
        var lesson = course.FindLesson(place.Lesson)!;
        var section = place.Section is { } id ? lesson.FindSection(id) : null;
        return section is null ? $"{lesson.Number} {lesson.Title}" : $"{lesson.Number} {lesson.Title} › {section.Title}";
    }
}

/// <summary>The concepts of one module.</summary>
/// <param name="Module">The module; <see langword="null"/> for concepts that no lesson teaches.</param>
/// <param name="Entries">In reading order.</param>
public sealed record GlossaryGroup(Module? Module, ImmutableArray<GlossaryEntry> Entries)
{
    /// <summary>Where the group stands on the page.</summary>
    public string Anchor => Module is null ? "beyond-the-lessons" : "module-" + Module.Id;

    /// <summary>Its heading in plain text.</summary>
    public string Title => Module?.Title ?? Phrases.BeyondTheLessons;
}

/// <summary>A concept with what belongs to it.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="PlaceTitle">Where it is taught, in plain text; <see langword="null"/> when no lesson teaches it.</param>
/// <param name="Needs">What it builds on.</param>
/// <param name="Misconceptions">What is often believed instead.</param>
public sealed record GlossaryEntry(Concept Concept, string? PlaceTitle, ImmutableArray<Concept> Needs, ImmutableArray<Misconception> Misconceptions);
