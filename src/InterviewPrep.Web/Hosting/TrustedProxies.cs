using System.Net;
using InterviewPrep.Data.Storage;
using Microsoft.AspNetCore.HttpOverrides;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// What a proxy says about the browser's address and scheme is believed only of proxies that <c>Proxy:Known</c> names:
/// anybody can write such headers, and limits per address would be worth nothing.
/// </summary>
public static class TrustedProxies
{
    private const string Setting = "Proxy:Known";

    /// <summary>Reads <c>Proxy:Known</c>, addresses and networks such as <c>10.0.0.0/8</c>, as a list or separated by commas.</summary>
    /// <exception cref="SettingException">One of them is neither.</exception>
    public static void AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var known = configuration.GetSection(Setting).GetChildren().Select(c => c.Value)
            .Concat((configuration[Setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).OfType<string>().ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = known.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null; // As far back as the proxies are known.
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
        });
        foreach (var text in known)
        {
            if (IPAddress.TryParse(text, out var address)) services.Configure<ForwardedHeadersOptions>(options => options.KnownProxies.Add(address));
            else if (System.Net.IPNetwork.TryParse(text, out var network)) services.Configure<ForwardedHeadersOptions>(options => options.KnownIPNetworks.Add(network));
            else throw new SettingException($"{Setting} holds '{text}'; it must be an address such as 10.0.0.5 or a network such as 10.0.0.0/8.");
        }
    }

    /// <summary>Comes first, so that everything after it sees the browser's address.</summary>
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app) => app.UseForwardedHeaders();
}
