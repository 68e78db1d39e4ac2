using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.JSInterop;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// Each circuit has JSON options of its own. What they learn about a boxed number that goes to the browser is also what each of the
/// thirty interfaces looks like that numbers implement, and they keep it: some 25 KB of every circuit, for types that are never
/// written as such. Here they learn nothing about those.
/// </summary>
internal static class InteropJson
{
    /// <summary>Describes all other types as the framework does.</summary>
    public static IJsonTypeInfoResolver Resolver { get; } = new WithoutNumberInterfaces();

    /// <summary>Gives the circuits' options the resolver. To be called after the circuits are registered.</summary>
    public static void Trim(IServiceCollection services)
    {
        var runtime = services.LastOrDefault(s => s.ServiceType == typeof(IJSRuntime));
        if (runtime?.ImplementationType is not { } type || !type.IsAssignableTo(typeof(JSRuntime))) return;
        services.Replace(ServiceDescriptor.Describe(typeof(IJSRuntime), provider => Trimmed((JSRuntime)ActivatorUtilities.CreateInstance(provider, type)), runtime.Lifetime));
    }

    private static JSRuntime Trimmed(JSRuntime runtime)
    {
        OptionsOf(runtime).TypeInfoResolver = Resolver;
        return runtime;
    }

    /// <summary>The framework shows them to classes that derive from its own, but does not let anybody derive one for circuits.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    private static extern JsonSerializerOptions OptionsOf(JSRuntime runtime);

    private sealed class WithoutNumberInterfaces : DefaultJsonTypeInfoResolver
    {
        public override JsonTypeInfo GetTypeInfo(Type type, JsonSerializerOptions options) =>
            type is { IsInterface: true, Namespace: "System" or "System.Numerics" } ? null! : base.GetTypeInfo(type, options);
    }
}
