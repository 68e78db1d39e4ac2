using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using InterviewPrep.Content.Diagnostics;

namespace InterviewPrep.Content.Figures;

/// <summary>
/// Lets only plain drawing through: listed elements and attributes, references to the figure itself, no script, style,
/// link or foreign content. Ids get the figure's name in front, since several figures stand in one page.
/// </summary>
internal static partial class SvgSanitizer
{
    private static readonly FrozenSet<string> Elements = FrozenSet.Create(StringComparer.Ordinal,
        "svg", "g", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text", "tspan", "title", "desc",
        "defs", "marker", "linearGradient", "radialGradient", "stop", "clipPath", "pattern");

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(StringComparer.Ordinal,
        "viewBox", "preserveAspectRatio", "role", "aria-label", "aria-hidden", "aria-labelledby", "id", "class", "transform", "opacity",
        "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width", "height", "points", "rotate", "textLength", "lengthAdjust",
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-dashoffset",
        "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "vector-effect", "font-family", "font-size", "font-weight", "font-style", "letter-spacing",
        "text-anchor", "dominant-baseline", "alignment-baseline", "baseline-shift", "xml:space",
        "markerWidth", "markerHeight", "refX", "refY", "orient", "markerUnits", "marker-start", "marker-mid", "marker-end",
        "offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "clip-path", "clip-rule", "clipPathUnits",
        "patternUnits", "patternContentUnits", "patternTransform", "color", "visibility", "paint-order", "shape-rendering");

    /// <summary>The figure ready to stand in a page, or <see langword="null"/> after diagnostics.</summary>
    public static string? Sanitize(string text, string file, DiagnosticBag diagnostics)
    {
        var prefix = Path.GetFileNameWithoutExtension(file) + "-";
        var output = new StringBuilder(text.Length);
        var refused = false;
        var depth = 0;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = text.Length + 1,
        };
        using var reader = XmlReader.Create(new StringReader(text), settings);
        var lines = (IXmlLineInfo)reader;
        void Refuse(string message, string mend)
        {
            refused = true;
            diagnostics.Report(DiagnosticRules.FigureUnsafe, new(file, Math.Max(1, lines.LineNumber), Math.Max(1, lines.LinePosition)), message, mend);
        }

        try
        {
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        if (++depth > 32)
                        {
                            Refuse("The figure is nested too deep.", "Flatten its groups.");
                            return null;
                        }

                        WriteElement(reader, prefix, output, Refuse, depth == 1);
                        if (reader.IsEmptyElement) depth--;
                        break;
                    case XmlNodeType.EndElement:
                        depth--;
                        output.Append("</").Append(reader.LocalName).Append('>');
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                        Escape(reader.Value, output);
                        break;
                }
            }
        }
        catch (XmlException e)
        {
            diagnostics.Report(DiagnosticRules.FigureUnsafe, new(file, Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)), $"The figure is not well-formed: {e.Message}", "Mend the XML; a document type is refused.");
            return null;
        }

        return refused ? null : output.ToString();
    }

    private static void WriteElement(XmlReader reader, string prefix, StringBuilder output, Action<string, string> refuse, bool isRoot)
    {
        var isEmpty = reader.IsEmptyElement;
        var name = reader.LocalName;
        if (isRoot && name != "svg") refuse($"The root is '{name}'.", "Begin with an svg element.");
        if (!Elements.Contains(name) || reader.NamespaceURI is not ("" or "http://www.w3.org/2000/svg"))
            refuse($"The element '{reader.Name}' is not allowed.", $"Use only {string.Join(", ", Elements.Order(StringComparer.Ordinal))}.");
        output.Append('<').Append(name);
        var hasViewBox = false;
        while (reader.MoveToNextAttribute())
        {
            if (reader.Name is "xmlns" || reader.Prefix is "xmlns") continue;
            if (isRoot && reader.Name is "width" or "height" && isRoot) continue;
            hasViewBox |= reader.Name == "viewBox";
            if (!Attributes.Contains(reader.Name))
            {
                refuse($"The attribute '{reader.Name}' is not allowed.", "Draw with presentation attributes such as fill and stroke; no style, script or link.");
                continue;
            }

            var value = reader.Value;
            if (reader.Name is not "aria-label" && Url().IsMatch(value) && !LocalUrl().IsMatch(value))
            {
                refuse($"'{reader.Name}' refers to something outside the figure.", "Refer to an id of this figure: url(#name).");
                continue;
            }

            if (reader.Name is "id" or "aria-labelledby") value = string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Prefixed(id, prefix)));
            else if (LocalUrl().Match(value) is { Success: true } local) value = $"url(#{Prefixed(local.Groups[1].Value, prefix)})";
            output.Append(' ').Append(reader.Name).Append("=\"");
            Escape(value, output);
            output.Append('"');
        }

        reader.MoveToElement();
        if (isRoot && !hasViewBox) refuse("The figure has no viewBox.", "Add viewBox=\"0 0 680 300\" so that it scales.");
        if (isRoot) output.Append(" focusable=\"false\"");
        output.Append(isEmpty ? "/>" : ">");
    }

    private static string Prefixed(string id, string prefix) => id.StartsWith(prefix, StringComparison.Ordinal) ? id : prefix + id;

    private static void Escape(string text, StringBuilder output)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => output.Append("&amp;"),
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                '"' => output.Append("&quot;"),
                _ => output.Append(c),
            };
        }
    }

    /// <summary>Presentation attributes are CSS, where a backslash can spell any letter: <c>\75rl(…)</c> is a reference too.</summary>
    [GeneratedRegex(@"url\s*\(|javascript:|data:|https?:|\\", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Url();

    [GeneratedRegex(@"^url\(#([A-Za-z][A-Za-z0-9_-]*)\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex LocalUrl();
}
