using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using InterviewPrep.Content.Scripting;

namespace InterviewPrep.Content.Tests.Scripting;

public sealed partial class CodeHighlighterTests(Renderers renderers) : IClassFixture<Renderers>
{
    private readonly CodeHighlighter _code = renderers.Code;

    [Theory]
    [InlineData("python", "def f(x): return x  # note", "def")]
    [InlineData("json", "{\"a\": true}", "true")]
    [InlineData("bash", "if [ -f x ]; then echo y; fi", "if")]
    [InlineData("csharp", "public sealed class A { }", "class")]
    [InlineData("sql", "SELECT a FROM b WHERE c = 1", "SELECT")]
    [InlineData("yaml", "a: true", "true")]
    [InlineData("c", "int main(void) { return 0; }", "int")]
    [InlineData("cpp", "template <typename T> class A {};", "template")]
    [InlineData("cuda", "__global__ void add(float* a) { if (a) return; }", "void")]
    [InlineData("javascript", "const x = () => 1;", "const")]
    [InlineData("diff", "- a\n+ b", "+ b")]
    [InlineData("markdown", "# Title", "# Title")]
    public void Highlight_KnownLanguage_MarksItsWords(string language, string code, string word)
    {
        var html = _code.Highlight(code, language);
        Assert.NotNull(html);
        Assert.Matches($"<span class=\"hljs-[a-z_ -]+\">{Regex.Escape(WebUtility.HtmlEncode(word))}</span>", html);
        Assert.Equal(code, Text(html));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("plaintext")]
    public void Highlight_PlainText_IsEscapedOnly(string language) =>
        Assert.Equal("a &lt; b &amp;&amp; c", _code.Highlight("a < b && c", language));

    [Theory]
    [InlineData("klingon")]
    [InlineData("")]
    [InlineData("__proto__")]
    [InlineData("constructor")]
    [InlineData("../core")]
    public void Highlight_UnknownLanguage_IsNull(string language)
    {
        Assert.Null(_code.Highlight("x", language));
        Assert.False(CodeHighlighter.Knows(language));
    }

    [Theory]
    [InlineData("Python")]
    [InlineData("C#")]
    [InlineData("C++")]
    [InlineData(" yml ")]
    public void Highlight_UsualNames_AreKnown(string language) => Assert.NotNull(_code.Highlight("a: 1", language));

    [Theory]
    [InlineData("</span><script>alert(1)</script>")]
    [InlineData("\"<img src=x onerror=alert(1)>\"")]
    [InlineData("'''<b>'''  # </code></pre><iframe>")]
    public void Highlight_Markup_IsEscaped(string code)
    {
        foreach (var language in (string[])["python", "javascript", "cpp", "csharp", "markdown", "yaml", "json", "bash", "sql", "diff", "text"])
        {
            var html = _code.Highlight(code, language);
            Assert.NotNull(html);
            Assert.DoesNotMatch("<(?!/?span)", html);
            Assert.Equal(code, Text(html));
        }
    }

    [Fact]
    public void Highlight_TooLong_IsNull() => Assert.Null(_code.Highlight(new string('x', CodeHighlighter.MaxLength + 1), "python"));

    /// <summary>Repetitions that drive one of the grammars' expressions or its nesting to a limit, found by trying many.</summary>
    public static TheoryData<string, string> Hostile => new()
    {
        { "csharp", "\"" },
        { "csharp", "a" },
        { "cpp", "0x" },
        { "c", "1_" },
        { "javascript", "a" },
        { "javascript", "${" },
        { "json", "${" },
        { "yaml", "[" },
        { "markdown", "[a](" },
        { "sql", "- " },
        { "bash", "$(" },
        { "python", "f\"{" },
        { "diff", "\n" },
    };

    /// <summary>The same limits, reached sooner.</summary>
    private static readonly CodeHighlighter Impatient = new(new ScriptLimits { Time = TimeSpan.FromSeconds(2), RegularExpression = TimeSpan.FromSeconds(0.4), Statements = 1_000_000 });

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Highlight_Repetition_EndsInTime(string language, string piece)
    {
        var code = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        var html = Impatient.Highlight(code, language);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        if (html is not null)
            Assert.Equal(code, Text(html));
    }

    [Fact]
    public void Highlight_ALimit_GivesNullAndTheNextCodeWorks()
    {
        using var code = new CodeHighlighter(new ScriptLimits { AllocatedBytes = 8 << 20 });
        Assert.Null(code.Highlight(string.Concat(Enumerable.Repeat("def f(x): return [x, 1, 'a']\n", 3_000)), "python"));
        Assert.NotNull(code.Highlight("x = 1", "python"));
    }

    private static string Text(string html) => WebUtility.HtmlDecode(Span().Replace(html, ""));

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex Span();
}
