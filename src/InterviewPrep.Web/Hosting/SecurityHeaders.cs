namespace InterviewPrep.Web.Hosting;

/// <summary>Headers that every response carries.</summary>
public static class SecurityHeaders
{
    /// <summary>
    /// Nothing but our own files and <see cref="HeadScript"/>: no other inline script, no inline style, no frame, no plug-in. The
    /// font of the text is within the style sheet (<c>data:</c>).
    /// </summary>
    public static readonly string ContentSecurityPolicy =
        $"default-src 'none'; script-src 'self' {HeadScript.Source}; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>The same, but for inline styles: for pages marked with <see cref="MudPageAttribute"/>.</summary>
    public static readonly string InlineStylePolicy = ContentSecurityPolicy.Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal);

    /// <summary>Sets them before anything else runs, so that errors and cached pages have them too.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    });

    /// <summary>Gives each page its own policy, once it is known which one it is. Comes after routing; what is answered instead of a page is strict again.</summary>
    public static IApplicationBuilder UsePagePolicy(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isMud = context.GetEndpoint()?.Metadata.GetMetadata<MudPageAttribute>() is not null;
        context.Response.Headers.ContentSecurityPolicy = isMud ? InlineStylePolicy : ContentSecurityPolicy;
        return next(context);
    });
}
