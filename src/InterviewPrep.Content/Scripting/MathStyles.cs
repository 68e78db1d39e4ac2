using System.Globalization;

namespace InterviewPrep.Content.Scripting;

/// <summary>
/// The classes of <c>css/math.css</c> for the inline styles that Temml 0.13 writes. Lengths go to the nearest step of a small
/// scale: authors rarely write their own, and a class for every length there is would be a style sheet without end.
/// </summary>
internal static class MathStyles
{
    /// <summary>Hundredths of an em.</summary>
    internal static readonly int[] PaddingSteps = [0, 5, 15, 25, 40, 50, 75, 100, 150, 200];

    /// <summary>Hundredths of an em; 17 is the negative thin space <c>\!</c>.</summary>
    internal static readonly int[] BackSteps = [5, 10, 13, 17, 20, 25, 30, 35, 40, 50, 60, 75, 100, 150, 200];

    // What Temml's own style object leaves on cells that fill up a short row: nothing that is meant for a browser.
    private static readonly string[] Meaningless = ["level", "max-size", "font", "font-size", "font-family", "font-shape"];

    public static void AddClasses(string style, List<string> classes, List<string> lost)
    {
        foreach (var declaration in style.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            var property = colon < 0 ? declaration : declaration[..colon].Trim();
            var value = colon < 0 ? "" : declaration[(colon + 1)..].Trim();
            switch (property)
            {
                case "color":
                    AddColor(value, classes, lost);
                    break;
                case var _ when Meaningless.Contains(property) || value is "undefined" or "":
                    break;
                default:
                    if (ClassOf(property, value) is not { } name)
                        lost.Add(declaration);
                    else if (name.Length > 0)
                        classes.Add(name);
                    break;
            }
        }
    }

    public static void AddColor(string color, List<string> classes, List<string> lost) => AddPaletteColor("tml-", color, classes, lost);

    public static void AddBackground(string color, List<string> classes, List<string> lost) => AddPaletteColor("tml-on-", color, classes, lost);

    private static void AddPaletteColor(string prefix, string color, List<string> classes, List<string> lost)
    {
        if (color is "undefined")
            return;
        if (!MathPalette.TryFind(color, out var name))
            lost.Add("color:" + color);
        else if (name is not null)
            classes.Add(prefix + name);
    }

    /// <summary>The class; empty when another class or rule already does it; null when there is none.</summary>
    private static string? ClassOf(string property, string value) => (property, value) switch
    {
        ("display", "block math") => "",
        ("display", "flex") => "tml-clap",
        ("justify-content", "center") => "",
        ("math-depth", "0" or "2") => "tml-depth-" + value,
        ("text-align", "left") => "tml-left",
        ("width", "100%") => "tml-wide",
        ("width", "50%") => "tml-glue",
        ("width", "7.5%") => "tml-glue-narrow",
        ("height", "1em") => "tml-cd",
        ("left", "0.1em") => "tml-cancelto-narrow",
        ("width", "90%") => "",
        ("position", "relative") => "tml-relative",
        ("position", "absolute") => "tml-llap",
        ("right" or "bottom", "0") => "",
        ("transform", "scaleX(-1)") => "tml-mirror",
        ("font-weight", "bold") => "tml-bold",
        ("font-style", "italic") => "tml-italic",
        ("border", "1px solid") => "tml-box",
        ("border", _) => "tml-frame",
        ("border-top", _) => Rule("tml-bt-", value),
        ("border-bottom", _) => Rule("tml-bb-", value),
        ("border-left", _) => Rule("tml-bl-", value),
        ("border-right", _) => Rule("tml-br-", value),
        ("padding", "3pt") => "",
        ("padding", "0.3em") => "tml-pad-color",
        ("padding", "0.5ex 0.1em 0 0") => "tml-pad-cancelto",
        ("padding", "0") => "tml-pad-0",
        ("padding", _) => RaisePadding(value),
        ("padding-top", _) => Step("tml-pt-", value, PaddingSteps),
        ("padding-bottom", _) => Step("tml-pb-", value, PaddingSteps),
        ("padding-left", _) => Step("tml-pl-", value, PaddingSteps),
        ("padding-right", _) => Step("tml-pr-", value, PaddingSteps),
        ("margin-left", ['-', ..]) => Step("tml-back-", value[1..], BackSteps),
        _ => null,
    };

    private static string? Rule(string prefix, string value) => value.Split(' ') switch
    {
        [_, ("solid" or "dashed" or "double") and var kind] => prefix + kind,
        _ => null,
    };

    // \raisebox reserves room above or below: "0.25em 0 0 0" or "0 0 0.25em 0".
    private static string? RaisePadding(string value) => value.Split(' ') switch
    {
        ["0", "0", var below, "0"] => Step("tml-pb-", below, PaddingSteps),
        [var above, "0", "0", "0"] => Step("tml-pt-", above, PaddingSteps),
        _ => null,
    };

    private static string? Step(string prefix, string length, int[] steps)
    {
        if (HundredthsOfAnEm(length) is not { } hundredths)
            return null;
        var nearest = steps.MinBy(step => Math.Abs(step - hundredths));
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{nearest}");
    }

    private static double? HundredthsOfAnEm(string length)
    {
        var digits = length.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyz");
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        // An em is taken as 12 pt (16 px), the size Temml's points are made for.
        return length[digits.Length..] switch
        {
            "em" => number * 100,
            "ex" => number * 50,
            "pt" => number / 12 * 100,
            "px" => number / 16 * 100,
            "in" => number * 72 / 12 * 100,
            "cm" => number / 2.54 * 72 / 12 * 100,
            "mm" => number / 25.4 * 72 / 12 * 100,
            "" when number == 0 => 0,
            _ => null,
        };
    }
}
