using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace InterviewPrep.Content.Scripting;

/// <summary>
/// Lets a formula within a line of text go on in the next line. Browsers break no line inside of <c>math</c>, so that a long
/// formula leaves a ragged edge or does not fit a phone at all: it is written as several formulas, cut where TeX would cut it, behind a
/// relation or, when what came before is long, behind an operator (The TeXbook, chapter 18, "line breaking").
/// </summary>
internal static class MathBreaks
{
    /// <summary>Signs that always stay together: a number with its relation, a short sum.</summary>
    private const int Short = 14;

    private const string Relations = "=≠≈≃≅∼≡<>≤≥⩽⩾≪≫∈∉⊂⊆∝→⟶⇒⟹⟺⇔↦←:";
    private const string Operators = "+−±·⋅×/";

    /// <summary>The parts of a formula; itself, with its annotation, when it is short or has no place to break.</summary>
    public static ImmutableArray<string> Of(string markup)
    {
        var formula = XElement.Parse(markup, LoadOptions.PreserveWhitespace);
        var row = formula.Element("semantics")?.Elements().FirstOrDefault();
        if (row is null || row.Name != "mrow" || Length(row) <= Short) return [markup];
        var parts = Parts([.. row.Elements()]);
        return parts.Count == 1
            ? [markup]
            : [.. parts.Select(part => new XElement("math", formula.Attributes(), new XElement("mrow", row.Attributes(), part)).ToString(SaveOptions.DisableFormatting))];
    }

    private static List<List<XElement>> Parts(XElement[] elements)
    {
        var parts = new List<List<XElement>> { new() };
        var length = 0;
        var left = elements.Sum(Length);
        for (var i = 0; i < elements.Length; i++)
        {
            parts[^1].Add(elements[i]);
            length += Length(elements[i]);
            left -= Length(elements[i]);
            // A sign with nothing before it belongs to what follows.
            if (parts[^1].Count == 1 || left == 0 || Infix(elements[i], length > Short ? Relations + Operators : Relations) is not { } sign) continue;
            // At the end of a row a browser would take the spacing of a postfix.
            if (sign.Name == "mo") sign.SetAttributeValue("form", "infix");
            parts.Add([]);
            length = 0;
        }

        return parts;
    }

    /// <summary>The sign between two sides that an element is; Temml puts one beside text into a row with its spaces.</summary>
    private static XElement? Infix(XElement element, string signs)
    {
        var sign = element.Name == "mrow" && element.Elements().Where(e => e.Name != "mspace").ToList() is [var only] ? only : element;
        return (sign.Name == "mo" || sign.Value == "/") && sign.Value.Length == 1 && signs.Contains(sign.Value[0], StringComparison.Ordinal) && (string?)sign.Attribute("form") is null or "infix" ? sign : null;
    }

    /// <summary>What is seen of it, in signs.</summary>
    private static int Length(XElement element) => element.Value.Count(c => !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format);
}
