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
}
