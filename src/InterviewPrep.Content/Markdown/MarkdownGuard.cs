using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Files;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InterviewPrep.Content.Markdown;

/// <summary>
/// Parses Markdown that may be hostile: the parser's time grows with the square of a paragraph full of brackets, so long
/// lines and stretches without a blank line are refused before it sees them. Whether a stretch is code is not asked:
/// whoever guesses that differently from the parser lets a paragraph through.
/// </summary>
internal static class MarkdownGuard
{
    /// <summary>The syntax tree, or <see langword="null"/> after a diagnostic.</summary>
    public static MarkdownDocument? Parse(string text, SourcePosition origin, DiagnosticBag diagnostics)
    {
        if (Problem(text) is { } problem)
        {
            Refuse(problem.Line, problem.Message, problem.Mend);
            return null;
        }

        if (TryParse(text, out var line) is { } document) return document;
        Refuse(line, "The Markdown is nested too deep.", "Flatten the lists and quotes, and put brackets and stars that mean themselves between backticks.");
        return null;

        void Refuse(int line, string message, string mend) =>
            diagnostics.Report(DiagnosticRules.MarkdownTooComplex, origin with { Line = origin.Line + line }, message, mend);
    }

    /// <summary>The syntax tree, or <see langword="null"/> for a text that <see cref="Parse(string, SourcePosition, DiagnosticBag)"/> reports.</summary>
    public static MarkdownDocument? TryParseQuietly(string text) => Problem(text) is null ? TryParse(text, out _) : null;

    private static MarkdownDocument? TryParse(string text, out int line)
    {
        line = 0;
        try
        {
            var document = CourseMarkdown.Parse(text);
            if (TooDeep(document) is not { } place) return document;
            line = place;
            return null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// The line of what lies too deep. The parser bounds blocks, but unmatched brackets and stars nest in one another, and the
    /// renderer, which would find out, throws.
    /// </summary>
    private static int? TooDeep(MarkdownDocument document)
    {
        var open = new Stack<(MarkdownObject Node, int Depth)>([(document, 0)]);
        while (open.TryPop(out var node))
        {
            if (node.Depth > CourseMarkdown.MaximumTreeDepth) return node.Node.Line;
            IEnumerable<MarkdownObject> children = node.Node switch
            {
                ContainerBlock container => container,
                LeafBlock { Inline: { } inline } => inline,
                ContainerInline container => container,
                _ => [],
            };
            foreach (var child in children) open.Push((child, node.Depth + 1));
        }

        return null;
    }

    private static (int Line, string Message, string Mend)? Problem(string text)
    {
        var stretch = 0;
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            if (line.Length > ContentLimits.LineCharacters)
                return (number, $"The line has {line.Length:N0} characters; the limit is {ContentLimits.LineCharacters:N0}.", "Break it into paragraphs.");
            stretch = line.IsWhiteSpace() ? 0 : stretch + line.Length + 1;
            if (stretch > ContentLimits.ParagraphCharacters)
                return (number, $"There are more than {ContentLimits.ParagraphCharacters:N0} characters without a blank line.", "Break them up with blank lines.");
            number++;
        }

        return null;
    }
}
