using System.Collections.Frozen;
using System.Text;
using System.Xml;

namespace InterviewPrep.Content.Scripting;

/// <summary>
/// Rewrites what Temml wrote to what a lesson page may hold. Only known MathML elements and attributes pass; inline styles,
/// which the content security policy of lesson pages forbids, become classes of <c>css/math.css</c>, and colours become
/// members of a palette that is legible in the light and the dark theme.
/// </summary>
internal static class MathMarkup
{
    private static readonly FrozenSet<string> Elements = FrozenSet.Create(StringComparer.Ordinal,
        "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot", "mstyle",
        "mpadded", "mphantom", "menclose", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts",
        "mprescripts", "none", "mtable", "mtr", "mtd", "span");

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(StringComparer.Ordinal,
        "display", "encoding", "form", "fence", "separator", "stretchy", "symmetric", "largeop", "movablelimits", "lspace", "rspace",
        "minsize", "maxsize", "width", "height", "depth", "voffset", "linethickness", "displaystyle", "scriptlevel", "mathvariant",
        "mathsize", "notation", "accent", "accentunder", "columnalign", "rowspacing", "linebreak");

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        ConformanceLevel = ConformanceLevel.Fragment,
        IgnoreWhitespace = false,
    };

    public static MathResult Rewrite(string markup) => Rewrite(markup, out _);

    /// <param name="markup">The markup of one formula.</param>
    /// <param name="unmapped">Styles that have no class: they are left out, and a test holds the list empty.</param>
    internal static MathResult Rewrite(string markup, out IReadOnlyList<string> unmapped)
    {
        var html = new StringBuilder(markup.Length);
        var lost = new List<string>();
        unmapped = lost;
        try
        {
            using var reader = XmlReader.Create(new StringReader(markup), Settings);
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        if (!Elements.Contains(reader.Name) || (reader.Depth == 0) != (reader.Name == "math"))
                            return MathResult.Failed($"The formula uses something lessons do not allow (it becomes <{reader.Name}>)");
                        Open(reader, html, lost);
                        break;
                    case XmlNodeType.EndElement:
                        html.Append("</").Append(ElementName(reader.Name)).Append('>');
                        break;
                    case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA:
                        Escape(reader.Value, html);
                        break;
                }
            }
        }
        catch (XmlException)
        {
            // A control character or half a surrogate pair in the TeX; Temml itself writes well-formed markup.
            return MathResult.Failed("The formula contains a character that cannot be shown");
        }
        return html.Length == 0 ? MathResult.Failed("The formula gives nothing to show") : MathResult.Of(html.ToString());
    }

    private static void Open(XmlReader reader, StringBuilder html, List<string> lost)
    {
        var name = reader.Name;
        var isEmpty = reader.IsEmptyElement;
        var classes = new List<string>();
        html.Append('<').Append(ElementName(name));
        while (reader.MoveToNextAttribute())
        {
            switch (reader.Name)
            {
                case "class":
                    classes.AddRange(reader.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                    break;
                case "style":
                    MathStyles.AddClasses(reader.Value, classes, lost);
                    break;
                case "mathcolor":
                    MathStyles.AddColor(reader.Value, classes, lost);
                    break;
                // \rule draws with a black background: in a dark theme it has to be the colour of the text.
                case "mathbackground" when name == "mspace":
                    classes.Add("tml-ink");
                    break;
                case "mathbackground":
                    MathStyles.AddBackground(reader.Value, classes, lost);
                    break;
                case var attribute when Attributes.Contains(attribute):
                    html.Append(' ').Append(attribute).Append("=\"");
                    Escape(reader.Value, html);
                    html.Append('"');
                    break;
            }
        }
        reader.MoveToElement();
        if (classes.Count > 0)
        {
            html.Append(" class=\"");
            Escape(string.Join(' ', classes.Distinct()), html);
            html.Append('"');
        }
        html.Append('>');
        if (isEmpty)
            html.Append("</").Append(ElementName(name)).Append('>');
    }

    // MathML Core knows no <none>: an empty row takes its place.
    private static string ElementName(string name) => name == "none" ? "mrow" : name;

    private static void Escape(string text, StringBuilder html)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                _ => html.Append(character),
            };
        }
    }
}
