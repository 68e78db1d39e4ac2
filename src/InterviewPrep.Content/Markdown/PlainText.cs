using System.Text;
using InterviewPrep.Content.Markdown.Computed;
using InterviewPrep.Content.Markdown.Typography;
using InterviewPrep.Core.Expressions;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InterviewPrep.Content.Markdown;

/// <summary>The text of Markdown without its markup: for titles, names, search and counting words.</summary>
public static class PlainText
{
    /// <summary>The text of one Markdown string; of one that is too complex to be read, the string itself.</summary>
    public static string Of(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return MarkdownGuard.TryParseQuietly(markdown) is { } document ? Of(document).Trim() : markdown;
    }

    /// <summary>The text of a node and all below it.</summary>
    public static string Of(MarkdownObject node)
    {
        var output = new StringBuilder();
        Append(node, output);
        return output.ToString();
    }

    /// <summary>A computed number as it is printed. What is drawn with a variant, or is to be filled in by a learner, is dots.</summary>
    private static string Computed(string source) => Template.Expand(source).Text is var text && text.StartsWith("{{", StringComparison.Ordinal) ? "…" : text;

    private static string Tex(string source) => TexText.Of(Template.Expand(source, forMath: true).Text);

    private static void Append(MarkdownObject node, StringBuilder output)
    {
        switch (node)
        {
            case LiteralInline literal:
                output.Append(TypographicMarks.Of(literal));
                break;
            case SmartyPant mark:
                output.Append(TypographicMarks.Of(mark));
                break;
            case CodeInline code:
                output.Append(code.Content);
                break;
            case MathInline math:
                output.Append(Tex(math.Content.ToString()));
                break;
            case HtmlEntityInline entity:
                output.Append(entity.Transcoded.AsSpan());
                break;
            case LineBreakInline:
                output.Append(' ');
                break;
            case AutolinkInline link:
                output.Append(link.Url);
                break;
            case ComputedInline computed:
                output.Append(Computed(computed.Source));
                break;
            case ContainerInline container:
                foreach (var child in container) Append(child, output);
                break;
            case MathBlock math:
                output.Append(Tex(math.Lines.ToString())).Append('\n');
                break;
            case CodeBlock code:
                output.Append(code.Lines.ToString()).Append('\n');
                break;
            case LeafBlock { Inline: { } inline }:
                Append(inline, output);
                output.Append('\n');
                break;
            case ContainerBlock container:
                foreach (var child in container) Append(child, output);
                break;
        }
    }
}
