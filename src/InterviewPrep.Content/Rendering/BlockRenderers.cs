using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Markdown;
using InterviewPrep.Content.Markdown.Directives;
using InterviewPrep.Content.Markdown.Headings;
using InterviewPrep.Content.Scripting;
using InterviewPrep.Core.Expressions;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InterviewPrep.Content.Rendering;

/// <summary>Paragraphs, and the figure that stands alone in one.</summary>
internal sealed class ParagraphRenderer : CourseObjectRenderer<ParagraphBlock>
{
    protected override void Write(CourseHtmlRenderer renderer, ParagraphBlock node)
    {
        if (node.Inline is { FirstChild: LinkInline { IsImage: true } image } inline && ReferenceEquals(inline.LastChild, image))
        {
            WriteFigure(renderer, image);
            return;
        }

        if (renderer.ImplicitParagraph)
        {
            renderer.WriteLeafInline(node);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<p>");
        renderer.WriteLeafInline(node);
        renderer.WriteLine("</p>");
    }

    private static void WriteFigure(CourseHtmlRenderer renderer, LinkInline image)
    {
        var alt = PlainText.Of(image).Trim();
        if (alt.Length == 0)
            renderer.Report(DiagnosticRules.FigureAlt, image, "The figure does not say what it shows.", "Write it between the brackets: ![what it shows](figures/name.svg \"Caption.\").");
        var svg = renderer.Scope.Figures.Find(renderer.Scope.Folder, image.Url ?? "", renderer.Scope.At(image.Line, image.Column), renderer.Scope.Diagnostics);
        renderer.EnsureLine();
        renderer.Write("<figure>");
        if (svg is null) renderer.WriteGap(alt);
        else SvgName.Write(renderer, svg, alt);
        if (!string.IsNullOrEmpty(image.Title))
        {
            renderer.Write("<figcaption>");
            renderer.WriteShortText(image.Title, renderer.Scope.At(image.Line, image.Column + image.TitleSpan.Start - image.Span.Start + 1));
            renderer.Write("</figcaption>");
        }

        renderer.WriteLine("</figure>");
    }
}

/// <summary>Headings with a link to themselves.</summary>
internal sealed class SectionHeadingRenderer : CourseObjectRenderer<HeadingBlock>
{
    protected override void Write(CourseHtmlRenderer renderer, HeadingBlock node)
    {
        var level = Math.Clamp(node.Level, 2, 4);
        var id = HeadingAnchor.Of(node);
        renderer.EnsureLine();
        renderer.Write($"<h{level}");
        if (id is not null) renderer.Write(" id=\"").Write(id).Write("\"");
        renderer.Write(">");
        renderer.WriteLeafInline(node);
        if (id is not null)
            renderer.Write(" <a class=\"anchor\" href=\"#").Write(id).Write("\" aria-label=\"Link to this section: ").WriteEscape(PlainText.Of(node).Trim()).Write("\">#</a>");
        renderer.WriteLine($"</h{level}>");
    }
}

/// <summary>The six kinds of alert.</summary>
internal sealed class AlertRenderer : CourseObjectRenderer<AlertBlock>
{
    private static readonly Dictionary<string, (string Class, string Title)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NOTE"] = ("note", "Note"),
        ["TIP"] = ("tip", "Tip"),
        ["IMPORTANT"] = ("important", "Important"),
        ["WARNING"] = ("warning", "Careful"),
        ["INTERVIEW"] = ("interview", "In the interview"),
        ["MISCONCEPTION"] = ("misconception", "Not this"),
    };

    protected override void Write(CourseHtmlRenderer renderer, AlertBlock node)
    {
        var name = node.Kind.ToString();
        if (!Kinds.TryGetValue(name, out var kind))
        {
            renderer.Report(DiagnosticRules.UnknownAlert, node, $"'{name}' is not a kind of alert.", renderer.Scope.Suggest(name.ToUpperInvariant(), Kinds.Keys, $"The kinds are {string.Join(", ", Kinds.Keys)}."));
            kind = Kinds["NOTE"];
        }

        renderer.EnsureLine();
        renderer.WriteLine($"<div class=\"alert alert-{kind.Class}\" role=\"note\"><p class=\"alert-title\">{kind.Title}</p>");
        renderer.WriteChildren(node);
        renderer.WriteLine("</div>");
    }
}

/// <summary><c>$$</c> on lines of its own.</summary>
internal sealed class FormulaBlockRenderer : CourseObjectRenderer<MathBlock>
{
    protected override void Write(CourseHtmlRenderer renderer, MathBlock node)
    {
        var tex = node.Lines.ToString();
        renderer.EnsureLine();
        renderer.Write("<div class=\"formula\">");
        Formula.Write(renderer, tex, display: true, offset =>
        {
            var before = tex.AsSpan(0, Math.Clamp(offset, 0, tex.Length));
            var index = before.Count('\n');
            var indentation = index < node.Lines.Count ? node.Lines.Lines[index].Column : 0;
            return renderer.Scope.At(node.Line + 1 + index, indentation + before.Length - 1 - before.LastIndexOf('\n'));
        });
        renderer.WriteLine("</div>");
    }
}

/// <summary>Highlighted code, and diagrams drawn from nomnoml.</summary>
internal sealed class SourceCodeRenderer : CourseObjectRenderer<CodeBlock>
{
    protected override void Write(CourseHtmlRenderer renderer, CodeBlock node)
    {
        var language = (node as FencedCodeBlock)?.Info is { Length: > 0 } info ? info : "text";
        var code = node.Lines.ToString();
        if (renderer.Scope.Parameters is { Count: > 0 } parameters) code = Template.Expand(code, parameters).Text;
        if (language == "nomnoml") WriteDiagram(renderer, (FencedCodeBlock)node, code);
        else WriteCode(renderer, node, language, code);
    }

    private static void WriteDiagram(CourseHtmlRenderer renderer, FencedCodeBlock node, string source)
    {
        var result = renderer.Scope.WithEngine(e => e.Diagrams.Render(source)) ?? DiagramResult.Failed("This text has used up its time for drawing");
        renderer.EnsureLine();
        renderer.Write("<figure class=\"diagram\">");
        if (result.Markup is { } svg)
        {
            var title = node.Arguments?.Trim().Trim('"');
            if (string.IsNullOrEmpty(title)) renderer.Write(svg);
            else SvgName.Write(renderer, svg, title);
            if (!string.IsNullOrEmpty(title)) renderer.Write("<figcaption>").WriteEscape(title).Write("</figcaption>");
        }
        else
        {
            renderer.Scope.Diagnostics.Report(DiagnosticRules.DiagramInvalid, renderer.Scope.At(node.Line + (result.Line ?? 1), (result.Column ?? 1) - 1), $"The diagram does not parse: {result.Error?.TrimEnd('.')}.", "Mend the nomnoml.");
            renderer.WriteGap(source);
        }

        renderer.WriteLine("</figure>");
    }

    private static void WriteCode(CourseHtmlRenderer renderer, CodeBlock node, string language, string code)
    {
        var highlighted = language == "text" ? null : renderer.Scope.WithEngine(e => e.Code.Highlight(code, language));
        if (!CodeHighlighter.Knows(language))
            renderer.Report(DiagnosticRules.UnknownLanguage, node, $"'{language}' is not a language that can be highlighted.", "Name one of python, json, bash, csharp, sql, yaml, c, cpp, cuda, javascript, diff, markdown, or text.");
        renderer.EnsureLine();
        renderer.Write("<div class=\"code\" data-language=\"").WriteEscape(language).Write("\"><pre><code>");
        if (highlighted is null) renderer.WriteEscape(code);
        else renderer.Write(highlighted);
        renderer.WriteLine("</code></pre></div>");
    }
}

/// <summary>Tables that scroll inside their frame; alignment by class, since inline style is refused.</summary>
internal sealed class ScrollingTableRenderer : CourseObjectRenderer<Table>
{
    protected override void Write(CourseHtmlRenderer renderer, Table node)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"table\"><table>");
        var inBody = false;
        foreach (var row in node.OfType<TableRow>())
        {
            if (row.IsHeader) renderer.Write("<thead>");
            else if (!inBody)
            {
                inBody = true;
                renderer.Write("<tbody>");
            }

            renderer.Write("<tr>");
            for (var i = 0; i < row.Count; i++) WriteCell(renderer, node, row, i);
            renderer.Write("</tr>");
            if (row.IsHeader) renderer.Write("</thead>");
        }

        if (inBody) renderer.Write("</tbody>");
        renderer.WriteLine("</table></div>");
    }

    private static void WriteCell(CourseHtmlRenderer renderer, Table table, TableRow row, int index)
    {
        var cell = (TableCell)row[index];
        var alignment = index < table.ColumnDefinitions.Count ? table.ColumnDefinitions[index].Alignment : null;
        // A header without a word heads nothing: a screen reader would announce an empty name for the column.
        var isHeader = row.IsHeader && !IsEmpty(cell);
        renderer.Write(isHeader ? "<th scope=\"col\"" : "<td");
        if (alignment is TableColumnAlign.Right) renderer.Write(" class=\"right\"");
        else if (alignment is TableColumnAlign.Center) renderer.Write(" class=\"center\"");
        renderer.Write(">");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = cell.Count == 1;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.Write(isHeader ? "</th>" : "</td>");
    }

    private static bool IsEmpty(TableCell cell) => cell.All(b => b is ParagraphBlock { Inline: null or { FirstChild: null } });
}

/// <summary>Folds.</summary>
internal sealed class DetailsRenderer : CourseObjectRenderer<DetailsBlock>
{
    protected override void Write(CourseHtmlRenderer renderer, DetailsBlock node)
    {
        if (!node.IsClosed) renderer.Report(DiagnosticRules.UnclosedDirective, node, "The fold is not closed.", "End it with ::: on a line of its own.");
        if (node.Title.Length == 0) renderer.Report(DiagnosticRules.UnknownDirective, node, "The fold has no title.", "Write :::details Title.");
        renderer.EnsureLine();
        renderer.Write("<details><summary>");
        renderer.WriteShortText(node.Title, renderer.Scope.At(node.Line, node.TitleColumn));

        renderer.WriteLine("</summary>");
        renderer.WriteChildren(node);
        renderer.WriteLine("</details>");
    }
}

/// <summary>Checks and labs below the top level have no place to come alive.</summary>
internal sealed class MisplacedDirectiveRenderer : CourseObjectRenderer<DirectiveBlock>
{
    protected override void Write(CourseHtmlRenderer renderer, DirectiveBlock node)
    {
        if (node.Name is "check" or "lab")
            renderer.Report(DiagnosticRules.DirectivePlace, node, $"The {node.Name} stands inside another block.", "Move it out of the list, quote or fold.");
        else if (node.Name == "details")
            renderer.Report(DiagnosticRules.DirectivePlace, node, "The folds lie too deep in each other.", "Move it out of the other folds.");
        else
            renderer.Report(DiagnosticRules.UnknownDirective, node, $"'{node.Name}' is not a directive.", renderer.Scope.Suggest(node.Name, ["check", "lab", "details"], "The directives are check, lab and details."));
    }
}

/// <summary>Gives a drawing the name that is read out.</summary>
internal static class SvgName
{
    /// <summary>The author's text names the drawing, whatever its own root says.</summary>
    public static void Write(CourseHtmlRenderer renderer, string svg, string name)
    {
        var end = svg.IndexOf('>', StringComparison.Ordinal);
        var root = svg[..end];
        foreach (var attribute in (string[])[" role=\"", " aria-label=\"", " aria-labelledby=\"", " aria-hidden=\""])
        {
            var start = root.IndexOf(attribute, StringComparison.Ordinal);
            if (start < 0) continue;
            var close = root.IndexOf('"', start + attribute.Length);
            root = root.Remove(start, close + 1 - start);
        }

        renderer.Write(root.TrimEnd('/')).Write(" role=\"img\" aria-label=\"").WriteEscape(name).Write("\"").Write(root.EndsWith('/') ? "/" : "").Write(svg[end..]);
    }
}
