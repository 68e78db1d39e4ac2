using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using InterviewPrep.Content.Scripting;

namespace InterviewPrep.Content.Tests.Scripting;

public sealed partial class MathRendererTests(Renderers renderers) : IClassFixture<Renderers>
{
    private readonly MathRenderer _math = renderers.Math;

    private string Markup(string tex, bool display = false)
    {
        var result = _math.Render(tex, display);
        Assert.True(result.Succeeded, $"{tex}: {result.Error}");
        return result.Markup;
    }

    [Fact]
    public void Render_AllFormulas_GiveMathMlWithoutAnythingThePolicyForbids()
    {
        Assert.True(MathFormulas.All.Count > 300);
        var allowed = StyledClasses();
        foreach (var (tex, display) in MathFormulas.All)
        {
            var roots = XElement.Parse($"<p>{Markup(tex, display)}</p>");
            Assert.All(roots.Elements(), r => Assert.Equal("math", r.Name.LocalName));
            foreach (var element in roots.Descendants())
            {
                Assert.DoesNotContain(element.Attributes(), attribute =>
                    attribute.Name.LocalName is "style" or "href" or "src" or "id" or "mathcolor" or "mathbackground"
                    || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
                foreach (var name in ((string?)element.Attribute("class") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    Assert.True(allowed.Contains(name), $"{tex}: css/math.css has no class {name}");
            }
            if (roots.Elements().Count() == 1) Assert.Equal(tex.Trim(), roots.Descendants("annotation").Single(element => (string?)element.Attribute("encoding") == "application/x-tex").Value);
        }
    }

    [Theory]
    [InlineData("x = 1", "x=1")]
    [InlineData(@"\operatorname{MHA}(X) = \operatorname{Concat}(h_1, h_2) W_O = \sum_i h_i", "MHA(X)=|Concat(h1,h2)WO=|∑ihi")]
    [InlineData("2Vd + L(2 d h + 3 d f + 2 d) + V + d", "2Vd+L(2dh+3df+2d)+|V+d")]
    [InlineData("= a_1 + a_2 + a_3 + a_4 + a_5 + a_6", "=a1+a2+a3+a4+a5+|a6")]
    [InlineData(@"(\text{observed} + \text{spec} - 1)/(\text{sens} + \text{spec} - 1)", "(observed+spec−1)/|(sens+spec−1)")]
    [InlineData(@"\frac{a = b + c + d + e + f + g + h}{2}", "a=b+c+d+e+f+g+h2")]
    [InlineData(@"x_{11} \cdot x_{22} \cdot -x_{33} < -12", "x11⋅x22⋅−x33<|−12")]
    public void Render_LongInALine_BreaksBehindRelationsAndLongSums(string tex, string parts)
    {
        var result = _math.Render(tex, display: false);
        Assert.Equal(parts, string.Join('|', result.Parts.Select(p => string.Concat(XElement.Parse(p).Descendants("annotation").Aggregate(XElement.Parse(p).Value, (text, a) => text.Replace(a.Value, "", StringComparison.Ordinal)).Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)))));
        Assert.Equal(string.Concat(result.Parts), result.Markup);
        Assert.Single(_math.Render(tex, display: true).Parts);
        // Spaced as within a formula, where a browser would otherwise see a sign behind its operand.
        Assert.All(result.Parts.SkipLast(1), p => Assert.Equal(p.EndsWith("/mi></mrow></math>", StringComparison.Ordinal) ? null : "infix", (string?)XElement.Parse(p).Element("mrow")!.Elements().Last().Attribute("form")));
    }

    [Fact]
    public void Rewrite_AllStylesOfTemml_HaveAClass()
    {
        var unmapped = new List<string>();
        using var engines = new ScriptEnginePool(ScriptLibrary.Math);
        foreach (var (tex, display) in MathFormulas.All)
        {
            var answer = engines.Call("renderMath", tex, display);
            MathMarkup.Rewrite(answer.Values[0]!, out var lost);
            unmapped.AddRange(lost.Select(style => $"{tex}: {style}"));
        }
        Assert.Empty(unmapped);
    }

    [Fact]
    public void StyleSheet_HasEveryStepAndColour()
    {
        var classes = StyledClasses();
        foreach (var side in (string[])["pt", "pb", "pl", "pr"])
            Assert.All(MathStyles.PaddingSteps, step => Assert.Contains($"tml-{side}-{step}", classes));
        Assert.All(MathStyles.BackSteps, step => Assert.Contains($"tml-back-{step}", classes));
        Assert.All(MathPalette.Hues, hue => Assert.Contains($"tml-{hue}", classes));
        Assert.All(MathPalette.Hues, hue => Assert.Contains($"tml-on-{hue}", classes));
    }

    [Fact]
    public void Render_Display_IsMarkedForTheStyleSheet()
    {
        Assert.Contains("display=\"block\"", Markup("x", display: true), StringComparison.Ordinal);
        Assert.Contains("class=\"tml-display\"", Markup("x", display: true), StringComparison.Ordinal);
        Assert.DoesNotContain("display=\"block\"", Markup("x"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\color{red} x", "tml-red")]
    [InlineData(@"\textcolor{#0a0}{x}", "tml-green")]
    [InlineData(@"\textcolor{#1f77b4}{x}", "tml-blue")]
    [InlineData(@"\colorbox{yellow}{x}", "tml-on-yellow")]
    [InlineData(@"\boxed{x}", "tml-box")]
    [InlineData(@"\cancel{x}", "tml-cancel")]
    [InlineData(@"\hat{x}", "tml-depth-0")]
    [InlineData(@"a \! b", "tml-back-17")]
    [InlineData(@"\rule{1em}{1em}", "tml-ink")]
    public void Render_Styled_UsesAClass(string tex, string expected) =>
        Assert.Matches($"class=\"[^\"]*\\b{expected}\\b", Markup(tex));

    [Theory]
    [InlineData(@"\textcolor{white}{x}")]
    [InlineData(@"\textcolor{black}{x}")]
    [InlineData(@"\textcolor{#fafafa}{x}")]
    public void Render_BlackOrWhite_TakesTheColourOfTheText(string tex) =>
        Assert.DoesNotContain("class", Markup(tex), StringComparison.Ordinal);

    [Theory]
    [InlineData(@"a + \foo", 4, "Unsupported function name: \\foo")]
    [InlineData(@"\frac{a}{b", 10, "Unexpected end of input in a macro argument, expected '}'")]
    [InlineData(@"x}", 1, "Expected 'EOF', got '}'")]
    [InlineData(@"x^a^b", 3, "Double superscript")]
    [InlineData(@"\begin{aligned} a", 17, null)]
    public void Render_WrongTex_SaysWhatAndWhere(string tex, int position, string? error)
    {
        var result = _math.Render(tex, display: false);
        Assert.False(result.Succeeded);
        Assert.Null(result.Markup);
        Assert.Equal(position, result.Position);
        if (error is not null)
            Assert.Equal(error, result.Error);
        Assert.DoesNotContain('\u0332', result.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("% only a comment")]
    public void Render_Nothing_IsAnErrorOrEmptyMath(string tex)
    {
        var result = _math.Render(tex, display: false);
        if (string.IsNullOrWhiteSpace(tex))
            Assert.Equal("The formula is empty", result.Error);
    }

    [Theory]
    [InlineData(@"\href{javascript:alert(1)}{x}")]
    [InlineData(@"\url{javascript:alert(1)}")]
    [InlineData(@"\includegraphics{https://example.org/a.png}")]
    [InlineData(@"\class{evil}{x}")]
    [InlineData(@"\id{evil}{x}")]
    [InlineData(@"\style{color:red;position:fixed}{x}")]
    [InlineData(@"\data{a=b}{x}")]
    [InlineData(@"\ref{eq}")]
    [InlineData(@"x \ref{eq}")]
    public void Render_ReachingOutOfTheFormula_IsAnError(string tex) =>
        Assert.False(_math.Render(tex, display: true).Succeeded, tex);

    [Theory]
    [InlineData(@"\text{<script>alert(1)</script>}")]
    [InlineData("\\text{\"><img src=x onerror=alert(1)>}")]
    [InlineData(@"a<b>c")]
    [InlineData(@"\textcolor{red}{</math><b>}")]
    [InlineData(@"x \text{</annotation></semantics></math><iframe>}")]
    public void Render_Markup_IsEscaped(string tex)
    {
        var markup = Markup(tex);
        var names = Tag().Matches(markup).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.DoesNotContain(names, name => name is "script" or "img" or "b" or "iframe");
        XElement.Parse(markup);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "definition bomb", @"\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b\b\b}\def\d{\c\c\c\c\c\c\c\c\c\c}\def\e{\d\d\d\d\d\d\d\d\d\d}\e" },
        { "endless definition", @"\def\a{\a}\a" },
        { "endless growing definition", @"\def\a{x\a}\a" },
        { "mutual definitions", @"\def\a{\b}\def\b{\a}\a" },
        { "100 KB", new string('x', 100_000) },
        { "deep groups", new string('{', 4_999) + new string('}', 4_999) },
        { "unclosed groups", new string('{', 10_000) },
        { "deep fractions", string.Concat(Enumerable.Repeat(@"\frac{1}{", 1_000)) },
        { "deep roots", string.Concat(Enumerable.Repeat(@"\sqrt{", 800)) + "x" + new string('}', 800) },
        { "deep scripts", string.Concat(Enumerable.Repeat("x^{", 2_000)) + "x" + new string('}', 2_000) },
        { "deep left", string.Concat(Enumerable.Repeat(@"\left(", 900)) + "x" + string.Concat(Enumerable.Repeat(@"\right)", 400)) },
        { "unmatched delimiters", new string('(', 9_000) },
        { "wide matrix", @"\begin{matrix}" + new string('&', 9_000) + @"\end{matrix}" },
        { "hyper array", @"\begin{array}{" + new string('c', 9_000) + @"}x\end{array}" },
        { "star columns", @"\begin{array}{*{999999999}{c}}x\end{array}" },
        { "giant sizes", @"\rule{1e99em}{9999999999em}\kern9999999999em" },
        { "lone surrogate", "\\text{\ud835}" },
        { "control characters", "x \u0000 \u0001 y" },
        { "prototype names", @"\def\__proto__{x}\__proto__ \constructor \toString" },
        { "verbatim", @"\verb|" + new string('a', 5_000) },
        { "many spaces", new string(' ', 5_000) + "x" + new string('~', 4_000) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Render_Hostile_EndsInTime(string name, string tex)
    {
        Assert.NotEmpty(name);
        var watch = Stopwatch.StartNew();
        var result = _math.Render(tex, display: true);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{name}: {watch.Elapsed}");
        Assert.True(result.Succeeded || result.Error.Length > 0);
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms {result.Error ?? result.Markup!.Length + " characters"}");
        // The renderer goes on working, whatever became of its engine.
        Assert.True(_math.Render("x^2", display: false).Succeeded);
    }

    [Fact]
    public void Render_DeepNestingOnASmallStack_DoesNotEndTheProcess()
    {
        foreach (var opening in (string[])["{", @"\frac{1}{", @"\sqrt{", "x^{", @"\left(", @"\text{", @"\hat{", @"\begin{matrix}"])
        {
            var tex = string.Concat(Enumerable.Repeat(opening, 9_000 / opening.Length));
            MathResult? result = null;
            var thread = new Thread(() => result = _math.Render(tex, display: false), maxStackSize: 256 * 1024);
            thread.Start();
            thread.Join();
            Assert.False(result!.Succeeded);
        }
    }

    [Fact]
    public void Render_ADefinition_DoesNotOutliveItsFormula()
    {
        Assert.True(_math.Render(@"\gdef\secret{x}\secret", display: false).Succeeded);
        for (var attempt = 0; attempt < Environment.ProcessorCount + 1; attempt++)
            Assert.False(_math.Render(@"\secret", display: false).Succeeded);
    }

    [Fact]
    public void Render_TooManySteps_IsAnErrorAndTheNextFormulaWorks()
    {
        using var math = new MathRenderer(new ScriptLimits { Statements = 300_000 });
        var result = math.Render(string.Join('+', Enumerable.Repeat(@"\frac{a}{b}", 800)), display: false);
        Assert.Equal("The formula takes too many steps", result.Error);
        Assert.True(math.Render(@"\frac{a}{b}", display: false).Succeeded);
    }

    [Fact]
    public void Render_NotEvenTheLibraryLoads_IsAnError()
    {
        using var math = new MathRenderer(new ScriptLimits { Statements = 10 });
        Assert.Equal("The formula takes too many steps", math.Render("x", display: false).Error);
    }

    [Fact]
    public void Render_NoTimeLeft_IsAnError()
    {
        using var math = new MathRenderer(new ScriptLimits { Time = TimeSpan.FromMilliseconds(1) });
        Assert.Equal("The formula takes too long (limit 0.001 s)", math.Render(@"\frac{a}{b}", display: false).Error);
    }

    [Fact]
    public async Task Render_OnManyThreads_GivesTheSameAsOnOne()
    {
        var formulas = MathFormulas.All.Take(40).ToList();
        var expected = formulas.ConvertAll(formula => _math.Render(formula.Tex, formula.Display).Markup);
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            formulas.ConvertAll(formula => _math.Render(formula.Tex, formula.Display).Markup), TestContext.Current.CancellationToken)));
        Assert.All(runs, run => Assert.Equal(expected, run));
    }

    [Fact]
    public void Render_AfterDispose_Throws()
    {
        var math = new MathRenderer();
        math.Dispose();
        Assert.Throws<ObjectDisposedException>(() => math.Render("x", display: false));
    }

    /// <summary>The classes that css/math.css styles or names as needing none.</summary>
    private static HashSet<string> StyledClasses() =>
        [.. ClassName().Matches(File.ReadAllText(Repository.Path("src/InterviewPrep.Web/styles/math.css"))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\.([A-Za-z][A-Za-z0-9-]*)")]
    private static partial Regex ClassName();

    [GeneratedRegex("<([a-z]+)")]
    private static partial Regex Tag();
}
