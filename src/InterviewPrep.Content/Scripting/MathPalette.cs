using System.Collections.Frozen;
using System.Globalization;

namespace InterviewPrep.Content.Scripting;

/// <summary>
/// Reduces the colours of TeX to nine hues that <c>styles/math.css</c> gives a legible shade in each theme. Black and white mean
/// the colour of the text: taken literally, one of them cannot be read in one of the themes.
/// </summary>
internal static class MathPalette
{
    internal static readonly string[] Hues = ["red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "gray"];

    private static readonly FrozenDictionary<string, string?> Named = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
    {
        ["black"] = null,
        ["white"] = null,
        ["gray"] = "gray",
        ["grey"] = "gray",
        ["silver"] = "gray",
        ["red"] = "red",
        ["maroon"] = "red",
        ["brown"] = "orange",
        ["orange"] = "orange",
        ["yellow"] = "yellow",
        ["olive"] = "yellow",
        ["green"] = "green",
        ["lime"] = "green",
        ["teal"] = "teal",
        ["aqua"] = "teal",
        ["cyan"] = "teal",
        ["blue"] = "blue",
        ["navy"] = "blue",
        ["purple"] = "purple",
        ["violet"] = "purple",
        ["magenta"] = "pink",
        ["fuchsia"] = "pink",
        ["pink"] = "pink",
        // What LaTeX calls purple and pink has the hue of other names.
        ["#bf0040"] = "purple",
        ["#ffbfbf"] = "pink",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="color">A name, <c>#rgb</c> or <c>#rrggbb</c>.</param>
    /// <param name="hue">The member of <see cref="Hues"/>, or null for the colour of the text.</param>
    /// <returns>Whether the colour was understood.</returns>
    public static bool TryFind(string color, out string? hue)
    {
        if (Named.TryGetValue(color, out hue))
            return true;
        if (color.StartsWith('#') && color.Length is 4 or 7
            && int.TryParse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
        {
            hue = color.Length == 4
                ? HueOf((rgb >> 8) * 17, (rgb >> 4 & 15) * 17, (rgb & 15) * 17)
                : HueOf(rgb >> 16, rgb >> 8 & 255, rgb & 255);
            return true;
        }
        return false;
    }

    private static string? HueOf(int red, int green, int blue)
    {
        var max = Math.Max(red, Math.Max(green, blue));
        var min = Math.Min(red, Math.Min(green, blue));
        var spread = max - min;
        if (spread < 40)
            return (max + min) / 2 is < 50 or > 230 ? null : "gray";
        var degrees = 60.0 * (max == red ? (double)(green - blue) / spread
            : max == green ? 2 + (double)(blue - red) / spread
            : 4 + (double)(red - green) / spread);
        return ((degrees + 360) % 360) switch
        {
            < 15 or >= 345 => "red",
            < 45 => "orange",
            < 70 => "yellow",
            < 165 => "green",
            < 195 => "teal",
            < 255 => "blue",
            < 290 => "purple",
            _ => "pink",
        };
    }
}
