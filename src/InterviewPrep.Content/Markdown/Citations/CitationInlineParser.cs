using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace InterviewPrep.Content.Markdown.Citations;

/// <summary>Parses citations in brackets that begin with <c>@</c>.</summary>
internal sealed partial class CitationInlineParser : InlineParser
{
    public CitationInlineParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '@') return false;
        var close = slice.Text.IndexOf(']', slice.Start, Math.Min(slice.Length, MaximumLength));
        if (close < 0) return false;
        var match = Citations().Match(slice.Text, slice.Start + 1, close - slice.Start - 1);
        if (!match.Success) return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new CitationInline(
        [
            .. match.Groups["source"].Captures.Select((c, i) => new Citation(
                c.Value, match.Groups["place"].Captures[i].Value is { Length: > 0 } place ? place.Trim() : null)),
        ])
        {
            Line = line,
            Column = column,
            Span = new SourceSpan(start, start + close - slice.Start),
        };
        slice.Start = close + 1;
        return true;
    }

    private const int MaximumLength = 400;

    [GeneratedRegex(@"\G(?:@(?<source>[A-Za-z0-9-]+)(?:,\s*(?<place>[^;@]*)|(?<place>))(?:;\s*|$))+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Citations();
}
