using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace InterviewPrep.Content.Scripting;

/// <summary>
/// What a diagram may ask of nomnoml. Its directives (<c>#direction: right</c>) are settings of the layout; those that load
/// files or set colours and fonts are refused, because a diagram belongs to one page and follows its theme.
/// </summary>
internal static partial class DiagramSource
{
    /// <summary>Every node opens a bracket; the layout is more than quadratic in their number, and nobody reads so many.</summary>
    public const int MaxNodes = 150;

    /// <summary>Boxes within boxes; each level is a layout of its own.</summary>
    public const int MaxDepth = 12;

    // Later directives win over earlier ones, so these follow the author's. Two levels of boxes alternate between two surfaces.
    private const string House = "\n#font: inherit\n#fontSize: 16\n#lineWidth: 1.5\n#stroke: ink\n#fill: surface;sunken;surface;sunken\n#background: transparent\n#zoom: 1\n";

    private static readonly FrozenDictionary<string, (double Least, double Most)> Numbers = new Dictionary<string, (double, double)>
    {
        ["arrowSize"] = (0.2, 3),
        ["bendSize"] = (0, 2),
        ["edgeMargin"] = (0, 100),
        ["gravity"] = (0, 5),
        ["gutter"] = (0, 100),
        ["leading"] = (1, 3),
        ["padding"] = (0, 50),
        ["spacing"] = (5, 200),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[]> Choices = new Dictionary<string, string[]>
    {
        ["acyclicer"] = ["greedy"],
        ["direction"] = ["down", "right"],
        ["edges"] = ["hard", "rounded"],
        ["fillArrows"] = ["true", "false"],
        ["ranker"] = ["network-simplex", "tight-tree", "longest-path"],
    }.ToFrozenDictionary();

    /// <summary>Checks the source and adds our settings.</summary>
    /// <returns>An error, or null.</returns>
    public static DiagramResult? Check(string source, out string prepared, out string? title)
    {
        prepared = source.ReplaceLineEndings("\n") + House;
        title = null;
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var (depth, nodes) = (0, 0);
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            if (line.StartsWith('#'))
            {
                if (CheckDirective(line, ref title) is { } error)
                    return DiagramResult.Failed(error, index + 1, 1);
                continue;
            }
            for (var column = 0; column < line.Length; column++)
            {
                if (line[column] == '[')
                {
                    (depth, nodes) = (depth + 1, nodes + 1);
                    if (depth > MaxDepth)
                        return DiagramResult.Failed($"Boxes are nested more than {MaxDepth} deep", index + 1, column + 1);
                    if (nodes > MaxNodes)
                        return DiagramResult.Failed($"The diagram has more than {MaxNodes} boxes", index + 1, column + 1);
                }
                else if (line[column] == ']')
                {
                    depth = Math.Max(0, depth - 1);
                }
            }
        }
        return nodes == 0 ? DiagramResult.Failed("The diagram has no boxes") : null;
    }

    private static string? CheckDirective(string line, ref string? title)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var key = (colon < 0 ? line[1..] : line[1..colon]).Trim();
        var value = colon < 0 ? "" : line[(colon + 1)..].Trim();
        if (key == "title")
        {
            title = value.Length > 0 ? value : null;
            return null;
        }
        if (key.StartsWith('.'))
            return StyleClass().IsMatch(key) && Style().IsMatch(value) ? null
                : $"The style {key} may name visual, direction, fill (surface, sunken, transparent), title, body, bold, italic, underline, dashed, align, empty";
        if (Numbers.TryGetValue(key, out var range))
            return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Most ? null
                : string.Create(CultureInfo.InvariantCulture, $"The directive #{key} takes a number from {range.Least} to {range.Most}");
        if (Choices.TryGetValue(key, out var choices))
            return choices.Contains(value) ? null : $"The directive #{key} takes one of: {string.Join(", ", choices)}";
        return key switch
        {
            "import" => "The directive #import is not allowed: a diagram stands on its own",
            "fill" or "stroke" or "background" or "font" or "fontSize" or "lineWidth" or "zoom" =>
                $"The directive #{key} is not allowed: diagrams take colours, lines and font from the page",
            _ => $"There is no directive #{key}",
        };
    }

    [GeneratedRegex(@"^\.[A-Za-z][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex StyleClass();

    [GeneratedRegex(
        @"^(?:(?:visual=[a-z]+|direction=(?:down|right)|fill=(?:surface|sunken|transparent)|(?:title|body)=[a-z,]+|align=(?:left|center)|bold|italic|underline|dashed|center|empty)(?:\s+|$))*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Style();
}
