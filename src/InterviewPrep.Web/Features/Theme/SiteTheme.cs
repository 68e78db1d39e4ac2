using MudBlazor;
using MudBlazor.Services;

namespace InterviewPrep.Web.Features.Theme;

/// <summary>The house's colours and letters as MudBlazor wants them.</summary>
public static class SiteTheme
{
    private static readonly string[] Letters = ["Source Sans 3", "Source Sans 3 More", "system-ui", "sans-serif"];

    /// <summary>From the tokens of this site.</summary>
    public static MudTheme Current { get; } = Of(DesignTokens.Site);

    /// <summary>From tokens.</summary>
    public static MudTheme Of(DesignTokens tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new MudTheme
        {
            PaletteLight = Paint(new PaletteLight(), tokens, c => c.Light),
            PaletteDark = Paint(new PaletteDark(), tokens, c => c.Dark),
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "9px" },
            Typography = new Typography
            {
                Default = new DefaultTypography { FontFamily = Letters, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
                Body1 = new Body1Typography { FontFamily = Letters, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
                Body2 = new Body2Typography { FontFamily = Letters, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
                Caption = new CaptionTypography { FontFamily = Letters, FontSize = ".95rem", LineHeight = "1.4", LetterSpacing = "normal" },
                Button = new ButtonTypography { FontFamily = Letters, FontSize = "1rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none" },
            },
        };
    }

    /// <summary>What pages with MudBlazor's components need.</summary>
    public static IServiceCollection AddMudPages(this IServiceCollection services) => services.AddMudServices(options =>
    {
        options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.TopCenter;
        options.SnackbarConfiguration.SnackbarVariant = Variant.Filled;
        options.SnackbarConfiguration.ShowTransitionDuration = 0;
        options.SnackbarConfiguration.HideTransitionDuration = 0;
    });

    private static T Paint<T>(T palette, DesignTokens tokens, Func<DesignColour, string> pick)
        where T : Palette
    {
        palette.Background = pick(tokens.Paper);
        palette.BackgroundGray = palette.TableStriped = palette.ActionDisabledBackground = pick(tokens.Sunken);
        palette.Surface = palette.DrawerBackground = pick(tokens.Surface);
        palette.TextPrimary = palette.Black = palette.Dark = palette.DrawerText = pick(tokens.Ink);
        palette.TextSecondary = palette.ActionDefault = palette.DrawerIcon = pick(tokens.Ink2);
        palette.TextDisabled = palette.ActionDisabled = pick(tokens.Ink3);
        palette.Divider = palette.DividerLight = palette.LinesDefault = palette.TableLines = palette.Skeleton = pick(tokens.Line);
        palette.LinesInputs = pick(tokens.Edge);
        palette.TableHover = pick(tokens.AccentWash);
        palette.Primary = palette.Info = palette.AppbarBackground = pick(tokens.Accent);
        palette.Secondary = palette.Tertiary = pick(tokens.Violet);
        palette.Success = pick(tokens.Right);
        palette.Error = pick(tokens.Wrong);
        palette.Warning = pick(tokens.Unsure);
        palette.White = palette.AppbarText = palette.DarkContrastText = palette.PrimaryContrastText = palette.SecondaryContrastText = palette.TertiaryContrastText = pick(tokens.Paper);
        palette.InfoContrastText = palette.SuccessContrastText = palette.ErrorContrastText = palette.WarningContrastText = pick(tokens.Paper);
        return palette;
    }
}
