using System.Globalization;
using InterviewPrep.Content.Serving;
using InterviewPrep.Web.Features.Learners;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// Keeps finished reading pages, compressed, until the course changes. They hold nothing personal: a page differs by its
/// address, the edition of the course, the chosen theme and the encoding, and by nothing else, so one copy serves everybody.
/// Browsers keep it too, and ask each time whether it is still the one.
/// </summary>
public sealed class PageCache : IOutputCachePolicy
{
    /// <summary>What a change of the course evicts.</summary>
    public const string Tag = "course";

    private const string Brotli = "br";
    private const string Gzip = "gzip";
    private const string Identity = "identity";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly StringValues Differs = new([HeaderNames.AcceptEncoding, HeaderNames.Cookie]);

    // Editions are counted from 1 in each process, and another process may be of another build.
    private static readonly string Process = DateTime.UtcNow.Ticks.ToString("x", CultureInfo.InvariantCulture);

    private readonly Lazy<CourseCatalog> _catalog;

    /// <summary>
    /// For the catalog of an application, which may still be reading the course. It is held, since asking a request for it makes a
    /// scope of services that a kept page needs for nothing else.
    /// </summary>
    public PageCache(IServiceProvider services) => _catalog = new(services.GetRequiredService<CourseCatalog>);

    /// <inheritdoc/>
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        var isReading = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.QueryString.HasValue && !IsPersonal(context.HttpContext);
        context.EnableOutputCaching = isReading;
        context.AllowCacheLookup = isReading;
        context.AllowCacheStorage = isReading;
        context.AllowLocking = false; // All readers of a page would meet at its lock; made twice by the first two, it is the same.
        context.ResponseExpirationTimeSpan = Lifetime;
        context.CacheVaryByRules.QueryKeys = StringValues.Empty;
        context.CacheVaryByRules.VaryByHost = false;
        // The edition is part of the key: a page that was being made while the course changed is then never asked for again.
        var encoding = Encoding(request.Headers.AcceptEncoding);
        // Compression, which comes after, has to choose the same, however the browser words its wishes.
        if (isReading) request.Headers.AcceptEncoding = encoding;
        var version = Version(context.HttpContext, encoding);
        context.CacheVaryByRules.VaryByValues[nameof(Version)] = version;
        context.Tags.Add(Tag);
        if (isReading) Describe(context.HttpContext.Response.Headers, version);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        if (response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie)) return ValueTask.CompletedTask;
        context.AllowCacheStorage = false;
        if (!response.HasStarted) response.Headers.Remove(HeaderNames.ETag);
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether this request gets a page of its own.</summary>
    public static bool IsPersonal(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var metadata = context.GetEndpoint()?.Metadata;
        return metadata?.GetMetadata<CacheablePageAttribute>() is null
            || (metadata.GetMetadata<PersonalForLearnersAttribute>() is not null && LearnerAuthentication.IsSomebody(context));
    }

    /// <summary>Set before the page is made, since the cache takes the headers down with the page's first byte.</summary>
    private static void Describe(IHeaderDictionary headers, string version)
    {
        headers.CacheControl = "no-cache";
        headers.Vary = Differs;
        headers.ETag = $"\"{version}\"";
    }

    private string Version(HttpContext context, string encoding) =>
        string.Create(CultureInfo.InvariantCulture, $"{Process}-{_catalog.Value.Current.Number}-{ThemeChoice.Of(context.Request).Name}-{encoding}");

    private static string Encoding(StringValues accepted)
    {
        if (accepted is ["gzip, deflate, br, zstd" or "gzip, deflate, br" or Brotli]) return Brotli; // As browsers word it.
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var wishes)) return Identity;
        return Accepts(Brotli) ? Brotli : Accepts(Gzip) ? Gzip : Identity;

        bool Accepts(string encoding) =>
            (wishes.FirstOrDefault(w => w.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) ?? wishes.FirstOrDefault(w => w.Value == "*")) is { } wish && wish.Quality is not 0;
    }
}
