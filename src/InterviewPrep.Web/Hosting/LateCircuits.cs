using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints.Infrastructure;
using Microsoft.Extensions.Primitives;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// The endpoints of circuits, made when the application has started or the first browser asks for one. For each method of their hub the
/// framework compiles how it is called, which takes a tenth of a start; nobody who reads a page waits for it here.
/// </summary>
public sealed class LateCircuits(IServiceProvider services) : EndpointDataSource, IDisposable
{
    private readonly Lock _making = new();
    private CancellationTokenSource _change = new();
    private Func<IEnumerable<EndpointBuilder>>? _make;
    private volatile IReadOnlyList<Endpoint>? _made;

    /// <inheritdoc/>
    public override IReadOnlyList<Endpoint> Endpoints => _made ?? [];

    /// <summary>Puts the framework's own endpoints of circuits off. To be called when interactive components are added.</summary>
    public static void Register(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var own = services.Single(s => s.ServiceType == typeof(RenderModeEndpointProvider) && s.ImplementationType is not null);
        services.Remove(own);
        services.AddSingleton<LateCircuits>();
        services.AddSingleton<RenderModeEndpointProvider>(provider => new PutOff(
            (RenderModeEndpointProvider)ActivatorUtilities.CreateInstance(provider, own.ImplementationType!), provider.GetRequiredService<LateCircuits>()));
    }

    /// <inheritdoc/>
    public override IChangeToken GetChangeToken() => new CancellationChangeToken(_change.Token);

    /// <summary>Makes them, once.</summary>
    public void Make()
    {
        if (_made is not null) return;
        _ = services.GetRequiredService<EndpointDataSource>().Endpoints; // So that they are known.
        lock (_making)
        {
            if (_made is not null) return;
            _made = [.. (_make?.Invoke() ?? []).Select(e => e.Build())];
        }

        using var before = Interlocked.Exchange(ref _change, new CancellationTokenSource());
        before.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose() => _change.Dispose();

    private sealed class PutOff(RenderModeEndpointProvider own, LateCircuits late) : RenderModeEndpointProvider
    {
        public override bool Supports(IComponentRenderMode renderMode) => own.Supports(renderMode);

        public override IEnumerable<RouteEndpointBuilder> GetEndpointBuilders(IComponentRenderMode renderMode, IApplicationBuilder applicationBuilder)
        {
            late._make = () => own.GetEndpointBuilders(renderMode, applicationBuilder);
            return [];
        }
    }
}
