using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// Keeps finished reading pages, compressed, until the course changes. They hold nothing personal: a page differs by its
/// address, the chosen theme and the encoding, and by nothing else, so one copy serves everybody.
/// </summary>
public sealed class PageCache : IOutputCachePolicy
{
    /// <summary>What a change of the course evicts.</summary>
    public const string Tag = "course";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        var isReading = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.QueryString.HasValue;
        context.EnableOutputCaching = isReading;
        context.AllowCacheLookup = isReading;
        context.AllowCacheStorage = isReading;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Lifetime;
        context.CacheVaryByRules.QueryKeys = StringValues.Empty;
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["theme"] = ThemeChoice.Of(request).Name;
        context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(request.Headers.AcceptEncoding);
        context.Tags.Add(Tag);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private static string Encoding(StringValues accepted)
    {
        var text = accepted.ToString();
        return text.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : text.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "identity";
    }
}
