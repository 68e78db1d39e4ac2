using System.Net;

namespace InterviewPrep.Web.Hosting;

/// <summary>What tests/load asks about memory. It is there only with <c>Diagnostics:Memory=true</c>, and only for this machine, since each answer collects garbage.</summary>
internal static class MemoryEndpoint
{
    /// <summary><c>GET /diagnostics/memory</c>: bytes of live objects and of the whole process, and how many connections for circuits there are.</summary>
    public static void MapMemory(this WebApplication app)
    {
        if (app.Configuration["Diagnostics:Memory"] != "true") return;
        app.MapGet("/diagnostics/memory", (HttpContext context, OpenCircuits circuits) =>
        {
            if (context.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from)) return Results.NotFound();
            for (var i = 0; i < 3; i++)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            return Results.Json(new { heap = GC.GetTotalMemory(forceFullCollection: true), process = Environment.WorkingSet, circuits = circuits.Count });
        });
    }
}
