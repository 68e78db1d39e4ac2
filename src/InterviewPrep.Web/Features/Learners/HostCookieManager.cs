using Microsoft.AspNetCore.Authentication.Cookies;

namespace InterviewPrep.Web.Features.Learners;

/// <summary>Over HTTPS a cookie's name begins with <c>__Host-</c>: no other host, no other path and no plain connection can set it.</summary>
public sealed class HostCookieManager : ICookieManager
{
    /// <summary>The prefix that browsers enforce.</summary>
    public const string Prefix = "__Host-";

    private readonly ChunkingCookieManager _inner = new();

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, Name(context, key));

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, Name(context, key), value, Fit(context, options));

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _inner.DeleteCookie(context, Name(context, key), Fit(context, options));

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? Prefix + key : key;

    private static CookieOptions Fit(HttpContext context, CookieOptions options)
    {
        options.Path = "/";
        options.Domain = null;
        options.Secure = context.Request.IsHttps;
        return options;
    }
}
