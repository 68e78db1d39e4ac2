using InterviewPrep.Content.Markdown.Citations;
using InterviewPrep.Content.Markdown.Computed;
using InterviewPrep.Content.Markdown.Directives;
using InterviewPrep.Content.Markdown.Headings;
using InterviewPrep.Content.Markdown.Typography;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace InterviewPrep.Content.Markdown;

/// <summary>
/// The one Markdown dialect of the course: CommonMark without raw HTML, an explicit list of extensions, and the course's
/// own syntax. The examples in <c>tests/InterviewPrep.Content.Tests/Markdown/Specs</c> specify it.
/// </summary>
public static class CourseMarkdown
{
    /// <summary>How deep blocks may nest; deeper is a diagnostic.</summary>
    public const int MaximumNestingDepth = 32;

    /// <summary>How deep the whole tree may be, inline nodes and all; deeper is a diagnostic. The renderer ends at 128.</summary>
    public const int MaximumTreeDepth = 100;

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>The syntax tree.</summary>
    /// <exception cref="ArgumentException">The text nests deeper than <see cref="MaximumNestingDepth"/>.</exception>
    public static MarkdownDocument Parse(string text) => Markdig.Markdown.Parse(text, Pipeline);

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true, MaximumNestingDepth = MaximumNestingDepth }
            .UseAlertBlocks()
            .UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = true })
            .UseFootnotes()
            .UseDefinitionLists()
            .UseTaskLists()
            .UseMathematics()
            .UseSmartyPants(TypographicMarks.Options)
            .DisableHtml();
        builder.BlockParsers.Insert(0, new DirectiveBlockParser());
        builder.BlockParsers.FindExact<HeadingBlockParser>()!.TryParseAttributes = HeadingAnchor.TryTake;
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new CitationInlineParser());
        builder.InlineParsers.Insert(0, new ComputedInlineParser());
        return builder.Build();
    }
}
