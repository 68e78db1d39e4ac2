using InterviewPrep.Web.Features.Theme;

namespace InterviewPrep.Web.Hosting;

/// <summary>The theme that a reader chose; it lives in a cookie, so that the server can say it in the page's first byte.</summary>
/// <param name="Name"><c>light</c>, <c>dark</c> or <c>system</c>.</param>
public sealed record ThemeChoice(string Name)
{
    /// <summary>The cookie's name.</summary>
    public const string Cookie = "theme";

    /// <summary>As the reader's system has it.</summary>
    public static readonly ThemeChoice System = new("system");

    /// <summary>Always light.</summary>
    public static readonly ThemeChoice Light = new("light");

    /// <summary>Always dark.</summary>
    public static readonly ThemeChoice Dark = new("dark");

    /// <summary>What a cookie or a form says; anything unknown is the system's.</summary>
    public static ThemeChoice Parse(string? text) => text switch
    {
        "light" => Light,
        "dark" => Dark,
        _ => System,
    };

    /// <summary>What a request's cookie says.</summary>
    public static ThemeChoice Of(HttpRequest request) => Parse(request.Cookies[Cookie]);

    /// <summary>What the browser's own frame is coloured with: media query and colour.</summary>
    public IEnumerable<(string? Media, string Colour)> BrowserColours => Name switch
    {
        "light" => [(null, LightPaper)],
        "dark" => [(null, DarkPaper)],
        _ => [("(prefers-color-scheme: light)", LightPaper), ("(prefers-color-scheme: dark)", DarkPaper)],
    };

    private static string LightPaper => DesignTokens.Site.Paper.Light;

    private static string DarkPaper => DesignTokens.Site.Paper.Dark;
}
