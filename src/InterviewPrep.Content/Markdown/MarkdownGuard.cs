using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Files;
using Markdig.Syntax;

namespace InterviewPrep.Content.Markdown;

/// <summary>
/// Parses Markdown that may be hostile: the parser's time grows with the square of a paragraph full of brackets, so long
/// lines and paragraphs are refused before it sees them.
/// </summary>
internal static class MarkdownGuard
{
    /// <summary>The syntax tree, or <see langword="null"/> after a diagnostic.</summary>
    public static MarkdownDocument? Parse(string text, SourcePosition origin, DiagnosticBag diagnostics)
    {
        var line = 0;
        var paragraph = 0;
        string? fence = null;
        foreach (var current in text.AsSpan().EnumerateLines())
        {
            if (current.Length > ContentLimits.LineCharacters)
            {
                Refuse(line, $"The line has {current.Length:N0} characters; the limit is {ContentLimits.LineCharacters:N0}.", "Break it into paragraphs.");
                return null;
            }

            if (Fence(current) is { } marker && (fence is null || marker.StartsWith(fence, StringComparison.Ordinal)))
            {
                fence = fence is null ? marker : null;
                paragraph = 0;
            }
            else
            {
                paragraph = fence is not null || current.IsWhiteSpace() ? 0 : paragraph + current.Length;
            }

            if (paragraph > ContentLimits.ParagraphCharacters)
            {
                Refuse(line, $"The paragraph has more than {ContentLimits.ParagraphCharacters:N0} characters.", "Break it up with blank lines.");
                return null;
            }

            line++;
        }

        try
        {
            return CourseMarkdown.Parse(text);
        }
        catch (ArgumentException)
        {
            Refuse(0, $"The Markdown is nested more than {CourseMarkdown.MaximumNestingDepth} deep.", "Flatten the lists and quotes.");
            return null;
        }

        void Refuse(int at, string message, string mend) =>
            diagnostics.Report(DiagnosticRules.MarkdownTooComplex, origin.Down(at), message, mend);
    }

    private static string? Fence(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimStart();
        if (!trimmed.StartsWith("```") && !trimmed.StartsWith("~~~")) return null;
        var length = trimmed.IndexOfAnyExcept(trimmed[0]);
        return new string(trimmed[0], length < 0 ? trimmed.Length : length);
    }
}
