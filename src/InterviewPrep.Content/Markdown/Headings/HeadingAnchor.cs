using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace InterviewPrep.Content.Markdown.Headings;

/// <summary>Takes the permanent anchor, <c>{#kebab-case}</c>, off the end of a heading. No other attribute is understood.</summary>
internal static partial class HeadingAnchor
{
#pragma warning disable IDE0060 // The shape of the delegate.
    public static bool TryTake(BlockProcessor processor, ref StringSlice line, IBlock block)
#pragma warning restore IDE0060
    {
        var match = Anchor().Match(line.ToString());
        if (!match.Success) return false;
        ((MarkdownObject)block).GetAttributes().Id = match.Groups[1].Value;
        line.End = line.Start + match.Index - 1;
        return true;
    }

    public static string? Of(HeadingBlock heading) => heading.TryGetAttributes()?.Id;

    [GeneratedRegex(@"\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();
}
