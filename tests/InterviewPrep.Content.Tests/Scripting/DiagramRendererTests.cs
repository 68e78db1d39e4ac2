using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using InterviewPrep.Content.Scripting;

namespace InterviewPrep.Content.Tests.Scripting;

public sealed class DiagramRendererTests(Renderers renderers) : IClassFixture<Renderers>
{
    private static readonly string[] VisualTypes =
    [
        "abstract", "actor", "choice", "class", "database", "end", "frame", "hidden", "input", "instance", "label", "lollipop",
        "note", "pipe", "package", "receiver", "reference", "sender", "socket", "start", "state", "sync", "table", "transceiver", "usecase",
    ];

    private readonly DiagramRenderer _diagrams = renderers.Diagrams;

    private XElement Svg(string source)
    {
        var result = _diagrams.Render(source);
        Assert.True(result.Succeeded, $"{result.Line}:{result.Column} {result.Error}");
        return XElement.Parse(result.Markup);
    }

    [Fact]
    public void Render_TwoBoxes_DrawsThemWithTheirNames()
    {
        var svg = Svg("#direction: right\n[Encoder]->[Decoder]\n");
        Assert.Equal(["Encoder", "Decoder"], svg.Descendants("text").Select(text => text.Value));
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal("Diagram: Encoder, Decoder", (string?)svg.Attribute("aria-label"));
        Assert.NotNull(svg.Attribute("viewBox"));
    }

    [Fact]
    public void Render_EveryShape_FollowsTheThemeAndHoldsNothingForbidden()
    {
        var source = new StringBuilder("#.tinted: fill=sunken bold dashed\n[<tinted> t]\n");
        foreach (var type in VisualTypes)
            source.Append('[').Append('<').Append(type).Append("> n").Append(type).Append("|a;b]\n");
        foreach (var edge in (string[])["->", "<->", "-->", "-:>", "<:--", "+-", "-+", "o-", "-o)", "(o-", "->o", "o<-", "-)", "-", "-/-"])
            source.Append("[a]1").Append(edge).Append("many[b").Append(edge.Length).Append("]\n");
        source.Append("[outer|[inner|[x] yes -> no [y]]]\n");
        var svg = Svg(source.ToString());
        foreach (var element in svg.DescendantsAndSelf())
        {
            Assert.Contains(element.Name.LocalName, (string[])["svg", "g", "path", "rect", "circle", "ellipse", "text"]);
            foreach (var attribute in element.Attributes())
            {
                Assert.DoesNotContain(attribute.Name.LocalName, (string[])["style", "id", "class", "href", "font-family", "xmlns"]);
                Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
                if (attribute.Name.LocalName is "fill" or "stroke")
                    Assert.Contains(attribute.Value, (string[])["none", "currentColor", "var(--surface, transparent)", "var(--sunken, transparent)"]);
            }
        }
    }

    [Fact]
    public void Render_Title_NamesTheDiagram() =>
        Assert.Equal("Attention \"head\"", (string?)Svg("#title: Attention \"head\"\n[a]").Attribute("aria-label"));

    [Theory]
    [InlineData('W', 0.786)]
    [InlineData('i', 0.246)]
    [InlineData('α', 0.56)]
    public void Render_LongText_GetsAsWideABoxAsTheFontNeeds(char character, double width)
    {
        // nomnoml's own approximation knows neither the font nor its weights. Headings are bold, and so wider by up to a fifth.
        var box = Svg($"[{new string(character, 50)}]").Descendants("rect").Last();
        var padding = 2 * 8;
        Assert.InRange(double.Parse(box.Attribute("width")!.Value, CultureInfo.InvariantCulture) - padding, 50 * 16 * width, 50 * 16 * width * 1.2);
    }

    [Theory]
    [InlineData("[a]->[b", 1, null)]
    [InlineData("[a]\n[b] => [c]", 2, 6)]
    [InlineData("// note\n[a]\n[<> b]", 3, null)]
    public void Render_WrongSource_SaysWhatAndWhere(string source, int line, int? column)
    {
        var result = _diagrams.Render(source);
        Assert.False(result.Succeeded);
        Assert.StartsWith("Expected ", result.Error, StringComparison.Ordinal);
        Assert.Equal(line, result.Line);
        if (column is not null)
            Assert.Equal(column, result.Column);
    }

    [Theory]
    [InlineData("#import: ../../secrets.txt\n[a]", 1)]
    [InlineData("[a]\n#stroke: red", 2)]
    [InlineData("[a]\n#fill: #fff", 2)]
    [InlineData("#font: Papyrus\n[a]", 1)]
    [InlineData("#.x: fill=red\n[<x> a]", 1)]
    [InlineData("#.x: stroke=url(#a)\n[<x> a]", 1)]
    [InlineData("#spacing: 1e9\n[a]", 1)]
    [InlineData("#spacing: wide\n[a]", 1)]
    [InlineData("#direction: up\n[a]", 1)]
    [InlineData("#nonsense: 1\n[a]", 1)]
    public void Render_RefusedDirective_SaysItsLine(string source, int line)
    {
        var result = _diagrams.Render(source);
        Assert.False(result.Succeeded);
        Assert.Equal(line, result.Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("// nothing")]
    [InlineData("only words")]
    public void Render_NoBoxes_IsAnError(string source) => Assert.Equal("The diagram has no boxes", _diagrams.Render(source).Error);

    [Fact]
    public void Render_Markup_IsEscaped()
    {
        var svg = Svg("#title: <script>alert(1)</script>\n[<class> x <b>&\"'</b>]->[x </svg><script>x</script>]");
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "b");
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "10,000 nodes", string.Concat(Enumerable.Range(0, 10_000).Select(index => $"[{index}]->[{index + 1}]\n")) },
        { "as many nodes as allowed, in a chain", string.Concat(Enumerable.Range(0, 74).Select(index => $"[{index}]->[{index + 1}]\n")) },
        { "as many nodes as allowed, all connected", string.Concat(Enumerable.Range(0, 74).Select(index => $"[{index % 13}]->[{index * 7 % 17}]\n")) },
        { "200 KB", new string('[', 200_000) },
        { "deep boxes", string.Concat(Enumerable.Repeat("[a|", 6_000)) },
        { "escaped brackets", "[a" + string.Concat(Enumerable.Repeat("\\[", 9_000)) + "]" },
        { "long word", "[" + new string('m', 19_000) + "]" },
        { "many lines", "[a|" + string.Concat(Enumerable.Repeat("b;", 9_000)) + "]" },
        { "many compartments", "[a" + string.Concat(Enumerable.Repeat("|", 9_000)) + "]" },
        { "loop to itself", "[a]->[a]" },
        { "loop", "[a]->[b]\n[b]->[c]\n[c]->[a]" },
        { "unfinished", "[a]-" },
        { "attributes", "[<class id=" + new string('x', 9_000) + "> a]" },
        { "nested attributes", "[<class " + string.Concat(Enumerable.Repeat("a=b ", 4_000)) + "> a]" },
        { "prototype names", "[__proto__]->[constructor]\n[<__proto__> x]->[toString]\n[<hasOwnProperty> y]" },
        { "styles named like prototypes", "#.__proto__: bold\n#.constructor: bold\n[<constructor> x]" },
        { "lone surrogate", "[\ud835]" },
        { "control character", "[a\u0001]" },
        { "zero padding", "#padding: 0\n#gutter: 0\n#spacing: 5\n[a]->[b]" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Render_Hostile_EndsInTime(string name, string source)
    {
        Assert.NotEmpty(name);
        var watch = Stopwatch.StartNew();
        var result = _diagrams.Render(source);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{name}: {watch.Elapsed}");
        Assert.True(result.Succeeded || result.Error.Length > 0);
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms {result.Error ?? result.Markup!.Length + " characters"}");
        Assert.True(_diagrams.Render("[a]").Succeeded);
    }

    [Fact]
    public void Render_Twice_GivesTheSame()
    {
        const string Source = "[a]->[b]\n[a]->[c]\n[b]->[d]\n[c]->[d]";
        Assert.Equal(_diagrams.Render(Source), _diagrams.Render(Source));
    }
}
