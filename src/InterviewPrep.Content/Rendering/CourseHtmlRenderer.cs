using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Markdown;
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
            new TypographicMarkRenderer(),
            new ComputedRenderer(),
            new FormulaInlineRenderer(),
            new FormulaBlockRenderer(),
            new CitationRenderer(),
            new LinkRenderer(),
            new AutolinkRenderer(),
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
            new NotesRenderer(),
            new HtmlDefinitionListRenderer(),
            new TaskRenderer(),
            new NothingRenderer<BlankLineBlock>(),
            new NothingRenderer<LinkReferenceDefinitionGroup>(),
            new NothingRenderer<LinkReferenceDefinition>(),
            new NothingRenderer<FootnoteLinkReferenceDefinition>(),
            new UnknownRenderer(),
        ]);
    }

    public RenderScope Scope { get; }

    /// <summary>Reports at a node.</summary>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="node">The node.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="mend">What to do.</param>
    /// <param name="offset">How far into the node, in characters of its line.</param>
    public void Report(DiagnosticRule rule, MarkdownObject node, string message, string mend, int offset = 0) =>
        Scope.Diagnostics.Report(rule, Scope.At(node.Line, node.Column + offset), message, mend);

    /// <summary>Writes a short text of its own, such as a caption: a paragraph of Markdown without its tags, and anything else as it stands.</summary>
    public void WriteShortText(string text, SourcePosition at)
    {
        var outer = Scope.Origin;
        Scope.Origin = at;
        var document = MarkdownGuard.Parse(text, at, Scope.Diagnostics);
        if (document is [ParagraphBlock paragraph]) WriteLeafInline(paragraph);
        else WriteEscape(text);
        Scope.Origin = outer;
    }

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

/// <summary>The footnotes at the end; nothing when no text mentions any.</summary>
internal sealed class NotesRenderer : CourseObjectRenderer<FootnoteGroup>
{
    private readonly HtmlFootnoteGroupRenderer _notes = new();

    protected override void Write(CourseHtmlRenderer renderer, FootnoteGroup node)
    {
        if (node.OfType<Footnote>().Any(n => n.Links.Count > 0)) _notes.Write(renderer, node);
    }
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
