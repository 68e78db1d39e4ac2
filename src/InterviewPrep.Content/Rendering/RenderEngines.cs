using InterviewPrep.Content.Scripting;

namespace InterviewPrep.Content.Rendering;

/// <summary>The three engines that Markdown needs; each starts at its first use.</summary>
/// <param name="Math">TeX to MathML.</param>
/// <param name="Diagrams">nomnoml to SVG.</param>
/// <param name="Code">Source code to marked-up HTML.</param>
public sealed record RenderEngines(MathRenderer Math, DiagramRenderer Diagrams, CodeHighlighter Code) : IDisposable
{
    /// <summary>Engines of one's own.</summary>
    public RenderEngines()
        : this(new MathRenderer(), new DiagramRenderer(), new CodeHighlighter())
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Math.Dispose();
        Diagrams.Dispose();
        Code.Dispose();
    }
}
