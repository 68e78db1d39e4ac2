using System.Reflection;
using System.Text.RegularExpressions;
using InterviewPrep.Testing;
using InterviewPrep.Web.Features.Theme;
using InterviewPrep.Web.Hosting;
using MudBlazor;
using MudBlazor.Utilities;

namespace InterviewPrep.Web.Tests.Features.Theme;

/// <summary>Pages and components have the same colours: the style sheet's, the record's, and those of MudBlazor's palettes.</summary>
public sealed partial class DesignTokensTests
{
    [Fact]
    public void The_record_has_every_colour_of_the_style_sheet_and_no_other()
    {
        var sheet = File.ReadAllText(Path.Combine(Repository.Root, "src", "InterviewPrep.Web", "styles", "site.css"));
        var written = Colour().Matches(sheet).ToDictionary(m => m.Groups[1].Value, m => (Full(m.Groups[2].Value), Full(m.Groups[3].Value)));
        var held = Tokens.ToDictionary(t => t.Name, t => (t.Colour.Light, t.Colour.Dark));
        Assert.NotEmpty(written);
        Assert.Equal(written.OrderBy(w => w.Key, StringComparer.Ordinal), held.OrderBy(h => h.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void The_palettes_are_painted_with_the_record_alone()
    {
        AssertPainted(SiteTheme.Current.PaletteLight, c => c.Light);
        AssertPainted(SiteTheme.Current.PaletteDark, c => c.Dark);
    }

    [Fact]
    public void Text_can_be_read_on_what_it_is_on()
    {
        foreach (var palette in new Palette[] { SiteTheme.Current.PaletteLight, SiteTheme.Current.PaletteDark })
        {
            (MudColor Text, MudColor Ground)[] pairs =
            [
                (palette.TextPrimary, palette.Surface), (palette.TextSecondary, palette.Surface), (palette.TextDisabled, palette.Surface), (palette.TextPrimary, palette.TableHover),
                (palette.Primary, palette.Surface), (palette.Error, palette.Surface), (palette.PrimaryContrastText, palette.Primary), (palette.SuccessContrastText, palette.Success),
                (palette.ErrorContrastText, palette.Error), (palette.WarningContrastText, palette.Warning), (palette.InfoContrastText, palette.Info),
            ];
            Assert.All(pairs, p => Assert.InRange(Contrast(p.Text, p.Ground), 4.5, 21));
        }
    }

    [Fact]
    public void The_colours_of_formulas_can_be_read_on_every_ground()
    {
        var colours = MathColour().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "InterviewPrep.Web", "styles", "math.css")));
        Assert.NotEmpty(colours);
        foreach (var ground in new[] { DesignTokens.Site.Paper, DesignTokens.Site.Surface })
        {
            Assert.All(colours, c => Assert.InRange(Contrast(new MudColor(c.Groups[1].Value), new MudColor(ground.Light)), 4.5, 21));
            Assert.All(colours, c => Assert.InRange(Contrast(new MudColor(c.Groups[2].Value), new MudColor(ground.Dark)), 4.5, 21));
        }
    }

    [Fact]
    public void The_browsers_frame_has_the_colour_of_the_paper()
    {
        Assert.Equal([(null, DesignTokens.Site.Paper.Light)], ThemeChoice.Light.BrowserColours);
        Assert.Equal([(null, DesignTokens.Site.Paper.Dark)], ThemeChoice.Dark.BrowserColours);
    }

    private static IEnumerable<(string Name, DesignColour Colour)> Tokens => typeof(DesignTokens).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.PropertyType == typeof(DesignColour))
        .Select(p => (Words().Replace(p.Name, "-$0").ToLowerInvariant(), (DesignColour)p.GetValue(DesignTokens.Site)!));

    private static void AssertPainted(Palette palette, Func<DesignColour, string> pick)
    {
        var allowed = Tokens.Select(t => pick(t.Colour)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // What the palette derives from these, and greys that no component of ours uses.
        string[] derived = ["Darken", "Lighten", "Gray", "Overlay"];
        var colours = typeof(Palette).GetProperties().Where(p => p.PropertyType == typeof(MudColor) && !derived.Any(d => p.Name.Contains(d, StringComparison.Ordinal)));
        Assert.All(colours, p => Assert.Contains(((MudColor)p.GetValue(palette)!).ToString(MudColorOutputFormats.Hex), allowed));
    }

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(MudColor a, MudColor b)
    {
        var (one, other) = (Luminance(a), Luminance(b));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(MudColor colour) => (0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B));

    private static double Linear(byte channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);

    private static string Full(string hex) => hex.Length == 4 ? $"#{hex[1]}{hex[1]}{hex[2]}{hex[2]}{hex[3]}{hex[3]}" : hex;

    [GeneratedRegex(@"--([a-z0-9-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)")]
    private static partial Regex Colour();

    [GeneratedRegex(@"\.tml-[a-z]+ \{ color: light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)")]
    private static partial Regex MathColour();

    [GeneratedRegex(@"(?<=[a-z])[A-Z0-9]")]
    private static partial Regex Words();
}
