using System.Globalization;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Figures;

namespace InterviewPrep.Content.Tests.Hostile;

public sealed class HostileFigureTests
{
    private const string Root = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">";

    public static TheoryData<string> Refused =>
    [
        Root + "<script>alert(1)</script></svg>", Root + "<SCRIPT>alert(1)</SCRIPT></svg>", Root + "<style>*{fill:red}</style></svg>", Root + "<foreignObject><b/></foreignObject></svg>",
        Root + "<a href=\"javascript:alert(1)\"><path/></a></svg>", Root + "<image href=\"https://x/y.png\"/></svg>", Root + "<use href=\"other.svg#a\"/></svg>", Root + "<use href=\"#a\"/></svg>",
        Root + "<animate attributeName=\"href\"/></svg>", Root + "<set attributeName=\"onclick\" to=\"alert(1)\"/></svg>", Root + "<iframe/></svg>", Root + "<path onclick=\"alert(1)\"/></svg>", Root + "<path ONCLICK=\"alert(1)\"/></svg>",
        Root + "<path style=\"fill:red\"/></svg>", Root + "<path xlink:href=\"#a\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/></svg>", Root + "<path href=\"#a\"/></svg>", Root + "<path filter=\"url(#a)\"/></svg>", Root + "<path mask=\"url(#a)\"/></svg>",
        Root + "<path fill=\"url(https://x/y.svg#a)\"/></svg>", Root + "<path fill=\"url(//x/y.svg#a)\"/></svg>", Root + "<path fill=\"URL( '//x' )\"/></svg>", Root + "<path fill=\"url(#a) url(//x)\"/></svg>", Root + "<path fill=\"&#117;rl(//x)\"/></svg>",
        Root + "<path fill=\"\\75rl(//x/y.svg#a)\"/></svg>", Root + "<path fill=\"u\\72 l(//x)\"/></svg>", Root + "<path marker-end=\"url(data:image/svg+xml,x)\"/></svg>", Root + "<path clip-path=\"javascript:alert(1)\"/></svg>",
        Root + "<path data-x=\"1\"/></svg>", Root + "<svg:script xmlns:svg=\"http://www.w3.org/2000/svg\">alert(1)</svg:script></svg>", Root + "<b xmlns=\"http://www.w3.org/1999/xhtml\">x</b></svg>", Root + "<path xmlns=\"http://evil.example\"/></svg>",
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script/></html>", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\" onload=\"alert(1)\"/>",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + Root + "<text>&x;</text></svg>", "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">" + Root + "</svg>",
        Root + "<text>&undefined;</text></svg>", Root, "", "not xml", Root + "</svg>" + Root + "</svg>", Root + "<g></svg></g>", Root + "<text>&#1;</text></svg>", Root + "<path a=\"1\" a=\"2\"/></svg>",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_figure_with_anything_alive_is_refused(string svg)
    {
        var (clean, diagnostics) = Sanitize(svg);
        Assert.Null(clean);
        Assert.All(diagnostics, d => Assert.Equal(DiagnosticRules.FigureUnsafe, d.Rule));
        Assert.NotEmpty(diagnostics);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once_and_where()
    {
        var (_, diagnostics) = Sanitize(Root + "\n  <path onclick=\"x\"\n    style=\"y\"/>\n  <script/>\n</svg>");
        Assert.Equal([(2, 9), (3, 5), (4, 4)], diagnostics.Select(d => (d.Position.Line, d.Position.Column)));
    }

    [Fact]
    public void Comments_and_instructions_fall_away()
    {
        var (clean, diagnostics) = Sanitize("<?xml version=\"1.0\"?><?xml-stylesheet href=\"x\"?><!-- <script> -->" + Root + "<!-- x --><path d=\"M0 0\"/></svg>");
        Assert.Empty(diagnostics);
        Assert.Equal("<svg viewBox=\"0 0 1 1\" focusable=\"false\"><path d=\"M0 0\"/></svg>", clean);
    }

    [Fact]
    public void Text_stays_text()
    {
        var (clean, _) = Sanitize(Root + "<text aria-label=\"a &quot;b&quot; url(x)\">&lt;script&gt; <![CDATA[<b>&]]></text></svg>");
        Assert.Equal("<svg viewBox=\"0 0 1 1\" focusable=\"false\"><text aria-label=\"a &quot;b&quot; url(x)\">&lt;script&gt; &lt;b&gt;&amp;</text></svg>", clean);
        HtmlSafety.AssertSafe(clean!);
    }

    [Fact]
    public void Ids_get_the_name_of_the_figure_and_references_follow()
    {
        var (clean, diagnostics) = Sanitize(Root + "<defs><marker id=\"tip\"/><clipPath id=\"figure-cut\"/></defs><path marker-end=\"url(#tip)\" clip-path=\"url(#figure-cut)\" aria-labelledby=\"tip\"/></svg>");
        Assert.Empty(diagnostics);
        Assert.Contains("<marker id=\"figure-tip\"/><clipPath id=\"figure-cut\"/>", clean, StringComparison.Ordinal);
        Assert.Contains("marker-end=\"url(#figure-tip)\" clip-path=\"url(#figure-cut)\" aria-labelledby=\"figure-tip\"", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Width_and_height_of_the_root_give_way_to_the_page()
    {
        var (clean, _) = Sanitize("<svg viewBox=\"0 0 1 1\" width=\"9999\" height=\"9999\"><rect width=\"1\" height=\"1\"/></svg>");
        Assert.Equal("<svg viewBox=\"0 0 1 1\" focusable=\"false\"><rect width=\"1\" height=\"1\"/></svg>", clean);
    }

    [Fact(Timeout = 20_000)]
    public Task Bombs_do_not_go_off() => Task.Run(() =>
    {
        var entities = "<!DOCTYPE s [<!ENTITY a0 \"xx\">" + string.Concat(Enumerable.Range(1, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">"))) + "]>" + Root + "<text>&a40;</text></svg>";
        Assert.Null(Sanitize(entities).Svg);
        Assert.Null(Sanitize(Root + string.Concat(Enumerable.Repeat("<g>", 10_000)) + string.Concat(Enumerable.Repeat("</g>", 10_000)) + "</svg>").Svg);
        Assert.Null(Sanitize(Root + string.Concat(Enumerable.Repeat("<script/>", 10_000)) + "</svg>").Svg);
        Assert.NotNull(Sanitize(Root + string.Concat(Enumerable.Repeat("<path d=\"M0 0\"/>", 10_000)) + "</svg>").Svg);
        Assert.NotNull(Sanitize(Root + $"<path d=\"{new string('0', 200_000)}\"/></svg>").Svg);
    }, TestContext.Current.CancellationToken);

    private static (string? Svg, IReadOnlyList<Diagnostic> Diagnostics) Sanitize(string svg)
    {
        var bag = new DiagnosticBag();
        return (SvgSanitizer.Sanitize(svg, "m/figures/figure.svg", bag), bag.ToSorted());
    }
}
