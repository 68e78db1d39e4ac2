using System.Globalization;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Testing;

namespace InterviewPrep.Content.Tests.Markdown;

/// <summary>Markdown as the text of a lesson of the miniature course.</summary>
internal sealed record Rendered(string Html, IReadOnlyList<Diagnostic> Diagnostics)
{
    private static readonly Lazy<LoadedCourse> Course = new(() =>
    {
        // Figures are read when they are first shown, so that the folder stays.
        var folder = new CourseFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return new CourseLoader(folder.Root).Load(CourseFolder.Today);
    });

    /// <summary>The diagnostics as <c>line:column code</c>, one a line.</summary>
    public string Places => string.Join('\n', Diagnostics.Select(d => $"{d.Position.Line}:{d.Position.Column} {d.Code}"));

    public static Rendered Lesson(string markdown, IReadOnlyDictionary<string, double>? parameters = null)
    {
        var bag = new DiagnosticBag();
        var origin = SourcePosition.StartOf("attention/scaling.md");
        var outline = LessonOutlineReader.Read(markdown, origin, bag);
        var lesson = Course.Value.Course.FindLesson("scaling")! with { Sections = outline.Sections };
        var scope = new RenderScope(Course.Value, Checked.Engines, origin, bag) { Lesson = lesson, Folder = "attention", Parameters = parameters, IsQuestion = parameters is not null };
        var html = MarkdownHtml.RenderParts(markdown, scope).Select(p => p switch
        {
            LessonPart.Html finished => finished.Value,
            LessonPart.Check check => $"[check {check.QuestionId}]\n",
            LessonPart.Lab lab => $"[lab {lab.LabId}]\n",
            _ => throw new InvalidOperationException($"Unhandled part {p.GetType()}."),
        });
        return new Rendered(string.Concat(html), bag.ToSorted());
    }

    public static Rendered Of(SpecExample example) => Lesson(example.Markdown, example.Info.Length == 0
        ? null
        : example.Info.Split(' ').Select(w => w.Split('=')).ToDictionary(w => w[0], w => double.Parse(w[1], CultureInfo.InvariantCulture)));
}
