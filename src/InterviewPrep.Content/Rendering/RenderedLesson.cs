using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Rendering;

/// <summary>A lesson as HTML, cut where something alive will stand.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Summary">Its summary as inline HTML.</param>
/// <param name="Objectives">Its objectives as inline HTML.</param>
/// <param name="Facts">Its key facts as inline HTML.</param>
/// <param name="Parts">Its text.</param>
/// <param name="Cited">The sources that the text cites, in order, then those that only the front matter names.</param>
/// <param name="HasMath">Whether any formula is in it, so that the page needs the math font.</param>
/// <param name="Diagnostics">What rendering brought up.</param>
public sealed record RenderedLesson(
    Lesson Lesson,
    string Summary,
    ImmutableArray<string> Objectives,
    ImmutableArray<string> Facts,
    ImmutableArray<LessonPart> Parts,
    ImmutableArray<Source> Cited,
    bool HasMath,
    ImmutableArray<Diagnostic> Diagnostics);

/// <summary>A stretch of a lesson.</summary>
public abstract record LessonPart
{
    private LessonPart()
    {
    }

    /// <summary>Finished HTML from the allow-list.</summary>
    /// <param name="Value">The HTML.</param>
    public sealed record Html(string Value) : LessonPart;

    /// <summary>The place of a question of the bank.</summary>
    /// <param name="QuestionId">Id of the question; it exists.</param>
    public sealed record Check(string QuestionId) : LessonPart;

    /// <summary>The place of a lab.</summary>
    /// <param name="LabId">Id of the lab.</param>
    public sealed record Lab(string LabId) : LessonPart;
}
