using System.Collections.Immutable;
using System.Diagnostics;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Figures;
using InterviewPrep.Content.Loading;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Rendering;

/// <summary>What one Markdown text may refer to, and what rendering it brought up.</summary>
internal sealed class RenderScope
{
    /// <summary>Suggestions cost a look at every id; a text with more dangling references has another problem.</summary>
    private const int MaximumSuggestions = 50;

    /// <summary>Far more than any lesson needs. One formula or diagram is bounded by itself; hundreds of the worst are not.</summary>
    public TimeSpan EngineTime { get; init; } = TimeSpan.FromSeconds(60);

    private readonly List<string> _cited = [];
    private readonly Stopwatch _engineTime = new();
    private int _suggestions;

    public RenderScope(LoadedCourse loaded, RenderEngines engines, SourcePosition origin, DiagnosticBag diagnostics)
    {
        Course = loaded.Course;
        Unloaded = loaded.Sources.Unloaded;
        Figures = loaded.Figures;
        Engines = engines;
        Origin = origin;
        Diagnostics = diagnostics;
    }

    public Course Course { get; }

    /// <summary>What the content has and the course has not: references to it are not reported.</summary>
    public UnloadedIds Unloaded { get; }

    public RenderEngines Engines { get; }

    public FigureLibrary Figures { get; }

    /// <summary>Where the text that is being written begins in its file.</summary>
    public SourcePosition Origin { get; set; }

    public DiagnosticBag Diagnostics { get; }

    /// <summary>The lesson whose sections <c>#anchor</c> means; <see langword="null"/> for a text without one.</summary>
    public Lesson? Lesson { get; init; }

    /// <summary>The folder that <c>figures/…</c> is in.</summary>
    public string? Folder { get; init; }

    /// <summary>The values of the parameters; <see langword="null"/> outside questions.</summary>
    public IReadOnlyDictionary<string, double>? Parameters { get; init; }

    /// <summary>Whether the text is a question's, which may be shown on any page.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>The names of the blanks; empty outside cloze questions.</summary>
    public ImmutableArray<string> Blanks { get; init; } = [];

    /// <summary>The cited sources in the order of their first mention.</summary>
    public IReadOnlyList<string> Cited => _cited;

    public bool HasMath { get; set; }

    public void Cite(string source)
    {
        if (!_cited.Contains(source)) _cited.Add(source);
    }

    /// <summary>"Did you mean x?" or the other sentence.</summary>
    public string Suggest(string word, IEnumerable<string> candidates, string otherwise) =>
        _suggestions++ < MaximumSuggestions ? Suggestion.DidYouMean(word, candidates, otherwise) : otherwise;

    /// <summary>Lets an engine work, or returns <see langword="null"/> when this text has used up its time.</summary>
    public T? WithEngine<T>(Func<RenderEngines, T?> work)
        where T : class
    {
        if (_engineTime.Elapsed > EngineTime) return null;
        _engineTime.Start();
        try
        {
            return work(Engines);
        }
        finally
        {
            _engineTime.Stop();
        }
    }

    /// <param name="line">From 0, as Markdig counts.</param>
    /// <param name="column">From 0.</param>
    public SourcePosition At(int line, int column) => new(Origin.File, Origin.Line + line, Origin.Column + column);
}
