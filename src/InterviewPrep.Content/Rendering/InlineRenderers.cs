using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Markdown.Citations;
using InterviewPrep.Content.Markdown.Computed;
using InterviewPrep.Content.Markdown.Typography;
using InterviewPrep.Content.Scripting;
using InterviewPrep.Core.Expressions;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace InterviewPrep.Content.Rendering;

/// <summary>Plain text; raw HTML and attribute blocks end up here and are reported.</summary>
internal sealed partial class InlineLiteralRenderer : CourseObjectRenderer<LiteralInline>
{
    /// <summary>How far behind a literal the end of its tag is looked for.</summary>
    private const int LongestTag = 300;

    protected override void Write(CourseHtmlRenderer renderer, LiteralInline node)
    {
        var text = node.Content.ToString();
        if (text.AsSpan().ContainsAny('<', '{')) ReportMarkup(renderer, node, text);
        var print = Percent().Replace(TypographicMarks.Of(node), "\u00a0%");
        if (node.PreviousSibling is ComputedInline or MathInline && print.StartsWith(" %", StringComparison.Ordinal)) print = "\u00a0" + print[1..];
        renderer.WriteEscape(print[Held.Behind(node, print).Length..^Held.Before(node, print).Length]);
    }

    /// <summary>Quotes and entities end a literal; a tag goes on behind them, and is reported where it begins.</summary>
    private static void ReportMarkup(CourseHtmlRenderer renderer, LiteralInline node, string text)
    {
        var escaped = node.IsFirstCharacterEscaped ? 1 : 0;
        var run = new StringBuilder(text);
        for (var next = node.NextSibling; next is LiteralInline or SmartyPant or HtmlEntityInline && run.Length < text.Length + LongestTag; next = next.NextSibling)
            run.Append(next is LiteralInline literal ? literal.Content.AsSpan() : next is SmartyPant mark ? TypographicMarks.Of(mark) : "&");
        var line = run.ToString();
        if (Tag().Match(line, escaped) is { Success: true } tag && tag.Index < text.Length)
            renderer.Report(DiagnosticRules.RawHtml, node, "Raw HTML is shown as text.", "Write it in Markdown; put code between backticks.", escaped + tag.Index);
        if (AttributeBlock().Match(line, escaped) is { Success: true } block && block.Index < text.Length)
            renderer.Report(DiagnosticRules.AttributeBlock, node, "An attribute block is shown as text.", "Only a heading may carry one: its anchor, {#kebab-case}, at its end.", escaped + block.Index);
    }

    // No line ends between a number and its sign.
    [GeneratedRegex(@"(?<=[0-9]) %", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9-]*(\s[^<>]*)?/?>|<!(--|–|—|\[CDATA\[|[A-Za-z])|<\?", RegexOptions.CultureInvariant)]
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
    /// <summary>Writes a formula, or what could not be understood of it.</summary>
    /// <param name="renderer">Where to.</param>
    /// <param name="tex">The TeX.</param>
    /// <param name="display">Whether it has a line of its own.</param>
    /// <param name="at">The place of a character of the TeX.</param>
    /// <param name="held">What no line may separate from it.</param>
    public static void Write(CourseHtmlRenderer renderer, string tex, bool display, Func<int, SourcePosition> at, (string Before, string Behind) held = default)
    {
        var scope = renderer.Scope;
        scope.HasMath = true;
        var expansion = Template.Expand(tex, scope.Parameters, forMath: true);
        foreach (var error in expansion.Errors)
            scope.Diagnostics.Report(DiagnosticRules.InvalidExpression, at(error.Position), error.Message, error.Mend);
        var result = scope.WithEngine(e => e.Math.Render(expansion.Text, display)) ?? MathResult.Failed("This text has used up its time for formulas");
        if (result.Succeeded)
        {
            WriteParts(renderer, result.Parts, held.Before, held.Behind);
            return;
        }

        scope.Diagnostics.Report(DiagnosticRules.TexInvalid, at(InSource(result.Position ?? 0, expansion.Text, tex)), $"The formula does not parse: {result.Error?.TrimEnd('.')}.", "Mend the TeX; Temml lists what is supported.");
        renderer.WriteEscape(held.Before);
        renderer.WriteGap(tex);
        renderer.WriteEscape(held.Behind);
    }

    private static void WriteParts(CourseHtmlRenderer renderer, ImmutableArray<string> parts, string? before, string? behind)
    {
        if (parts.Length > 1) renderer.Write("<span class=\"math\">");
        foreach (var (i, part) in parts.Index())
        {
            var (head, tail) = (i == 0 ? before : null, i == parts.Length - 1 ? behind : null);
            if (string.IsNullOrEmpty(head) && string.IsNullOrEmpty(tail)) renderer.Write(part);
            else renderer.Write("<span class=\"hold\">").WriteEscape(head).Write(part).WriteEscape(tail).Write("</span>");
        }

        if (parts.Length > 1) renderer.Write("</span>");
    }

    /// <summary>What stands behind the first number that was filled in has moved: that number's place is then the best that can be said.</summary>
    private static int InSource(int position, string expanded, string tex) => Math.Min(position, expanded.AsSpan().CommonPrefixLength(tex));
}

/// <summary><c>$…$</c>.</summary>
internal sealed class FormulaInlineRenderer : CourseObjectRenderer<MathInline>
{
    protected override void Write(CourseHtmlRenderer renderer, MathInline node) =>
        Formula.Write(renderer, node.Content.ToString(), node.DelimiterCount == 2, offset =>
        {
            var before = node.Content.AsSpan()[..Math.Clamp(offset, 0, node.Content.Length)];
            var lines = before.Count('\n');
            return lines == 0
                ? renderer.Scope.At(node.Line, node.Column + node.DelimiterCount + offset)
                : renderer.Scope.At(node.Line + lines, before.Length - 1 - before.LastIndexOf('\n'));
        }, Held.Of(node));
}

/// <summary>
/// The bracket before a formula and the comma behind it. Browsers break lines on both sides of a formula, whatever stands there, so
/// that it is written into one element with them, and not with the text that they are part of.
/// </summary>
internal static partial class Held
{
    /// <summary>What of the texts around a formula is written with it.</summary>
    public static (string Before, string Behind) Of(MathInline formula) => (
        formula.PreviousSibling is LiteralInline before ? Before(before, TypographicMarks.Of(before)) : "",
        formula.NextSibling is LiteralInline behind ? Behind(behind, TypographicMarks.Of(behind)) : "");

    /// <summary>The end of a text that the formula behind it takes along.</summary>
    public static string Before(LiteralInline text, string print) =>
        text.NextSibling is MathInline && print.Length > Behind(text, print).Length ? Last().Match(print, Behind(text, print).Length).Value : "";

    /// <summary>The beginning of a text that the formula before it takes along.</summary>
    public static string Behind(LiteralInline text, string print) => text.PreviousSibling is MathInline ? First().Match(print).Value : "";

    [GeneratedRegex(@"[(\[]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Last();

    // A short ending stays whole: the n-th, n-gram.
    [GeneratedRegex(@"^(?:[^\s<>&]{1,7}(?![^\s])|[\p{P}]+)", RegexOptions.CultureInvariant)]
    private static partial Regex First();
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
                if (!renderer.Scope.Unloaded.Covers(citation.Source, DiagnosticRules.UnknownSource))
                    renderer.Report(DiagnosticRules.UnknownSource, node, $"There is no source '{citation.Source}'.",
                    renderer.Scope.Suggest(citation.Source, renderer.Scope.Course.Sources.Select(s => s.Id), "Add it to sources.yaml."));
                renderer.WriteGap(citation.Source);
            }

            if (citation.Place is not null) renderer.Write(", ").WriteEscape(citation.Place);
        }

        renderer.Write("]</cite>");
    }
}

/// <summary>Quotes, dots and dashes of print.</summary>
internal sealed class TypographicMarkRenderer : CourseObjectRenderer<SmartyPant>
{
    protected override void Write(CourseHtmlRenderer renderer, SmartyPant node) => renderer.WriteEscape(TypographicMarks.Of(node));
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
            renderer.WriteChildren(node);
            return;
        }

        if (LinkWriter.TryBegin(renderer, node, node.Url ?? "", node.Title))
        {
            renderer.WriteChildren(node);
            renderer.Write("</a>");
        }
        else
        {
            renderer.WriteChildren(node);
        }
    }
}

/// <summary>Addresses between angle brackets, under the same rules.</summary>
internal sealed class AutolinkRenderer : CourseObjectRenderer<AutolinkInline>
{
    protected override void Write(CourseHtmlRenderer renderer, AutolinkInline node)
    {
        var isLink = LinkWriter.TryBegin(renderer, node, node.IsEmail ? "mailto:" + node.Url : node.Url, null);
        renderer.WriteEscape(node.Url);
        if (isLink) renderer.Write("</a>");
    }
}

/// <summary>Begins a link whose target is allowed.</summary>
internal static class LinkWriter
{
    /// <summary>Whether a link was begun; if not, a diagnostic says why.</summary>
    public static bool TryBegin(CourseHtmlRenderer renderer, Inline node, string url, string? title)
    {
        var target = LinkTarget.Resolve(url, renderer.Scope, out var problem);
        if (target is null)
        {
            if (problem is not null) renderer.Report(problem.Rule, node, problem.Message, problem.Mend);
            return false;
        }

        renderer.Write("<a href=\"").WriteEscape(target).Write("\"");
        if (target.StartsWith("https:", StringComparison.Ordinal)) renderer.Write(" rel=\"noopener external\"");
        if (!string.IsNullOrEmpty(title)) renderer.Write(" title=\"").WriteEscape(title).Write("\"");
        renderer.Write(">");
        return true;
    }
}
