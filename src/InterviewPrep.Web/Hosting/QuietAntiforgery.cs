using Microsoft.AspNetCore.Antiforgery;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// Static rendering asks for antiforgery tokens on every page, form or not, and asking sets a cookie and <c>no-store</c>: a
/// page for everybody could then never be kept. On endpoints marked <see cref="CacheablePageAttribute"/>, which hold no
/// form with a token, no token is stored.
/// </summary>
public sealed class QuietAntiforgery : IAntiforgery
{
    private readonly IAntiforgery _inner;

    /// <summary>Decorates the framework's own.</summary>
    public QuietAntiforgery(IAntiforgery inner) => _inner = inner;

    /// <inheritdoc/>
    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) =>
        IsQuiet(httpContext) ? new AntiforgeryTokenSet(null, null, "none", null) : _inner.GetAndStoreTokens(httpContext);

    /// <inheritdoc/>
    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) =>
        IsQuiet(httpContext) ? new AntiforgeryTokenSet(null, null, "none", null) : _inner.GetTokens(httpContext);

    /// <inheritdoc/>
    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => _inner.IsRequestValidAsync(httpContext);

    /// <inheritdoc/>
    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        if (!IsQuiet(httpContext)) _inner.SetCookieTokenAndHeader(httpContext);
    }

    /// <inheritdoc/>
    public Task ValidateRequestAsync(HttpContext httpContext) => _inner.ValidateRequestAsync(httpContext);

    private static bool IsQuiet(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.GetEndpoint()?.Metadata.GetMetadata<CacheablePageAttribute>() is not null;
}
