using System.Collections.Frozen;
using System.Text;
using System.Xml;

namespace InterviewPrep.Content.Scripting;

/// <summary>
/// Rewrites what nomnoml drew to what a lesson page may hold: known elements and attributes only, colours by the page's
/// theme, the font by inheritance, and a name for those who do not see it.
/// </summary>
internal static class DiagramMarkup
{
    private const int MaxLabelLength = 300;

    private static readonly FrozenSet<string> Elements = FrozenSet.Create(StringComparer.Ordinal, "svg", "g", "path", "rect", "circle", "ellipse", "text");

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(StringComparer.Ordinal,
        "d", "x", "y", "cx", "cy", "r", "rx", "ry", "width", "height", "viewBox", "transform", "stroke-width", "stroke-dasharray",
        "stroke-linecap", "stroke-linejoin", "text-anchor", "font-weight", "font-style");

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };

    public static DiagramResult Rewrite(string svg, string? title)
    {
        var body = new StringBuilder(svg.Length);
        var root = new StringBuilder();
        var texts = new List<string>();
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), Settings);
            var more = reader.Read();
            while (more)
            {
                switch (reader.NodeType)
                {
                    // The description that nomnoml adds is the source: no help to anybody who has it read to them.
                    case XmlNodeType.Element when reader.Name is "desc" or "title":
                        reader.Skip();
                        continue;
                    case XmlNodeType.Element when !Elements.Contains(reader.Name):
                        return DiagramResult.Failed($"The diagram uses something lessons do not allow (it becomes <{reader.Name}>)");
                    case XmlNodeType.Element:
                        Open(reader, reader.Depth == 0 ? root : body);
                        break;
                    case XmlNodeType.EndElement when reader.Depth > 0:
                        body.Append("</").Append(reader.Name).Append('>');
                        break;
                    case XmlNodeType.Text:
                        texts.Add(reader.Value.Trim());
                        Escape(reader.Value, body);
                        break;
                }
                more = reader.Read();
            }
        }
        catch (XmlException)
        {
            return DiagramResult.Failed("The diagram contains a character that cannot be shown");
        }
        if (root.Length == 0 || body.ToString().Contains("NaN", StringComparison.Ordinal))
            return DiagramResult.Failed("The diagram cannot be laid out");

        var html = new StringBuilder(root.Length + body.Length + 100);
        html.Append("<svg role=\"img\" aria-label=\"");
        Escape(Label(title, texts), html);
        html.Append('"').Append(root).Append('>').Append(body).Append("</svg>");
        return DiagramResult.Of(html.ToString());
    }

    private static string Label(string? title, List<string> texts)
    {
        var label = title ?? "Diagram: " + string.Join(", ", texts.Distinct());
        return label.Length <= MaxLabelLength ? label : string.Concat(label.AsSpan(0, MaxLabelLength - 1), "…");
    }

    // The root's tag is left open: its name comes first, when all texts are known.
    private static void Open(XmlReader reader, StringBuilder html)
    {
        var (name, isRoot, isEmpty) = (reader.Name, reader.Depth == 0, reader.IsEmptyElement);
        if (!isRoot)
            html.Append('<').Append(name);
        while (reader.MoveToNextAttribute())
        {
            if (Attribute(reader.Name, reader.Value) is not { } value)
                continue;
            html.Append(' ').Append(reader.Name).Append("=\"");
            Escape(value, html);
            html.Append('"');
        }
        reader.MoveToElement();
        if (!isRoot)
            html.Append(isEmpty ? "/>" : ">");
    }

    private static string? Attribute(string name, string value) => name switch
    {
        "fill" or "stroke" => Paint(value),
        // nomnoml writes points and means pixels of the drawing.
        "font-size" => value.Replace("pt", "", StringComparison.Ordinal),
        "transform" when value is "translate(0, 0)" => null,
        _ when Attributes.Contains(name) => value,
        _ => null,
    };

    private static string Paint(string value) => value switch
    {
        "none" or "transparent" => "none",
        "surface" => "var(--surface, transparent)",
        "sunken" => "var(--sunken, transparent)",
        _ => "currentColor",
    };

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
