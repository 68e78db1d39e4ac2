using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
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
        IReadOnlyDictionary<string, QuestionSource> questionSources,
        FigureLibrary figures,
        IReadOnlyDictionary<string, FileStamp> files,
        ContentCounts counts,
        ImmutableArray<Diagnostic> diagnostics)
    {
        Course = course;
        Texts = texts;
        QuestionSources = questionSources;
        Figures = figures;
        Files = files;
        Counts = counts;
        Diagnostics = diagnostics;
    }

    /// <summary>The course.</summary>
    public Course Course { get; }

    /// <summary>The lessons' texts by lesson id.</summary>
    public IReadOnlyDictionary<string, LessonText> Texts { get; }

    /// <summary>How much there is.</summary>
    public ContentCounts Counts { get; }

    /// <summary>What reading brought up; <see cref="CourseInspection"/> finds what only rendering can.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether there is anything to read.</summary>
    public bool IsEmpty => Course.Lessons.IsEmpty;

    internal IReadOnlyDictionary<string, QuestionSource> QuestionSources { get; }

    internal FigureLibrary Figures { get; }

    internal IReadOnlyDictionary<string, FileStamp> Files { get; }
}
