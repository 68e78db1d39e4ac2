using System.Globalization;

namespace InterviewPrep.Content.Scripting;

/// <summary>
/// Draws box-and-arrow diagrams from nomnoml's text format as SVG. Thread-safe; what is wrong with a diagram is a result,
/// never an exception.
/// </summary>
public sealed class DiagramRenderer : IDisposable
{
    /// <summary>The longest source, in UTF-16 units.</summary>
    public const int MaxLength = 20_000;

    private readonly ScriptEnginePool _engines;

    /// <summary>Makes a renderer; its engines are made when first needed.</summary>
    public DiagramRenderer()
        : this(null)
    {
    }

    internal DiagramRenderer(ScriptLimits? limits) => _engines = new ScriptEnginePool(ScriptLibrary.Diagrams, limits);

    /// <summary>Draws one diagram.</summary>
    /// <param name="source">
    /// The source. Layout directives are allowed, those for colours, fonts and files are not; <c>#title:</c> becomes the name
    /// that screen readers announce (otherwise the texts of the boxes do).
    /// </param>
    public DiagramResult Render(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Length > MaxLength)
            return DiagramResult.Failed(string.Create(CultureInfo.InvariantCulture, $"The diagram has {source.Length} characters; at most {MaxLength} are allowed"));
        if (DiagramSource.Check(source, out var prepared, out var title) is { } error)
            return error;

        var answer = _engines.Call("renderDiagram", prepared);
        if (answer.Fault is { } fault)
            return DiagramResult.Failed("The diagram " + fault);
        if (answer.Values[0] is { } svg)
            return DiagramMarkup.Rewrite(svg, title);
        // nomnoml's columns count from zero, and an unclosed box is noticed behind the author's last line, in our settings.
        var lines = source.AsSpan().Count('\n') + 1;
        var line = Number(answer.Values[2]);
        return line > lines
            ? DiagramResult.Failed(answer.Values[1]!, lines)
            : DiagramResult.Failed(answer.Values[1]!, line, Number(answer.Values[3]) + 1);
    }

    /// <summary>Loads the library, so that the first reader does not wait for it: call it in the background.</summary>
    public void WarmUp() => Render("[a]->[b]");

    /// <summary>Ends the engines.</summary>
    public void Dispose() => _engines.Dispose();

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
