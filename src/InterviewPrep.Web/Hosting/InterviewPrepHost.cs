using System.IO.Compression;
using InterviewPrep.Content.Serving;
using InterviewPrep.Data;
using InterviewPrep.Web.Features.Theme;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewPrep.Web.Hosting;

/// <summary>Puts the application together.</summary>
public static class InterviewPrepHost
{
    private const string Ready = "ready";

    /// <summary>Services.</summary>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static void AddInterviewPrep(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls(Startup.DefaultUrl);
        builder.WebHost.UseStaticWebAssets();
        // Of a build, not a publish, the framework would compress assets anew for each request, and knows gzip only.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = 10_000;
            kestrel.Limits.MaxConcurrentUpgradedConnections = 2_000;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        AddCourse(builder);
        AddDatabase(services, DatabaseSettings.Read(builder.Configuration));
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddAntiforgery();
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(provider =>
            new QuietAntiforgery((IAntiforgery)ActivatorUtilities.CreateInstance(provider, AntiforgeryImplementation))));
        services.AddOutputCache(options => options.SizeLimit = 64 * 1024 * 1024);
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.AddHealthChecks()
            .AddCheck<CourseHealth>("course", tags: [Ready])
            .AddCheck<DatabaseHealth>("database", tags: [Ready]);
    }

    /// <summary>Middleware, from the outside in.</summary>
    public static void UseInterviewPrep(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseRouting();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseAntiforgery();
    }

    /// <summary>Endpoints.</summary>
    public static void MapInterviewPrep<TRoot>(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapStaticAssets();
        app.MapHealthChecks("/healthz");
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
        app.MapTheme();
        app.MapRazorComponents<TRoot>().AddInteractiveServerRenderMode().Add(KeepCacheablePages);
        var cache = app.Services.GetRequiredService<IOutputCacheStore>();
        app.Services.GetRequiredService<CourseCatalog>().Changed += _ => cache.EvictByTagAsync(PageCache.Tag, CancellationToken.None).AsTask().Wait();
    }

    private static Type AntiforgeryImplementation { get; } =
        typeof(IAntiforgery).Assembly.GetType("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery")
        ?? typeof(AntiforgeryOptions).Assembly.GetType("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", throwOnError: true)!;

    private static void KeepCacheablePages(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<CacheablePageAttribute>().Any()) endpoint.Metadata.Add(new PageCache());
    }

    private static void AddCourse(WebApplicationBuilder builder)
    {
        var location = ContentLocation.Find(builder.Configuration, builder.Environment.ContentRootPath, AppContext.BaseDirectory);
        if (location.Problem() is { } problem) throw new SettingException(problem);
        builder.Services.AddSingleton(location);
        builder.Services.AddSingleton(provider => new CourseCatalog(
            location.Path, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<CourseCatalog>>()));
        builder.Services.AddHostedService<ContentWatcher>();
    }

    private static void AddDatabase(IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings);
        services.AddPooledDbContextFactory<InterviewPrepContext>(options =>
        {
            if (settings.IsSqlite) options.UseSqlite(settings.ConnectionString);
            else options.UseNpgsql(settings.ConnectionString);
        });
    }
}
