namespace InterviewPrep.Content.Tests.Markdown;

/// <summary>
/// One example of a specification written as CommonMark's is: between two long fences the Markdown, a line with a dot, the
/// HTML, and, where something is wrong, another dot and the diagnostics as <c>line:column code</c>.
/// </summary>
/// <param name="File">Name of the file.</param>
/// <param name="Number">From 1 within its file.</param>
/// <param name="Line">Where its fence begins, from 1.</param>
/// <param name="Info">The words behind <c>example</c>: parameters as <c>name=value</c>.</param>
/// <param name="Markdown">What is written.</param>
/// <param name="Html">What comes of it.</param>
/// <param name="Diagnostics">What is said about it.</param>
internal sealed record SpecExample(string File, int Number, int Line, string Info, string Markdown, string Html, string Diagnostics)
{
    private static readonly string Fence = new('`', 32);

    public override string ToString() => $"{File} {Number}";

    public static IReadOnlyList<SpecExample> Read(string name, string text)
    {
        var examples = new List<SpecExample>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence + " example", StringComparison.Ordinal)) continue;
            var start = i + 1;
            var end = Array.IndexOf(lines, Fence, start);
            var parts = string.Join('\n', lines[start..end]).Split("\n.\n") switch
            {
                [var markdown, var html, var diagnostics] => (markdown, html, diagnostics),
                [var markdown, var html] => (markdown, html, ""),
                [var markdown] when markdown.EndsWith("\n.", StringComparison.Ordinal) => (markdown[..^2], "", ""),
                _ => throw new InvalidDataException($"{name}:{start}: an example has two or three parts."),
            };
            examples.Add(new SpecExample(name, examples.Count + 1, i + 1, lines[i][(Fence.Length + " example".Length)..].Trim(), parts.Item1, parts.Item2, parts.Item3));
            i = end;
        }

        return examples;
    }
}
