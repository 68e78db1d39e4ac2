using System.Text.RegularExpressions;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Markdown.Citations;
using InterviewPrep.Content.Markdown.Computed;
using InterviewPrep.Core.Expressions;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace InterviewPrep.Content.Rendering;

/// <summary>Plain text; raw HTML and attribute blocks end up here and are reported.</summary>
internal sealed partial class InlineLiteralRenderer : CourseObjectRenderer<LiteralInline>
{
    protected override void Write(CourseHtmlRenderer renderer, LiteralInline node)
    {
        var text = node.Content.ToString();
        if (text.Contains('<') && Tag().IsMatch(text))
            renderer.Report(DiagnosticRules.RawHtml, node, "Raw HTML is shown as text.", "Write it in Markdown; put code between backticks.");
        if (text.Contains('{') && AttributeBlock().IsMatch(text))
            renderer.Report(DiagnosticRules.AttributeBlock, node, "An attribute block is shown as text.", "Only a heading may carry one: its anchor, {#kebab-case}, at its end.");
        renderer.WriteEscape(text);
    }

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9-]*(\s[^<>]*)?/?>|<!--|<!\[CDATA\[|<\?", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{\s*([.#][A-Za-z][\w-]*|[A-Za-z][\w-]*=)[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex AttributeBlock();
}

/// <summary>Computed numbers, parameters and blanks.</summary>
internal sealed partial class ComputedRenderer : CourseObjectRenderer<ComputedInline>
{
    protected override void Write(CourseHtmlRenderer renderer, ComputedInline node)
    {
        var scope = renderer.Scope;
        if (Blank().Match(node.Source) is { Success: true } blank && scope.Blanks.IndexOf(blank.Groups[1].Value) is var index and >= 0)
        {
            renderer.Write("<span class=\"blank\" data-blank=\"").WriteEscape(blank.Groups[1].Value).Write("\">").Write($"({index + 1})").Write("</span>");
            return;
        }

        var expansion = Template.Expand(node.Source, scope.Parameters);
        foreach (var error in expansion.Errors)
        {
            scope.Diagnostics.Report(DiagnosticRules.InvalidExpression, scope.At(node.Line, node.Column + error.Position), error.Message, error.Mend);
        }

        if (expansion.Errors.Count > 0) renderer.WriteGap(node.Source);
        else renderer.WriteEscape(expansion.Text);
    }

    [GeneratedRegex(@"^\{\{\s*([a-z][A-Za-z0-9_-]*)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}

/// <summary>TeX to MathML.</summary>
internal static class Formula
{
    public static void Write(CourseHtmlRenderer renderer, string tex, bool display, Func<int, SourcePosition> at)
    {
        var scope = renderer.Scope;
        scope.HasMath = true;
        var expansion = Template.Expand(tex, scope.Parameters, forMath: true);
        foreach (var error in expansion.Errors)
            scope.Diagnostics.Report(DiagnosticRules.InvalidExpression, at(error.Position), error.Message, error.Mend);
        var result = scope.Engines.Math.Render(expansion.Text, display);
        if (result.Markup is { } mathMl)
        {
            renderer.Write(mathMl);
            return;
        }

        scope.Diagnostics.Report(DiagnosticRules.TexInvalid, at(result.Position ?? 0), $"The formula does not parse: {result.Error}", "Mend the TeX; Temml lists what is supported.");
        renderer.WriteGap(tex);
    }
}

/// <summary><c>$…$</c>.</summary>
internal sealed class FormulaInlineRenderer : CourseObjectRenderer<MathInline>
{
    protected override void Write(CourseHtmlRenderer renderer, MathInline node) =>
        Formula.Write(renderer, node.Content.ToString(), node.DelimiterCount == 2,
            offset => renderer.Scope.At(node.Line, node.Column + node.DelimiterCount + offset));
}

/// <summary>Citations in brackets, each a link to the list of sources at the end.</summary>
internal sealed class CitationRenderer : CourseObjectRenderer<CitationInline>
{
    protected override void Write(CourseHtmlRenderer renderer, CitationInline node)
    {
        renderer.Write("<cite>[");
        for (var i = 0; i < node.Citations.Length; i++)
        {
            var citation = node.Citations[i];
            if (i > 0) renderer.Write("; ");
            if (renderer.Scope.Course.FindSource(citation.Source) is { } source)
            {
                renderer.Scope.Cite(source.Id);
                renderer.Write("<a href=\"#source-").WriteEscape(source.Id).Write("\">").WriteEscape(SourceLabel.Of(source)).Write("</a>");
            }
            else
            {
                renderer.Report(DiagnosticRules.UnknownSource, node, $"There is no source '{citation.Source}'.",
                    Suggestion.DidYouMean(citation.Source, renderer.Scope.Course.Sources.Select(s => s.Id), "Add it to sources.yaml."));
                renderer.WriteGap(citation.Source);
            }

            if (citation.Place is not null) renderer.Write(", ").WriteEscape(citation.Place);
        }

        renderer.Write("]</cite>");
    }
}

/// <summary>A task's box, as a sign with a name.</summary>
internal sealed class TaskRenderer : CourseObjectRenderer<TaskList>
{
    protected override void Write(CourseHtmlRenderer renderer, TaskList node) =>
        renderer.Write(node.Checked
            ? "<span class=\"task\" role=\"img\" aria-label=\"done\">☑</span>"
            : "<span class=\"task\" role=\"img\" aria-label=\"to do\">☐</span>");
}

/// <summary>Links that lead somewhere safe; images only as figures of their own.</summary>
internal sealed class LinkRenderer : CourseObjectRenderer<LinkInline>
{
    protected override void Write(CourseHtmlRenderer renderer, LinkInline node)
    {
        if (node.IsImage)
        {
            renderer.Report(DiagnosticRules.DirectivePlace, node, "An image stands inside a text.", "Give it a paragraph of its own.");
            return;
        }

        var target = LinkTarget.Resolve(node.Url ?? "", renderer.Scope, out var problem);
        if (target is null)
        {
            renderer.Report(problem!.Rule, node, problem.Message, problem.Mend);
            renderer.WriteChildren(node);
            return;
        }

        renderer.Write("<a href=\"").WriteEscape(target).Write("\"");
        if (target.StartsWith("https:", StringComparison.Ordinal)) renderer.Write(" rel=\"noopener external\"");
        if (!string.IsNullOrEmpty(node.Title)) renderer.Write(" title=\"").WriteEscape(node.Title).Write("\"");
        renderer.Write(">");
        renderer.WriteChildren(node);
        renderer.Write("</a>");
    }
}
