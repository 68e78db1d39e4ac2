using InterviewPrep.Web.Features.Learners;
using Microsoft.AspNetCore.SignalR;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// The framework opens as many circuits as anybody asks for. Whoever has too many is told so when a new one is negotiated; what
/// negotiates nothing, or many at once, is refused when it connects, which is where they are counted, whatever the transport.
/// </summary>
public sealed class LimitedCircuits(OpenCircuits circuits) : IHubFilter
{
    private const string Refusal = "Too many pages with live questions are open from here. Close some of them, and load this page again.";
    private static readonly object Key = new();

    /// <inheritdoc/>
    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var connection = context.Context;
        var place = circuits.Enter(connection.User?.LearnerId(), connection.GetHttpContext()?.Connection.RemoteIpAddress) ?? throw new HubException(Refusal);
        connection.Items[Key] = place;
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch
        {
            place.Dispose(); // What did not connect is not said to disconnect either.
            throw;
        }
    }

    /// <inheritdoc/>
    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.Context.Items.TryGetValue(Key, out var place)) ((IDisposable)place!).Dispose();
        return next(context, exception);
    }

    /// <summary>Answers 429 to whoever asks for one circuit too many. Comes after it is known who asks.</summary>
    internal static Task Refuse(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var isNew = request.Path.StartsWithSegments(SameOrigin.CircuitPath, out var rest) && (rest == "/negotiate" || (!rest.HasValue && !request.Query.ContainsKey("id")));
        if (!isNew || context.RequestServices.GetRequiredService<OpenCircuits>().HasRoom(context.User.LearnerId(), context.Connection.RemoteIpAddress)) return next(context);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Refusal, context.RequestAborted);
    }
}
