using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Content.Scripting;

/// <summary>A rendered diagram, or why it cannot be rendered.</summary>
public sealed record DiagramResult
{
    private DiagramResult(string? markup, string? error, int? line, int? column)
    {
        Markup = markup;
        Error = error;
        Line = line;
        Column = column;
    }

    /// <summary>
    /// The <c>svg</c> element, to be put into HTML. It takes colours and font from the page, has neither ids nor styles, and a
    /// natural size that <c>max-width: 100%; height: auto</c> scales down.
    /// </summary>
    public string? Markup { get; }

    /// <summary>What is wrong, as a sentence without a full stop.</summary>
    public string? Error { get; }

    /// <summary>The line of the source, counted from one; null when it concerns the whole diagram.</summary>
    public int? Line { get; }

    /// <summary>The column in that line, counted from one; null when it concerns the whole line.</summary>
    public int? Column { get; }

    /// <summary>Whether there is markup (otherwise there is an error).</summary>
    [MemberNotNullWhen(true, nameof(Markup))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Markup is not null;

    internal static DiagramResult Of(string markup) => new(markup, null, null, null);

    internal static DiagramResult Failed(string error, int? line = null, int? column = null) => new(null, error, line, column);
}
