using System.Collections.Concurrent;
using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Content.Search;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Serving;

/// <summary>One version of the course as it is served: what pages show, each made when first asked for.</summary>
public sealed class CourseEdition : IDisposable
{
    /// <summary>Rendered lessons kept at a time; finished pages are kept elsewhere, compressed.</summary>
    private const int LessonsKept = 64;

    private readonly ConcurrentDictionary<string, Lazy<RenderedLesson>> _lessons = new(StringComparer.Ordinal);
    private readonly RenderedVariants _variants;
    private readonly Lazy<SearchIndex> _search;
    private ImmutableArray<Diagnostic> _diagnostics;

    internal CourseEdition(LoadedCourse loaded, RenderEngines engines, long number)
    {
        Loaded = loaded;
        Number = number;
        Renderer = new CourseRenderer(loaded, engines);
        _variants = new RenderedVariants(Renderer);
        _diagnostics = loaded.Diagnostics;
        _search = new(() => SearchIndex.Build(loaded));
    }

    /// <summary>From 1, one more with each change of the content.</summary>
    public long Number { get; }

    /// <summary>What was read from the folder.</summary>
    public LoadedCourse Loaded { get; }

    /// <summary>The course.</summary>
    public Course Course => Loaded.Course;

    /// <summary>Renders questions and short texts.</summary>
    public CourseRenderer Renderer { get; }

    /// <summary>Full text; built at the first search.</summary>
    public SearchIndex Search => _search.Value;

    /// <summary>What is known to be wrong; grows once the inspection in the background is through.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>The lesson as HTML; made once however many ask at the same time.</summary>
    public RenderedLesson Render(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        if (_lessons.Count > LessonsKept) _lessons.Clear();
        return _lessons.GetOrAdd(lesson.Id, _ => new(() => Renderer.Render(lesson))).Value;
    }

    /// <summary>What of a variant may be shown before the answer.</summary>
    /// <param name="question">The question, of this edition or as it was asked once.</param>
    /// <param name="variant">From 0, below the number of variants.</param>
    public RenderedPrompt RenderPrompt(Question question, long variant)
    {
        ArgumentNullException.ThrowIfNull(question);
        return _variants.Prompt(question, variant);
    }

    /// <summary>What of a variant is shown after the answer.</summary>
    /// <inheritdoc cref="RenderPrompt"/>
    public RenderedFeedback RenderFeedback(Question question, long variant = 0)
    {
        ArgumentNullException.ThrowIfNull(question);
        return _variants.Feedback(question, variant);
    }

    internal void Learn(ImmutableArray<Diagnostic> diagnostics) => _diagnostics = diagnostics;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_search.IsValueCreated) _search.Value.Dispose();
    }
}
