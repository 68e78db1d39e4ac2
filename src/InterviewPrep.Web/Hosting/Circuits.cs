using InterviewPrep.Web.Features.Checks;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.SignalR;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// Limits of circuits. All that matters is in the database when it happens, so that a circuit may be lost at any time: few
/// are kept for those who come back, and none of them for long.
/// </summary>
internal static class Circuits
{
    private const int Kibibyte = 1024;

    /// <summary>How long, and how many, circuits wait for a browser that lost its connection.</summary>
    public static void Configure(CircuitOptions options)
    {
        options.DisconnectedCircuitMaxRetained = 200;
        options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
        options.MaxBufferedUnacknowledgedRenderBatches = 10;
        options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(30);
        options.DetailedErrors = false;
        options.RootComponents.RegisterForJavaScript<CheckIsland>("check");
        options.RootComponents.MaxJSRootComponents = 40;
    }

    /// <summary>How many there may be, and how much one message may bring: a spoken answer typed out is the longest.</summary>
    public static void Limit(HubOptions options)
    {
        options.AddFilter<LimitedCircuits>();
        options.MaximumReceiveMessageSize = 96 * Kibibyte;
        options.MaximumParallelInvocationsPerClient = 1;
        options.EnableDetailedErrors = false;
        options.KeepAliveInterval = TimeSpan.FromSeconds(15);
        options.ClientTimeoutInterval = TimeSpan.FromSeconds(45);
    }

    /// <summary>The framework's own policy for frames is left to ours, which is stricter.</summary>
    public static void Serve(ServerComponentsEndpointOptions options) => options.ContentSecurityFrameAncestorsPolicy = null;
}
