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

    public static LessonFile Read(ContentFile file, DocumentBinder binder, DiagnosticBag diagnostics)
    {
        var folder = file.Path[..Math.Max(0, file.Path.LastIndexOf('/'))];
        var (front, body, bodyLine) = Split(file.Text);
        if (front is null)
        {
            diagnostics.Report(DiagnosticRules.FrontMatterMissing, SourcePosition.StartOf(file.Path), "The lesson has no front matter.", "Begin with a line of ---, the keys, and another line of ---.");
            return new LessonFile(null, new LessonText("", SourcePosition.StartOf(file.Path), folder, LessonOutline.Unread));
        }

        var document = YamlReader.TryRead(front, new SourcePosition(file.Path, 2, 1), diagnostics, out var node) ? binder.Bind<LessonDocument>(node, file.Path) : null;
        var origin = new SourcePosition(file.Path, bodyLine, 1);
        return new LessonFile(document, new LessonText(body, origin, folder, LessonOutlineReader.Read(body, origin, diagnostics)));
    }

    /// <summary>The front matter ends with the first line that is nothing but ---, blanks at its end aside.</summary>
    private static (string? Front, string Body, int BodyLine) Split(string text)
    {
        var lineStart = LineLength(text, 0);
        if (!IsFence(text.AsSpan(0, lineStart))) return (null, text, 1);
        var frontStart = lineStart;
        for (var line = 2; lineStart < text.Length; line++)
        {
            var length = LineLength(text, lineStart);
            if (IsFence(text.AsSpan(lineStart, length))) return (text[frontStart..lineStart], text[(lineStart + length)..], line + 1);
            lineStart += length;
        }

        return (null, text, 1);
    }

    private static int LineLength(string text, int start) => text.IndexOf('\n', start) is var end and >= 0 ? end + 1 - start : text.Length - start;

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd().SequenceEqual(Fence);
}
