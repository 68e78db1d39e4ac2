using System.Collections.Immutable;
using InterviewPrep.Content.Markdown;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Courses;
using InterviewPrep.Web.Components;

namespace InterviewPrep.Web.Features.Lessons;

/// <summary>What a lesson's page shows around its text.</summary>
public sealed class LessonView
{
    /// <summary>Anchor of the key facts.</summary>
    public const string FactsAnchor = "lesson-facts";

    /// <summary>Anchor of the list of sources.</summary>
    public const string SourcesAnchor = "lesson-sources";

    private LessonView(CourseEdition edition, Lesson lesson)
    {
        Edition = edition;
        Lesson = lesson;
        Module = edition.Course.FindModule(lesson.Module)!;
        Rendered = edition.Render(lesson);
        Questions = edition.Course.QuestionsOf(lesson).Length;
        Needs = [.. lesson.Needs.Select(edition.Course.FindLesson).OfType<Lesson>()];
        Contents = ContentsOf(Rendered);
        var (previous, next) = edition.Course.Neighbours(lesson);
        Previous = Link(previous);
        Next = Link(next) ?? (edition.Course.Loop is { } loop ? new PageLink("/loop", loop.Title) : null);
    }

    /// <summary>The edition it is of.</summary>
    public CourseEdition Edition { get; }

    /// <summary>The course it is of.</summary>
    public Course Course => Edition.Course;

    /// <summary>The lesson.</summary>
    public Lesson Lesson { get; }

    /// <summary>The module it is of.</summary>
    public Module Module { get; }

    /// <summary>Its text.</summary>
    public RenderedLesson Rendered { get; }

    /// <summary>How many questions belong to it.</summary>
    public int Questions { get; }

    /// <summary>What should be read before.</summary>
    public ImmutableArray<Lesson> Needs { get; }

    /// <summary>Its table of contents: sections of two levels, then facts and sources.</summary>
    public ImmutableArray<Section> Contents { get; }

    /// <summary>The lesson before.</summary>
    public PageLink? Previous { get; }

    /// <summary>The lesson after; after the last one the loop that ends the course.</summary>
    public PageLink? Next { get; }

    /// <summary>Whether any formula is on the page: in the text, the front matter or a check.</summary>
    public bool HasMath => Rendered.HasMath
        || Rendered.Parts.OfType<LessonPart.Check>().Any(c => Course.FindQuestion(c.QuestionId) is { } q && q.Prompt.Contains('$', StringComparison.Ordinal));

    /// <summary>Its summary without markup, for search engines.</summary>
    public string Description => PlainText.Of(Lesson.Summary);

    /// <summary>The view of a lesson, or <see langword="null"/> when there is none of this id.</summary>
    public static LessonView? Of(CourseEdition edition, string id)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Course.FindLesson(id) is { } lesson ? new LessonView(edition, lesson) : null;
    }

    private static ImmutableArray<Section> ContentsOf(RenderedLesson rendered)
    {
        var entries = rendered.Lesson.Sections.Where(s => s.Level <= 3);
        if (!rendered.Facts.IsEmpty) entries = entries.Append(new Section(FactsAnchor, "Worth remembering", 2));
        if (!rendered.Cited.IsEmpty) entries = entries.Append(new Section(SourcesAnchor, "Sources", 2));
        return [.. entries];
    }

    private static PageLink? Link(Lesson? lesson) => lesson is null ? null : new($"/lessons/{lesson.Id}", $"{lesson.Number} · {lesson.Title}");
}
