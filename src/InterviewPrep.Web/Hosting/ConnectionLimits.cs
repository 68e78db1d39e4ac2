using InterviewPrep.Data.Storage;

namespace InterviewPrep.Web.Hosting;

/// <summary>What one connection, and all of them, may take: the server itself limits none of it, or later than is good.</summary>
internal static class ConnectionLimits
{
    private const string HeaderSeconds = "Connections:HeaderSeconds";

    /// <summary>Sets them. <c>Connections:HeaderSeconds</c> (10) is how long the headers of a request may take.</summary>
    /// <exception cref="SettingException">It is no whole number from 1 on.</exception>
    public static void Set(WebApplicationBuilder builder)
    {
        var patience = TimeSpan.FromSeconds(NumberSetting.Read(builder.Configuration, HeaderSeconds, 10));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = 10_000;
            kestrel.Limits.MaxConcurrentUpgradedConnections = 2_000;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Limits.RequestHeadersTimeout = patience;
        });
    }
}
