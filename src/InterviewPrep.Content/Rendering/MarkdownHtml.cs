using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Markdown;
using InterviewPrep.Content.Markdown.Directives;

namespace InterviewPrep.Content.Rendering;

/// <summary>Markdown to HTML that has passed the allow-list.</summary>
internal static partial class MarkdownHtml
{
    /// <summary>A whole text, cut at its checks and labs.</summary>
    public static ImmutableArray<LessonPart> RenderParts(string markdown, RenderScope scope)
    {
        var parts = ImmutableArray.CreateBuilder<LessonPart>();
        if (MarkdownGuard.Parse(markdown, scope.Origin, scope.Diagnostics) is not { } document) return [];
        var html = new StringBuilder();
        var renderer = new CourseHtmlRenderer(new StringWriter(html), scope);
        void EndHtml()
        {
            if (html.Length > 0) parts.Add(new LessonPart.Html(Guarded(html.ToString(), scope)));
            html.Clear();
        }

        foreach (var block in document)
        {
            if (block is DirectiveBlock { Name: "check" } check)
            {
                EndHtml();
                if (scope.Course.FindQuestion(check.Argument) is not null) parts.Add(new LessonPart.Check(check.Argument));
            }
            else if (block is DirectiveBlock { Name: "lab" } lab)
            {
                EndHtml();
                if (LabName().IsMatch(lab.Argument)) parts.Add(new LessonPart.Lab(lab.Argument));
                else renderer.Report(DiagnosticRules.UnknownDirective, lab, lab.Argument.Length == 0 ? "The lab has no name." : "The lab's name is no id.", "Write :::lab name, in lower-case kebab-case.");
            }
            else
            {
                renderer.Render(block);
            }
        }

        EndHtml();
        return parts.ToImmutable();
    }

    /// <summary>A text without places.</summary>
    public static string Render(string markdown, RenderScope scope)
    {
        if (MarkdownGuard.Parse(markdown, scope.Origin, scope.Diagnostics) is not { } document) return "";
        var html = new StringBuilder();
        var renderer = new CourseHtmlRenderer(new StringWriter(html), scope);
        foreach (var block in document) renderer.Render(block);
        return Guarded(html.ToString(), scope);
    }

    /// <summary>A text that stands inside a line: one paragraph loses its tags.</summary>
    public static string RenderInline(string markdown, RenderScope scope)
    {
        if (MarkdownGuard.Parse(markdown, scope.Origin, scope.Diagnostics) is not { } document) return "";
        var html = new StringBuilder();
        var renderer = new CourseHtmlRenderer(new StringWriter(html), scope) { ImplicitParagraph = document.Count == 1 };
        foreach (var block in document) renderer.Render(block);
        return Guarded(html.ToString().Trim(), scope);
    }

    private static string Guarded(string html, RenderScope scope)
    {
        if (HtmlAllowList.Problem(html) is not { } problem) return html;
        scope.Diagnostics.Report(DiagnosticRules.OutputRefused, scope.Origin, $"The rendered HTML holds {problem}; it is not shown.", "Take what the format does not have out of the text.");
        return "<p class=\"gap\">This part could not be shown.</p>";
    }

    [GeneratedRegex(@"^(?:" + Patterns.Id + @")\z", RegexOptions.CultureInvariant)]
    private static partial Regex LabName();
}
