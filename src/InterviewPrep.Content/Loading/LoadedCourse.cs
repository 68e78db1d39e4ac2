using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Figures;
using InterviewPrep.Content.Files;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Loading;

/// <summary>A course as it was read from its folder at one moment: immutable, with everything that rendering needs.</summary>
public sealed class LoadedCourse
{
    internal LoadedCourse(
        Course course,
        IReadOnlyDictionary<string, LessonText> texts,
        CourseSources sources,
        FigureLibrary figures,
        IReadOnlyDictionary<string, FileStamp> files,
        ImmutableArray<Diagnostic> diagnostics)
    {
        Course = course;
        Texts = texts;
        Sources = sources;
        Figures = figures;
        Files = files;
        Diagnostics = diagnostics;
    }

    /// <summary>The course.</summary>
    public Course Course { get; }

    /// <summary>The lessons' texts by lesson id.</summary>
    public IReadOnlyDictionary<string, LessonText> Texts { get; }

    /// <summary>How much there is; counted when it is asked.</summary>
    public ContentCounts Counts => ContentCounts.Of(Course, Sources);

    /// <summary>What reading brought up; <see cref="CourseInspection"/> finds what only rendering can.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether there is anything to read.</summary>
    public bool IsEmpty => Course.Lessons.IsEmpty;

    internal CourseSources Sources { get; }

    internal FigureLibrary Figures { get; }

    internal IReadOnlyDictionary<string, FileStamp> Files { get; }
}

/// <summary>The documents that a course was made of, whose parts know their places.</summary>
/// <param name="Lessons">Front matters by lesson id.</param>
/// <param name="Questions">By question id.</param>
/// <param name="Concepts">The concepts that were loaded.</param>
/// <param name="Misconceptions">The misconceptions that were loaded.</param>
/// <param name="Unloaded">What the content has and the course has not.</param>
internal sealed record CourseSources(
    IReadOnlyDictionary<string, LessonDocument> Lessons,
    IReadOnlyDictionary<string, QuestionSource> Questions,
    ImmutableArray<ConceptDocument> Concepts,
    ImmutableArray<MisconceptionDocument> Misconceptions,
    UnloadedIds Unloaded);
