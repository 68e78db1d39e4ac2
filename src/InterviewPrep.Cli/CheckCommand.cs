using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Rendering;

namespace InterviewPrep.Cli;

/// <summary><c>check</c>: loads and renders a course and prints what is wrong with it.</summary>
internal static class CheckCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider clock)
    {
        string? folder = null;
        var format = "text";
        var warningsAsErrors = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--warnings-as-errors":
                    warningsAsErrors = true;
                    break;
                case "--format" when i + 1 < arguments.Count && arguments[i + 1] is "text" or "json" or "github":
                    format = arguments[++i];
                    break;
                case "--format":
                    return Misuse(error, "--format is followed by text, json or github.");
                case var option when option.StartsWith('-'):
                    return Misuse(error, $"'{option}' is not an option of check.");
                case var path when folder is null:
                    folder = path;
                    break;
                case var path:
                    return Misuse(error, $"One folder at a time; '{path}' is a second one.");
            }
        }

        folder = folder is null ? "content" : Path.TrimEndingDirectorySeparator(folder);
        if (!Directory.Exists(folder)) return Misuse(error, $"There is no folder '{folder}'. Name the one that holds course.yaml.");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var loaded = new CourseLoader(folder).Load(today);
        using var engines = new RenderEngines();
        var diagnostics = new CourseInspection(loaded, engines).Inspect(Environment.ProcessorCount);
        Print(format, folder, loaded.Counts, diagnostics, output);
        var failed = diagnostics.Any(d => warningsAsErrors || d.Severity == DiagnosticSeverity.Error);
        return failed ? Commands.Failed : Commands.Passed;
    }

    private static int Misuse(TextWriter error, string message)
    {
        error.WriteLine(message);
        return Commands.Misused;
    }

    private static void Print(string format, string folder, ContentCounts counts, IReadOnlyList<Diagnostic> diagnostics, TextWriter output)
    {
        switch (format)
        {
            case "json":
                output.WriteLine(JsonSerializer.Serialize(new
                {
                    counts,
                    diagnostics = diagnostics.Select(d => new
                    {
                        code = d.Code,
                        severity = d.Severity.ToString().ToLowerInvariant(),
                        file = d.Position.File,
                        line = d.Position.Line,
                        column = d.Position.Column,
                        message = d.Message,
                        mend = d.Mend,
                    }),
                }, Json));
                break;
            case "github":
                foreach (var d in diagnostics)
                    output.WriteLine($"::{d.Severity.ToString().ToLowerInvariant()} file={EscapeProperty($"{folder}/{d.Position.File}")},line={d.Position.Line},col={d.Position.Column},title={d.Code}::{Escape($"{d.Message} {d.Mend}")}");
                break;
            default:
                foreach (var d in diagnostics) output.WriteLine($"{folder}/{d}");
                PrintSummary(counts, diagnostics, output);
                break;
        }
    }

    private static void PrintSummary(ContentCounts counts, IReadOnlyList<Diagnostic> diagnostics, TextWriter output)
    {
        var errors = diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        string Each(IEnumerable<KeyValuePair<string, int>> by) => string.Join(", ", by.Where(p => p.Value > 0).Select(p => $"{p.Key} {p.Value}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts.Modules} modules, {counts.Lessons} lessons ({counts.Words:N0} words), {counts.Questions} questions, {counts.Concepts} concepts, {counts.Misconceptions} misconceptions, {counts.Sources} sources, {counts.Checks} checks"));
        output.WriteLine($"questions by type: {Each(counts.QuestionsByType)}; by level: {Each(counts.QuestionsByLevel)}");
        output.WriteLine($"{errors} errors, {diagnostics.Count - errors} warnings");
    }

    /// <summary>The escapes of workflow commands.</summary>
    private static string Escape(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>A property also ends at a comma or a colon.</summary>
    private static string EscapeProperty(string text) =>
        Escape(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
