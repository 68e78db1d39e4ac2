using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Figures;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Rendering;

/// <summary>What one Markdown text may refer to, and what rendering it brought up.</summary>
internal sealed class RenderScope
{
    private readonly List<string> _cited = [];

    public RenderScope(Course course, RenderEngines engines, FigureLibrary figures, SourcePosition origin, DiagnosticBag diagnostics)
    {
        Course = course;
        Engines = engines;
        Figures = figures;
        Origin = origin;
        Diagnostics = diagnostics;
    }

    public Course Course { get; }

    public RenderEngines Engines { get; }

    public FigureLibrary Figures { get; }

    /// <summary>Where the text begins in its file.</summary>
    public SourcePosition Origin { get; }

    public DiagnosticBag Diagnostics { get; }

    /// <summary>The lesson whose sections <c>#anchor</c> means; <see langword="null"/> for a text without one.</summary>
    public Lesson? Lesson { get; init; }

    /// <summary>The folder that <c>figures/…</c> is in.</summary>
    public string? Folder { get; init; }

    /// <summary>The values of the parameters; <see langword="null"/> outside questions.</summary>
    public IReadOnlyDictionary<string, double>? Parameters { get; init; }

    /// <summary>The names of the blanks; empty outside cloze questions.</summary>
    public ImmutableArray<string> Blanks { get; init; } = [];

    /// <summary>The cited sources in the order of their first mention.</summary>
    public IReadOnlyList<string> Cited => _cited;

    public bool HasMath { get; set; }

    public void Cite(string source)
    {
        if (!_cited.Contains(source)) _cited.Add(source);
    }

    /// <param name="line">From 0, as Markdig counts.</param>
    /// <param name="column">From 0.</param>
    public SourcePosition At(int line, int column) =>
        new(Origin.File, Origin.Line + line, line == 0 ? Origin.Column + column : column + 1);
}
