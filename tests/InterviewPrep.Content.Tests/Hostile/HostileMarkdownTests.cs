using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Files;
using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Markdown;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Content.Tests.Markdown;
using InterviewPrep.Testing;

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

    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>", "<SCRIPT SRC=//x></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
        "<iframe src=\"javascript:alert(1)\">", "<object data=x>", "<style>*{background:url(x)}</style>", "<a href=\"javascript:alert(1)\">x</a>", "<b\nonclick=alert(1)>x",
        "<!--><script>alert(1)</script>-->", "<![CDATA[<script>]]>", "<?php x ?>", "<!DOCTYPE html>", "<math><mtext></mtext><script>alert(1)</script></math>",
        "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))", "[x](&#106;&#97;&#118;&#97;script:alert(1))", "[x](&#x6A;avascript:alert(1))", "[x](java&#115;cript&colon;alert(1))",
        "[x](java\\script:alert(1))", "[x](<java\tscript:alert(1)>)", "[x](&#1;javascript:alert(1))", "[x](%6Aavascript:alert(1))", "[x](  javascript:alert(1))",
        "[x](vbscript:msgbox)", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](file:///etc/passwd)", "[x](//evil.example)", "[x](/\\evil.example)", "[x](\\/evil.example)", "[x](https:evil.example)",
        "[x](https:\\\\evil.example)", "[x](https://)", "[x](HTTPS://example.org)", "[x](mailto:a@b.c)", "[x](ftp://a)", "[x](other.md)", "[x](?q)", "[x]()", "[x](#\"onclick=alert(1))", "[x](lesson:\"onclick=alert(1))",
        "[x](lesson:scaling#\"><script>)", "[x](concept:<script>)", "<javascript:alert(1)>", "<vbscript:x>", "<data:text/html,x>", "<a@b.c>", "<https://a\"onclick=alert(1)>", "<https://example.org/\"onmouseover=alert(1)>",
        "[x]\n\n[x]: javascript:alert(1)", "[x][y]\n\n[y]: <javascript:alert(1)> \"t\"", "![x](javascript:alert(1))", "![x][y]\n\n[y]: data:image/svg+xml,x", "[![x](javascript:1)](javascript:2)",
        "[x](https://a.example \"\\\"onclick=alert(1)\")", "[x](https://a.example 't\" onclick=\"alert(1)')", "![\" onload=\"alert(1)](figures/spread.svg)", "![x](figures/spread.svg \"<script>alert(1)</script>\")",
        "![x](../../../etc/passwd)", "![x](figures/../../secret.svg)", "![x](figures/..%2Fx.svg)", "![x](/etc/passwd.svg)", "![x](figures/spread.svg?x)", "![x](figures\\spread.svg)",
        "x{onclick=alert(1)}", "x{.a style=\"x\"}", "**x**{#id onclick=alert(1)}", "# x {#a onclick=alert(1)}", "## x {#a\"onclick=alert(1)}", "```python {onclick=alert(1)}\nx\n```", "```\" onclick=\"alert(1)\nx\n```",
        "```<script>\n</code></pre><script>alert(1)</script>\n```", "`</code><script>alert(1)</script>`", "    </code></pre><script>alert(1)</script>", "| a |\n|---|\n| <script>alert(1)</script> |", "| a{onclick=x} |\n|:--|\n| x |",
        "[^1]\n\n[^1]: <script>alert(1)</script>", "[^\"onclick=x]\n\n[^\"onclick=x]: x", ": <script>", "a\n: <script>alert(1)</script>", "- [x] <script>alert(1)</script>", "> [!<SCRIPT>]\n> x", "> [!\"ONCLICK]\n> x",
        ":::details <script>alert(1)</script>\nx\n:::", ":::check \"><script>alert(1)</script>", ":::lab \"><script>alert(1)</script>", ":::<script>", "[@\"><script>]", "[@vaswani2017, <script>alert(1)</script>]", "[@vaswani2017, \" onclick=\"alert(1)]",
        "$\\href{javascript:alert(1)}{x}$", "$\\url{javascript:alert(1)}$", "$\\html{<script>alert(1)</script>}$", "$\\htmlStyle{color:red}{x}$", "$\\htmlClass{a\"onclick=x}{x}$", "$\\htmlData{onclick=alert(1)}{x}$", "$\\includegraphics{javascript:alert(1)}$",
        "$\\style{background:url(x)}{x}$", "$\\class{x\" onclick=\"y}{x}$", "$\\text{</math><script>alert(1)</script>}$", "$\\color{red;background:url(x)}x$", "$<script>alert(1)</script>$", "$\\unicode{x}$", "$$\n\\tag{<script>}x\n$$",
        "```nomnoml\n[<script>alert(1)</script>]\n```", "```nomnoml\n#fill: url(javascript:x)\n[a]\n```", "```nomnoml\n#import: /etc/passwd\n[a]\n```", "```nomnoml\n[a\" onclick=\"alert(1)]->[</text><script>x</script>]\n```", "```nomnoml \"><script>\n[a]\n```",
        "```nomnoml\n#.x: fill=url(x) visual=hidden\n[<x>a]\n```", "{{= 1 | \"><script> }}", "{{<script>}}", "{{a: <script>alert(1)</script>}}", "&lt;script&gt;alert(1)&lt;/script&gt;", "\\<script>alert(1)\\</script>", "&#0; &#1; &#xFFFF; &#xD800;", "\u202Etxt.exe", "x\u0000y",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Nothing_becomes_alive(string markdown)
    {
        var lesson = Rendered.Lesson(markdown);
        HtmlSafety.AssertSafe(lesson.Html);
        HtmlSafety.AssertSafe(Rendered.Lesson(markdown, new Dictionary<string, double> { ["a"] = 1 }).Html);
        HtmlSafety.AssertSafe(Rendered.Lesson($"- {markdown.ReplaceLineEndings("\n  ")}\n").Html);
        HtmlSafety.AssertSafe(Rendered.Lesson($"> [!NOTE]\n> {markdown.ReplaceLineEndings("\n> ")}\n").Html);
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
