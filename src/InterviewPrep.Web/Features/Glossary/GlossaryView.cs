using System.Collections.Immutable;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Courses;
using InterviewPrep.Web.Components;

namespace InterviewPrep.Web.Features.Glossary;

/// <summary>The concepts of a course by the module that teaches them.</summary>
/// <param name="Course">The course.</param>
/// <param name="Texts">Renders definitions and beliefs.</param>
/// <param name="Groups">Modules in reading order; those that teach no concept are left out.</param>
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
            .Select(m => new GlossaryGroup(m, [.. m.Lessons.SelectMany(l => course.ConceptsOf(l)).Select(c => Entry(course, c, misconceptions[c.Id]))]))
            .Where(g => !g.Entries.IsEmpty);
        return new GlossaryView(course, InlineTexts.Of(edition), [.. groups]);
    }

    private static GlossaryEntry Entry(Course course, Concept concept, IEnumerable<Misconception> misconceptions)
    {
        var lesson = course.FindLesson(concept.Place.Lesson)!;
        var section = concept.Place.Section is { } id ? lesson.FindSection(id) : null;
        return new GlossaryEntry(
            concept,
            section is null ? $"{lesson.Number} {lesson.Title}" : $"{lesson.Number} {lesson.Title} › {section.Title}",
            [.. concept.Needs.Select(course.FindConcept).OfType<Concept>()],
            [.. misconceptions]);
    }
}

/// <summary>The concepts of one module.</summary>
/// <param name="Module">The module.</param>
/// <param name="Entries">In reading order.</param>
public sealed record GlossaryGroup(Module Module, ImmutableArray<GlossaryEntry> Entries);

/// <summary>A concept with what belongs to it.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="PlaceTitle">Where it is taught, in plain text.</param>
/// <param name="Needs">What it builds on.</param>
/// <param name="Misconceptions">What is often believed instead.</param>
public sealed record GlossaryEntry(Concept Concept, string PlaceTitle, ImmutableArray<Concept> Needs, ImmutableArray<Misconception> Misconceptions);
