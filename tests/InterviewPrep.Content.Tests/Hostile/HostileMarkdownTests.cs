using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Files;
using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Markdown;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Content.Tests.Markdown;
using InterviewPrep.Testing;
using InterviewPrep.Testing.Hostile;

namespace InterviewPrep.Content.Tests.Hostile;

/// <summary>Whatever a text says, the page holds nothing alive, and it is finished in time.</summary>
public sealed class HostileMarkdownTests
{
    /// <summary>Far more than any of them takes, even on a busy machine.</summary>
    private const int Patience = 120_000;

    private static readonly Dictionary<string, string> Bombs = new()
    {
        ["unclosed links"] = Paragraphs("[a]("),
        ["brackets"] = Paragraphs("["),
        ["images"] = Paragraphs("!["),
        ["emphasis"] = Paragraphs("*a_ "),
        ["backticks"] = Paragraphs("`` ` "),
        ["tags"] = Paragraphs("<a "),
        ["comments"] = Paragraphs("<!--"),
        ["entities"] = Paragraphs("&amp"),
        ["dollars"] = Paragraphs("$a "),
        ["braces"] = Paragraphs("{{"),
        ["computed"] = Paragraphs("{{=1}} "),
        ["unclosed citations"] = Paragraphs("[@"),
        ["unknown citations"] = Paragraphs("[@aa]"),
        ["bars"] = Paragraphs("|"),
        ["a huge table"] = Repeat("|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|a|b|\n", 700)) + "\n"),
        ["footnotes"] = Numbered(i => $"[^{i}]\n\n[^{i}]: x\n\n"),
        ["one footnote again and again"] = Repeat("[^1]: a\n\n") + "[^1]",
        ["reference links"] = Numbered(i => $"[r{i}]: https://a/{i}\n\n[r{i}]\n\n"),
        ["headings without anchor"] = Repeat("# a\n\n"),
        ["headings"] = Numbered(i => $"## a {{#a{i}}}\n\n"),
        ["broken links among many sections"] = Numbered(i => $"## a {{#a{i}}}\n\n[x](#bb{i})\n\n"),
        ["lists in lists"] = Repeat("- - - - - - - - - - a\n\n"),
        ["quotes in quotes"] = Repeat(new string('>', 31) + "a\n\n"),
        ["ten thousand quotes"] = string.Concat(Enumerable.Repeat(new string('>', 3_000) + "\n", 3)),
        ["ten thousand lists"] = string.Concat(Enumerable.Range(0, 1_000).Select(i => new string(' ', 2 * i) + "- a\n")),
        ["folds in folds"] = Repeat(":::details a\n\n"),
        ["definitions"] = Repeat("a\n: b\n\n"),
        ["fences"] = Repeat("```\n\n"),
        ["code"] = Repeat("```python\n" + string.Concat(Enumerable.Repeat("x = (((((\n", 200)) + "```\n\n"),
        ["a line of a million characters"] = new('x', 1_000_000),
        ["a million brackets"] = new('[', 1_000_000),
        ["line separators"] = Repeat("a\u2028b\u0085c\u000Cd\n"),
    };

    public static TheoryData<string> BombNames => [.. Bombs.Keys];

    public static TheoryData<string> Kinds => [.. Attacks.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_becomes_alive(string kind)
    {
        foreach (var markdown in Attacks.Of(kind))
        {
            Safe(markdown, markdown);
            Safe(markdown, $"- {markdown.ReplaceLineEndings("\n  ")}\n");
            Safe(markdown, $"> [!NOTE]\n> {markdown.ReplaceLineEndings("\n> ")}\n");
            Safe(markdown, $"Inline {markdown.ReplaceLineEndings(" ")} too, **{markdown.ReplaceLineEndings(" ")}**");
            Safe(markdown, markdown, new Dictionary<string, double> { ["a"] = 1 });
        }
    }

    [Fact]
    public void What_is_tried_would_be_found()
    {
        foreach (var alive in new[] { "<script>x</script>", "<img src=x>", "<p onclick=x>y</p>", "<a href=javascript:x>y</a>", "<a href=//x>y</a>", "<p style=color:red>y</p>", "<svg><use href=x></svg>", "<math><mi href=data:x>y</mi></math>", "<form></form>" })
            Assert.ThrowsAny<Exception>(() => HtmlSafety.AssertSafe(alive));
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(BombNames))]
    public Task No_text_takes_for_ever(string name) => Task.Run(() =>
    {
        var text = Bombs[name];
        var rendered = Rendered.Lesson(text.Length > ContentLimits.LessonBytes && !name.Contains("million", StringComparison.Ordinal) ? text[..ContentLimits.LessonBytes] : text);
        Assert.True(rendered.Html.Length < 32_000_000);
        Assert.True(rendered.Diagnostics.Count <= DiagnosticBag.MaximumErrorsOfFile + 200);
        HtmlSafety.AssertSafe(rendered.Html.Length > 4_000_000 ? rendered.Html[..4_000_000] : rendered.Html);
    }, TestContext.Current.CancellationToken);

    [Fact(Timeout = Patience)]
    public Task Short_texts_are_read_in_time_without_a_diagnostic() => Task.Run(() =>
    {
        foreach (var text in Bombs.Values) Assert.NotNull(PlainText.Of(text.Length > ContentLimits.MarkdownFieldCharacters ? text[..ContentLimits.MarkdownFieldCharacters] : text));
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Patience)]
    [InlineData("$\\def\\a{\\a\\a}\\a$")]
    [InlineData("$\\def\\a{xx}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b\\b\\b\\b\\b}\\def\\d{\\c\\c\\c\\c\\c\\c\\c\\c}\\def\\e{\\d\\d\\d\\d\\d\\d\\d\\d}\\e\\e\\e\\e$")]
    [InlineData("$\\frac{\\frac{\\frac{\\frac{\\frac{\\frac{1}{2}}{2}}{2}}{2}}{2}}{2}$")]
    public Task Hundreds_of_formula_bombs_share_one_time_limit(string bomb) => Task.Run(() => AssertBounded(string.Concat(Enumerable.Repeat(bomb + "\n\n", 300))), TestContext.Current.CancellationToken);

    [Fact(Timeout = Patience)]
    public Task Hundreds_of_diagram_bombs_share_one_time_limit() => Task.Run(() =>
    {
        var boxes = string.Join('\n', Enumerable.Range(0, 35).Select(i => $"[a{i}]->[b{i * 7 % 35}]\n[b{i}]->[a{i * 11 % 35}]"));
        var bag = AssertBounded(string.Concat(Enumerable.Repeat($"```nomnoml\n{boxes}\n```\n\n", 40)));
        Assert.Contains(bag.ToSorted(), d => d.Rule == DiagnosticRules.DiagramInvalid && d.Message.Contains("time", StringComparison.Ordinal));
    }, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("deep `>`", ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>")]
    [InlineData("deep `[`", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public void A_hostile_short_text_is_a_diagnostic_wherever_it_stands(string name, string text)
    {
        using var folder = new CourseFolder();
        folder.Edit("attention/scaling.quiz.yaml", "prompt: What grows with the dimension?", $"prompt: \"{text}\"");
        folder.Edit("attention/scaling.quiz.yaml", "text: \"The length of the output\"", $"text: \"{text}\"");
        folder.Edit("attention/scaling.quiz.yaml", "steps: [\"Multiply", $"steps: [\"{text} Multiply");
        folder.Edit("attention/scaling.md", "summary: Why the scores are divided by $\\sqrt{d_k}$.", $"summary: \"{text}\"");
        folder.Edit("attention/scaling.md", "\"The spread with and without the factor.\"", $"\"{text}\"");
        folder.Edit("attention/scaling.md", "A cache of", $":::details {text}\nx\n:::\n\nA cache of");
        folder.Edit("concepts.yaml", "definition: The factor", $"definition: \"{text}\"\n  #");
        folder.Edit("misconceptions.yaml", "belief: The", $"belief: \"{text}\"\n  #");
        var (loaded, diagnostics) = Checked.Folder(folder);
        Assert.All(diagnostics, d => Assert.Equal(DiagnosticRules.MarkdownTooComplex, d.Rule));
        Assert.Equal(8, diagnostics.Length);
        Assert.Equal(2, loaded.Course.Lessons.Length);
        using var search = InterviewPrep.Content.Search.SearchIndex.Build(loaded);
        Assert.NotEmpty(search.Search("softmax").Hits);
        Assert.NotEmpty(name);
    }

    private static void Safe(string attack, string markdown, IReadOnlyDictionary<string, double>? parameters = null)
    {
        try
        {
            HtmlSafety.AssertSafe(Rendered.Lesson(markdown, parameters).Html);
        }
        catch (Xunit.Sdk.XunitException e)
        {
            Assert.Fail($"{attack}: {e.Message}");
        }
    }

    private static DiagnosticBag AssertBounded(string markdown)
    {
        using var folder = new CourseFolder();
        var loaded = new CourseLoader(folder.Root).Load(CourseFolder.Today);
        var bag = new DiagnosticBag();
        var scope = new RenderScope(loaded, Checked.Engines, SourcePosition.StartOf("x.md"), bag) { EngineTime = TimeSpan.FromSeconds(1) };
        HtmlSafety.AssertSafe(MarkdownHtml.Render(markdown, scope));
        return bag;
    }

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, ContentLimits.LessonBytes / text.Length));

    private static string Numbered(Func<int, string> text) => string.Concat(Enumerable.Range(0, ContentLimits.LessonBytes / 20).Select(text));

    /// <summary>The same again and again, in paragraphs and lines just below their limits.</summary>
    private static string Paragraphs(string text)
    {
        var line = string.Concat(Enumerable.Repeat(text, 2_400 / text.Length)) + "\n";
        return Repeat(line + line + "\n");
    }
}
