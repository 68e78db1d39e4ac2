namespace InterviewPrep.Web.Hosting;

/// <summary>
/// Refuses what another site's page sends: every form of ours is sent by a page of ours. Browsers say where a request comes
/// from in <c>Sec-Fetch-Site</c> or <c>Origin</c>; what says neither is no browser, and has no cookie of one.
/// </summary>
public static class SameOrigin
{
    /// <summary>Where circuits are negotiated and connected.</summary>
    public const string CircuitPath = "/_blazor";

    /// <summary>Refuses changes, and circuits, that come from elsewhere.</summary>
    public static IApplicationBuilder UseSameOrigin(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if ((reads && !request.Path.StartsWithSegments(CircuitPath)) || IsOurs(request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("This came from another site and was refused. Open the page here and try again.");
    });

    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none")) return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase) && uri.Scheme == request.Scheme);
    }
}
