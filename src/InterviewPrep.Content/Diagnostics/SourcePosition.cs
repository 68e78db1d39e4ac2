namespace InterviewPrep.Content.Diagnostics;

/// <summary>A place in a content file.</summary>
/// <param name="File">Path relative to the content folder, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <summary>The beginning of a file.</summary>
    public static SourcePosition StartOf(string file) => new(file, 1, 1);

    /// <summary>The same file, further down.</summary>
    public SourcePosition Down(int lines, int column = 1) => new(File, Line + lines, column);

    /// <summary>The place of a character in a text that begins here and whose lines all begin in this column.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">From 0; beyond the text counts as its end.</param>
    public SourcePosition Into(string text, int offset)
    {
        ArgumentNullException.ThrowIfNull(text);
        var before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        return new(File, Line + before.Count('\n'), Column + before.Length - 1 - before.LastIndexOf('\n'));
    }
}
