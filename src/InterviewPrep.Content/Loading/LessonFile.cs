using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Files;
using InterviewPrep.Content.Yaml;

namespace InterviewPrep.Content.Loading;

/// <summary>A lesson's file: front matter and text.</summary>
/// <param name="Document">The front matter; <see langword="null"/> when it cannot be used.</param>
/// <param name="Text">The rest.</param>
internal sealed record LessonFile(LessonDocument? Document, LessonText Text)
{
    private const string Fence = "---";

    public static LessonFile Read(ContentFile file, DiagnosticBag diagnostics)
    {
        var folder = file.Path[..Math.Max(0, file.Path.LastIndexOf('/'))];
        var (front, body, bodyLine) = Split(file.Text);
        if (front is null)
        {
            diagnostics.Report(DiagnosticRules.FrontMatterMissing, SourcePosition.StartOf(file.Path), "The lesson has no front matter.", "Begin with a line of ---, the keys, and another line of ---.");
            return new LessonFile(null, new LessonText("", SourcePosition.StartOf(file.Path), folder, LessonOutline.Empty));
        }

        var node = YamlReader.Read(front, new SourcePosition(file.Path, 2, 1), diagnostics);
        var document = new DocumentBinder(diagnostics).Bind<LessonDocument>(node, file.Path);
        var origin = new SourcePosition(file.Path, bodyLine, 1);
        return new LessonFile(document, new LessonText(body, origin, folder, LessonOutlineReader.Read(body, origin, diagnostics)));
    }

    private static (string? Front, string Body, int BodyLine) Split(string text)
    {
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal)) return (null, text, 1);
        var end = text.IndexOf("\n" + Fence + "\n", Fence.Length, StringComparison.Ordinal);
        if (end < 0) return (null, text, 1);
        var front = text[(Fence.Length + 1)..Math.Max(Fence.Length + 1, end + 1)];
        var bodyStart = end + 1 + Fence.Length + 1;
        return (front, text[bodyStart..], 1 + text.AsSpan(0, bodyStart).Count('\n'));
    }
}
