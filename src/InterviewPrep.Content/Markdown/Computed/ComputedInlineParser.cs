using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace InterviewPrep.Content.Markdown.Computed;

/// <summary>Parses double braces on one line.</summary>
internal sealed class ComputedInlineParser : InlineParser
{
    private const int MaximumLength = 1_200;

    public ComputedInlineParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '{') return false;
        var text = slice.AsSpan();
        text = text[..Math.Min(text.Length, MaximumLength)];
        var end = text.IndexOf("}}");
        var lineEnd = text.IndexOf('\n');
        if (end < 3 || (lineEnd >= 0 && lineEnd < end)) return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new ComputedInline(text[..(end + 2)].ToString())
        {
            Line = line,
            Column = column,
            Span = new SourceSpan(start, start + end + 1),
        };
        slice.Start += end + 2;
        return true;
    }
}
