using InterviewPrep.Web.Hosting;
using InterviewPrep.Web.Tests.Features.Accounts;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>Everything that the application answers, static files left out.</summary>
/// <param name="Pattern">As it is mapped, such as <c>/lessons/{Id}</c>.</param>
/// <param name="Posts">Whether it takes a form.</param>
/// <param name="Reads">Whether it can be read.</param>
/// <param name="IsKept">Whether it is a page for everybody.</param>
public sealed record Endpoints(string Pattern, bool Posts, bool Reads, bool IsKept)
{
    /// <summary>Those of a site, each pattern once.</summary>
    public static IReadOnlyList<Endpoints> Of(AccountSite site)
    {
        site.Services.GetRequiredService<LateCircuits>().Make();
        return
        [
            .. site.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .GroupBy(e => "/" + e.RoutePattern.RawText!.Trim('/'))
                .Select(g => new Endpoints(g.Key, g.Any(e => Takes(e, "POST")), g.Any(e => Takes(e, "GET")), g.Any(e => e.Metadata.GetMetadata<CacheablePageAttribute>() is not null))),
        ];
    }

    /// <summary>The address with something in each place.</summary>
    public string At(string value) => string.Join('/', Pattern.Split('/').Select(p => p.StartsWith('{') ? Uri.EscapeDataString(value) : p));

    /// <summary>Whether it has a place to fill.</summary>
    public bool HasPlace => Pattern.Contains('{', StringComparison.Ordinal);

    private static bool Takes(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains(method);
}
