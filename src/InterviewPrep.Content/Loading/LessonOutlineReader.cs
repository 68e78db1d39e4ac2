using System.Collections.Immutable;
using System.Text;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Markdown;
using InterviewPrep.Content.Markdown.Directives;
using InterviewPrep.Content.Markdown.Headings;
using InterviewPrep.Core.Courses;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InterviewPrep.Content.Loading;

/// <summary>Reads headings, places, words and passages off a lesson's syntax tree and holds the headings to the rules.</summary>
internal static class LessonOutlineReader
{
    public static LessonOutline Read(string body, SourcePosition origin, DiagnosticBag diagnostics)
    {
        var document = MarkdownGuard.Parse(body, origin, diagnostics);
        if (document is null) return LessonOutline.Unread;
        var sections = ImmutableArray.CreateBuilder<Section>();
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var directives = ImmutableArray.CreateBuilder<DirectivePlace>();
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var text = new StringBuilder();
        string? section = null;
        var level = 1;
        void EndPassage()
        {
            if (text.Length > 0) passages.Add(new Passage(section, text.ToString()));
            text.Clear();
        }

        foreach (var block in document)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    EndPassage();
                    var read = ReadHeading(heading, level, anchors, origin, diagnostics);
                    if (read is not null) sections.Add(read);
                    section = read?.Id ?? section;
                    level = heading.Level;
                    break;
                case DirectiveBlock directive:
                    directives.Add(new DirectivePlace(directive.Name, directive.Argument, At(directive, origin)));
                    break;
                default:
                    text.Append(PlainText.Of(block)).Append('\n');
                    break;
            }
        }

        EndPassage();
        ReportInnerHeadings(document, origin, diagnostics);
        return new LessonOutline(sections.ToImmutable(), directives.ToImmutable(), CountWords(document), passages.ToImmutable());
    }

    /// <summary>A heading inside a list, quote or fold is in no table of contents, and its anchor could be a second one of that name.</summary>
    private static void ReportInnerHeadings(MarkdownDocument document, SourcePosition origin, DiagnosticBag diagnostics)
    {
        foreach (var heading in document.Descendants<HeadingBlock>().Where(h => h.Parent != document))
            diagnostics.Report(DiagnosticRules.HeadingLevel, At(heading, origin), $"The heading '{PlainText.Of(heading).Trim()}' stands inside another block.", "Move it out of the list, quote or fold, or make it bold text.");
    }

    private static SourcePosition At(Block block, SourcePosition origin) => new(origin.File, origin.Line + block.Line, origin.Column + block.Column);

    private static Section? ReadHeading(HeadingBlock heading, int levelBefore, HashSet<string> anchors, SourcePosition origin, DiagnosticBag diagnostics)
    {
        var position = At(heading, origin);
        var title = PlainText.Of(heading).Trim();
        if (heading.Level is < 2 or > 4)
            diagnostics.Report(DiagnosticRules.HeadingLevel, position, $"The heading '{title}' is of level {heading.Level}.", "Use ## for a section, ### and #### inside it; the page's title is the front matter's.");
        else if (heading.Level > levelBefore + 1)
            diagnostics.Report(DiagnosticRules.HeadingLevel, position, $"The heading '{title}' skips a level.", $"Make it {new string('#', levelBefore + 1)}.");
        var id = HeadingAnchor.Of(heading);
        if (id is null)
        {
            diagnostics.Report(DiagnosticRules.AnchorMissing, position, $"The heading '{title}' has no permanent anchor.", "Add one at its end: {#kebab-case}.");
            return null;
        }

        if (!anchors.Add(id))
        {
            diagnostics.Report(DiagnosticRules.DuplicateAnchor, position, $"The anchor '{id}' stands twice.", "Give one of them another.");
            return null;
        }

        return new Section(id, title, Math.Clamp(heading.Level, 2, 4));
    }

    private static int CountWords(MarkdownDocument document) =>
        document.Descendants<LiteralInline>().Sum(l => CountWords(l.Content.AsSpan()));

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var isWord = char.IsLetterOrDigit(c) || (inWord && c is '\'' or '’' or '-');
            if (isWord && !inWord) count++;
            inWord = isWord;
        }

        return count;
    }
}
