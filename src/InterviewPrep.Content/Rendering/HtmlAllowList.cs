using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml;

namespace InterviewPrep.Content.Rendering;

/// <summary>
/// The last gate before a page: rendered HTML is well-formed XML by construction, so the base library's parser can hold it
/// to a list of elements and attributes. What is not on the list never reaches a browser, whichever renderer wrote it.
/// </summary>
internal static partial class HtmlAllowList
{
    private static readonly FrozenSet<string> Elements = FrozenSet.Create(StringComparer.Ordinal,
        "p", "div", "span", "section", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "hr", "br", "em", "strong", "del", "sup", "sub",
        "a", "cite", "code", "pre", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "details", "summary",
        "math", "semantics", "annotation", "mrow", "mi", "mo", "mn", "ms", "mtext", "mspace", "msqrt", "mroot", "mfrac", "msup", "msub", "msubsup",
        "munder", "mover", "munderover", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom", "menclose", "mmultiscripts", "mprescripts", "none", "merror",
        "svg", "g", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text", "tspan", "title", "desc",
        "defs", "marker", "linearGradient", "radialGradient", "stop", "clipPath", "pattern");

    private static readonly FrozenSet<string> RefusedAttributes = FrozenSet.Create(StringComparer.Ordinal, "style", "srcdoc", "src", "action", "formaction", "ping", "target", "background", "xlink:href");

    /// <summary>What is wrong with it, or <see langword="null"/>.</summary>
    public static string? Problem(string html)
    {
        var settings = new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = true };
        try
        {
            using var reader = XmlReader.Create(new StringReader(html), settings);
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element when ElementProblem(reader) is { } problem:
                        return problem;
                    case XmlNodeType.Comment or XmlNodeType.ProcessingInstruction or XmlNodeType.CDATA:
                        return $"a {reader.NodeType}";
                }
            }

            return null;
        }
        catch (XmlException e)
        {
            return $"markup that is not well-formed ({e.Message})";
        }
    }

    private static string? ElementProblem(XmlReader reader)
    {
        if (!Elements.Contains(reader.Name)) return $"the element '{reader.Name}'";
        while (reader.MoveToNextAttribute())
        {
            if (reader.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || RefusedAttributes.Contains(reader.Name))
                return $"the attribute '{reader.Name}'";
            if (reader.Name == "href" && !Href().IsMatch(reader.Value)) return $"a link to '{reader.Value}'";
            if (reader.Name is not ("href" or "xmlns" or "title" or "aria-label") && Dangerous().IsMatch(reader.Value)) return $"the value of '{reader.Name}'";
        }

        reader.MoveToElement();
        return null;
    }

    [GeneratedRegex(@"^(https://|#|/(?![/\\]))", RegexOptions.CultureInvariant)]
    private static partial Regex Href();

    /// <summary>A backslash could spell any of them as an escape of CSS, which presentation attributes are; names that are only read out are text.</summary>
    [GeneratedRegex(@"javascript:|vbscript:|data:|url\s*\((?!#)|\\", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dangerous();
}
