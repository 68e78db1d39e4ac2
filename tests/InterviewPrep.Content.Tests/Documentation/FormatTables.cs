using System.Globalization;
using System.Reflection;
using System.Text;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Files;
using InterviewPrep.Content.Markdown;
using InterviewPrep.Content.Scripting;

namespace InterviewPrep.Content.Tests.Documentation;

/// <summary>The tables of <c>docs/content-format.md</c> as the code has them.</summary>
internal static class FormatTables
{
    /// <summary>Every table by the name in its marks, <c>&lt;!-- table: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["course"] = Keys(typeof(CourseDocument)),
        ["module"] = Keys(typeof(ModuleDocument)),
        ["loop"] = Keys(typeof(LoopDocument)),
        ["round"] = Keys(typeof(RoundDocument)),
        ["part"] = Keys(typeof(PartDocument)),
        ["concept"] = Keys(typeof(ConceptDocument)),
        ["misconception"] = Keys(typeof(MisconceptionDocument)),
        ["source"] = Keys(typeof(SourceDocument)),
        ["retired"] = Keys(typeof(RetiredDocument)),
        ["lesson"] = Keys(typeof(LessonDocument)),
        ["quiz"] = Keys(typeof(QuizDocument)),
        ["question"] = Keys(typeof(QuestionDocument)),
        ["option"] = Keys(typeof(OptionDocument)),
        ["tolerance"] = Keys(typeof(ToleranceDocument)),
        ["slip"] = Keys(typeof(SlipDocument)),
        ["pair"] = Keys(typeof(PairDocument)),
        ["keypoint"] = Keys(typeof(KeyPointDocument)),
        ["limits"] = Limits(),
        ["diagnostics"] = Diagnostics(),
    };

    /// <summary>The text with every table written anew.</summary>
    public static string Refresh(string document)
    {
        foreach (var (name, table) in All)
        {
            var start = $"<!-- table: {name} -->\n";
            var from = document.IndexOf(start, StringComparison.Ordinal) + start.Length;
            if (from < start.Length) throw new InvalidDataException($"There is no table '{name}'.");
            var to = document.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
            document = document[..from] + table + document[to..];
        }

        return document;
    }

    private static string Keys(Type type)
    {
        var table = new StringBuilder("| key | | value | meaning |\n|---|---|---|---|\n");
        foreach (var key in DocumentShape.Of(type).Keys)
        {
            var types = key.Key.Types.Length == 0 ? "" : $" Only {string.Join(" and ", key.Key.Types.Select(t => $"`{t.ToLowerInvariant()}`"))}.";
            table.Append(CultureInfo.InvariantCulture, $"| `{key.Name}` | {(key.Key.Required ? "required" : "")} | {Value(key)} | {key.Key.Description}{types} |\n");
        }

        return table.ToString();
    }

    private static string Value(DocumentKey key) => key.Form switch
    {
        KeyForm.Scalar => Scalar(key),
        KeyForm.ScalarList => $"list: {Scalar(key)}",
        KeyForm.Document => Name(key.Element),
        KeyForm.DocumentList => $"list: {Name(key.Element)}",
        KeyForm.NumberLists => "names, each with a list of numbers",
        _ => throw new InvalidOperationException($"Unhandled form {key.Form}."),
    };

    private static string Name(Type document) => document.Name.Replace("Document", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Scalar(DocumentKey key) => key.Element switch
    {
        var t when t == typeof(int) => "whole number" + Range(key.Key),
        var t when t == typeof(double) => "number" + Range(key.Key),
        var t when t == typeof(bool) => "`true` or `false`",
        var t when t == typeof(DateOnly) => "day",
        { IsEnum: true } t => string.Join(", ", Enum.GetNames(t).Select(n => $"`{n.ToLowerInvariant()}`")),
        _ => key.Key.Pattern switch
        {
            null => "text",
            Patterns.Id => "id",
            Patterns.ConceptId => "concept id",
            Patterns.SectionReference => "lesson or lesson#section",
            Patterns.Https => "https address",
            var other => throw new InvalidOperationException($"Unhandled pattern {other}."),
        },
    };

    private static string Range(KeyAttribute key)
    {
        if (double.IsNegativeInfinity(key.Minimum) && double.IsPositiveInfinity(key.Maximum)) return "";
        static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
        return double.IsPositiveInfinity(key.Maximum) ? $", {Number(key.Minimum)} or more" : $", {Number(key.Minimum)} to {Number(key.Maximum)}";
    }

    private static string Limits()
    {
        (string Name, string What)[] rows =
        [
            (nameof(ContentLimits.Files), "files in the folder"),
            (nameof(ContentLimits.FolderDepth), "depth of folders"),
            (nameof(ContentLimits.LessonBytes), "bytes of a lesson"),
            (nameof(ContentLimits.YamlBytes), "bytes of a YAML file"),
            (nameof(ContentLimits.FigureBytes), "bytes of a figure"),
            (nameof(ContentLimits.YamlDepth), "depth of a YAML tree"),
            (nameof(ContentLimits.MarkdownFieldCharacters), "characters of one text in a YAML file"),
            (nameof(ContentLimits.LineCharacters), "characters of a line of Markdown"),
            (nameof(ContentLimits.ParagraphCharacters), "characters of Markdown without a blank line"),
            (nameof(ContentLimits.VariantsChecked), "variants of a question that are checked"),
        ];
        var constants = typeof(ContentLimits).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(f => f.Name, f => (int)f.GetRawConstantValue()!);
        if (!constants.Keys.ToHashSet().SetEquals(rows.Select(r => r.Name))) throw new InvalidOperationException("A limit has no row.");
        IEnumerable<(string What, int Value)> all =
        [
            .. rows.Select(r => (r.What, constants[r.Name])),
            ("depth of lists and quotes", CourseMarkdown.MaximumNestingDepth),
            ("characters of an expression", Core.Expressions.Expression.MaxTextLength),
            ("characters of a formula", MathRenderer.MaxLength),
            ("characters of a diagram", DiagramRenderer.MaxLength),
            ("characters of a block of code that is coloured", CodeHighlighter.MaxLength),
            ("errors of one file that are listed", DiagnosticBag.MaximumErrorsOfFile),
        ];
        return "| at the most | |\n|---|--:|\n" + string.Concat(all.Select(r => string.Create(CultureInfo.InvariantCulture, $"| {r.What} | {r.Value:N0} |\n")));
    }

    private static string Diagnostics() => "| code | severity | rule |\n|---|---|---|\n"
        + string.Concat(DiagnosticRules.All.Select(r => $"| `{r.Code}` | {r.Severity.ToString().ToLowerInvariant()} | {r.Summary} |\n"));
}
