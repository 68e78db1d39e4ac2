using InterviewPrep.Web.Hosting;

namespace InterviewPrep.Web.Features.Theme;

/// <summary>Keeps the theme that a reader chose and leads back to where they were.</summary>
public static class ThemeEndpoint
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary><c>POST /theme</c> with <c>theme</c> and <c>return</c>.</summary>
    public static IEndpointConventionBuilder MapTheme(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/theme", ChooseAsync);

    private static async Task ChooseAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false)
            : FormCollection.Empty;
        context.Response.Cookies.Append(ThemeChoice.Cookie, ThemeChoice.Parse(form["theme"]).Name, new CookieOptions
        {
            IsEssential = true,
            MaxAge = Lifetime,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = LocalPath.OrHome(form["return"]);
    }
}
