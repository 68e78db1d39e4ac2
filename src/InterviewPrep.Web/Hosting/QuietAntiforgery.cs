using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// Static rendering asks for antiforgery tokens on every page, form or not, and asking sets a cookie and <c>no-store</c>: a
/// page for everybody could then never be kept, and no browser would come back to it without loading it again. So no token
/// is made when a page is merely read, except where <see cref="TokenFormAttribute"/> says that it holds a form with one.
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
        && context.GetEndpoint()?.Metadata.GetMetadata<TokenFormAttribute>() is null;
}

/// <summary>Registration.</summary>
public static class QuietAntiforgeryServices
{
    /// <summary>Antiforgery that is quiet on pages that are merely read.</summary>
    public static void AddQuietAntiforgery(this IServiceCollection services)
    {
        services.AddAntiforgery(options =>
        {
            options.SuppressXFrameOptionsHeader = true; // The content security policy forbids all frames.
            options.Cookie.Name = "form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        var framework = services.Last(s => s.ServiceType == typeof(IAntiforgery)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(provider =>
            new QuietAntiforgery((IAntiforgery)ActivatorUtilities.CreateInstance(provider, framework))));
    }
}
