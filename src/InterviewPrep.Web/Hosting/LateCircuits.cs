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
    private volatile IReadOnlyList<Endpoint> _endpoints = [];
    private volatile bool _isMade;

    /// <inheritdoc/>
    public override IReadOnlyList<Endpoint> Endpoints => _endpoints;

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

    /// <summary>Makes them, once; whoever comes meanwhile waits until requests find them.</summary>
    public void Make()
    {
        if (_isMade) return;
        _ = services.GetRequiredService<EndpointDataSource>().Endpoints; // So that they are known.
        lock (_making)
        {
            if (_isMade) return;
            _endpoints = [.. (_make?.Invoke() ?? []).Select(e => e.Build())];
            Interlocked.Exchange(ref _change, new CancellationTokenSource()).Cancel(); // Not disposed: somebody may be about to ask it for its token.
            _isMade = true;
        }
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
