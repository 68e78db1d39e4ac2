using InterviewPrep.Content.Diagnostics;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InterviewPrep.Content.Rendering;

/// <summary>Markdig's HTML renderer with the course's own object renderers, writing for one <see cref="RenderScope"/>.</summary>
internal sealed class CourseHtmlRenderer : HtmlRenderer
{
    public CourseHtmlRenderer(TextWriter writer, RenderScope scope)
        : base(writer)
    {
        Scope = scope;
        ObjectRenderers.Clear();
        ObjectRenderers.AddRange(
        [
            new ParagraphRenderer(),
            new InlineLiteralRenderer(),
            new ComputedRenderer(),
            new FormulaInlineRenderer(),
            new FormulaBlockRenderer(),
            new CitationRenderer(),
            new LinkRenderer(),
            new CodeInlineRenderer(),
            new EmphasisInlineRenderer(),
            new LineBreakInlineRenderer(),
            new DelimiterInlineRenderer(),
            new HtmlEntityInlineRenderer(),
            new ListRenderer(),
            new SectionHeadingRenderer(),
            new AlertRenderer(),
            new QuoteBlockRenderer(),
            new SourceCodeRenderer(),
            new ScrollingTableRenderer(),
            new DetailsRenderer(),
            new MisplacedDirectiveRenderer(),
            new ThematicBreakRenderer(),
            new HtmlFootnoteLinkRenderer(),
            new HtmlFootnoteGroupRenderer(),
            new HtmlDefinitionListRenderer(),
            new TaskRenderer(),
            new NothingRenderer<LinkReferenceDefinitionGroup>(),
            new NothingRenderer<LinkReferenceDefinition>(),
            new NothingRenderer<FootnoteLinkReferenceDefinition>(),
            new UnknownRenderer(),
        ]);
    }

    public RenderScope Scope { get; }

    /// <summary>Reports at a node.</summary>
    public void Report(DiagnosticRule rule, MarkdownObject node, string message, string mend) =>
        Scope.Diagnostics.Report(rule, Scope.At(node.Line, node.Column), message, mend);

    /// <summary>Marks a gap where something could not be rendered.</summary>
    public void WriteGap(string text) => Write("<code class=\"gap\">").WriteEscape(text).Write("</code>");
}

/// <summary>A renderer that sees the scope.</summary>
internal abstract class CourseObjectRenderer<T> : HtmlObjectRenderer<T>
    where T : MarkdownObject
{
    protected sealed override void Write(HtmlRenderer renderer, T obj) => Write((CourseHtmlRenderer)renderer, obj);

    protected abstract void Write(CourseHtmlRenderer renderer, T node);
}

/// <summary>For nodes that leave no trace.</summary>
internal sealed class NothingRenderer<T> : CourseObjectRenderer<T>
    where T : MarkdownObject
{
    protected override void Write(CourseHtmlRenderer renderer, T node)
    {
    }
}

/// <summary>The end of the list of known nodes: a mere container passes its children on, and what nobody renders is refused.</summary>
internal sealed class UnknownRenderer : CourseObjectRenderer<MarkdownObject>
{
    protected override void Write(CourseHtmlRenderer renderer, MarkdownObject node)
    {
        if (node.GetType() == typeof(ContainerInline)) renderer.WriteChildren((ContainerInline)node);
        else renderer.Report(DiagnosticRules.OutputRefused, node, $"'{node.GetType().Name}' is not part of the format.", "Write it with the syntax of docs/content-format.md.");
    }
}
