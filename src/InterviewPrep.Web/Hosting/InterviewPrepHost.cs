using System.IO.Compression;
using InterviewPrep.Content.Serving;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Checks;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Planning;
using InterviewPrep.Web.Features.Loops;
using InterviewPrep.Web.Features.Mails;
using InterviewPrep.Web.Features.Progress;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Quizzes;
using InterviewPrep.Web.Features.Settings;
using InterviewPrep.Web.Features.Theme;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace InterviewPrep.Web.Hosting;

/// <summary>Puts the application together.</summary>
public static class InterviewPrepHost
{
    private const string Ready = "ready";

    // An application that has schemes and does not say this gets the framework's authentication in front of everything: a fifth of what a
    // kept page costs.
    private const string HasAuthentication = "__AuthenticationMiddlewareSet";

    /// <summary>Services.</summary>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static void AddInterviewPrep(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AddCourse(builder); // First: it is read beside the rest.
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls(Startup.DefaultUrl);
        builder.WebHost.UseStaticWebAssets();
        Default(builder, "ReloadStaticAssetsAtRuntime", "false"); // Of a build, not a publish, the framework would compress assets anew for each request, and knows gzip only.
        Default(builder, "Logging:LogLevel:Microsoft", "Warning"); // Four lines a request cost more than the request.
        Default(builder, "Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information");
        Default(builder, "Logging:LogLevel:Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", "Error"); // Keys lie in the database; docs/operations.md says how to protect them.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => Startup.IsListening && level >= LogLevel.Warning); // Before that, Startup says it in one line.
        ConnectionLimits.Set(builder);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        var database = DatabaseSettings.Read(builder.Configuration);
        database.Prepare();
        services.AddDatabase(database);
        services.AddHostedService<DatabaseWatch>();
        services.AddHostedService<Features.Learning.Regrading>();
        services.AddDataProtection().SetApplicationName("InterviewPrep");
        StoredKeys.Register(services);
        services.AddSingleton<Answering>();
        services.AddSingleton<QuizStarter>();
        services.AddSingleton<RoundStarter>();
        services.AddScoped<CheckSessions>();
        services.AddSingleton(CircuitLimit.Read(builder.Configuration));
        services.AddSingleton<OpenCircuits>();
        services.AddSingleton<LimitedCircuits>();
        services.AddRazorComponents().AddInteractiveServerComponents(Circuits.Configure).AddHubOptions(Circuits.Limit);
        LateCircuits.Register(services);
        InteropJson.Trim(services);
        services.AddLearnerAuthentication(LearnerModeSetting.Read(builder.Configuration)).AddAccounts(builder.Configuration);
        services.AddAdministrators(builder.Configuration).AddMudPages();
        services.AddTrustedProxies(builder.Configuration);
        builder.AddMail();
        services.AddQuietAntiforgery();
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
        ((IApplicationBuilder)app).Properties[HasAuthentication] = true;
        app.UseTrustedProxies();
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", CreateScopeForErrors = true, StatusCodeSelector = StatusOf });
        app.UseSecurityHeaders(); // Inside the handler, which drops all headers of what failed and comes through here again.
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(ExplainByGet);
        app.UseSameOrigin();
        app.Use(MakeCircuits);
        app.UseRouting();
        app.UsePagePolicy();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseStateFreePages();
        app.UseWhen(PageCache.IsPersonal, personal => personal.UseAuthentication()); // A page for everybody asks nobody who they are.
        app.Use(LimitedCircuits.Refuse);
        app.UseAuthorization();
        app.UseAccountGate();
        app.UseAntiforgery();
        app.UseStaleForms();
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
        app.MapGuests();
        app.MapQuizzes();
        app.MapLoop();
        app.MapReading();
        app.MapPlan();
        app.MapAccounts();
        app.MapData();
        app.MapMemory();
        ((IEndpointRouteBuilder)app).DataSources.Add(app.Services.GetRequiredService<LateCircuits>());
        app.MapRazorComponents<TRoot>().AddInteractiveServerRenderMode(Circuits.Serve).Add(endpoint => Prepare(endpoint, app.Services));
    }

    /// <summary>The page that explains a failure is read, whatever the request was; its form need not be valid.</summary>
    private static Task ExplainByGet(HttpContext context, RequestDelegate next)
    {
        var isExplained = context.Features.Get<IExceptionHandlerFeature>() is not null
            || (context.Features.Get<IStatusCodeReExecuteFeature>() is not null && context.Response.StatusCode == StatusCodes.Status404NotFound);
        if (isExplained && !HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    private static Task MakeCircuits(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(SameOrigin.CircuitPath, StringComparison.OrdinalIgnoreCase)) context.RequestServices.GetRequiredService<LateCircuits>().Make();
        return next(context);
    }

    /// <summary>A request that cannot be read is the sender's fault, not ours.</summary>
    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException or AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ when StorageException.From(exception) is { } fault => StorageStatus.Of(fault),
        _ => StatusCodes.Status500InternalServerError,
    };

    private static void Default(WebApplicationBuilder builder, string key, string value) => builder.Configuration[key] ??= value;

    private static void Prepare(EndpointBuilder endpoint, IServiceProvider services)
    {
        AnswerHead(endpoint);
        if (IsCacheable(endpoint)) endpoint.Metadata.Add(new PageCache(services));
    }

    private static bool IsCacheable(EndpointBuilder endpoint) => endpoint.Metadata.OfType<CacheablePageAttribute>().Any();

    /// <summary>Pages are mapped for GET and POST only; whoever checks a link asks by HEAD.</summary>
    private static void AnswerHead(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is { } methods && methods.HttpMethods.Contains(HttpMethods.Get))
            endpoint.Metadata.Add(new HttpMethodMetadata([.. methods.HttpMethods, HttpMethods.Head]));
    }

    private static void AddCourse(WebApplicationBuilder builder)
    {
        var location = ContentLocation.Find(builder.Configuration, builder.Environment.ContentRootPath, AppContext.BaseDirectory);
        if (location.Problem() is { } problem) throw new SettingException(problem);
        var loading = new CourseLoading(location.Path, TimeProvider.System);
        builder.Services.AddSingleton(location);
        builder.Services.AddSingleton(provider =>
        {
            var catalog = new CourseCatalog(loading, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<CourseCatalog>>());
            var pages = provider.GetRequiredService<IOutputCacheStore>();
            catalog.Changed += _ => pages.EvictByTagAsync(PageCache.Tag, CancellationToken.None).AsTask().Wait();
            return catalog;
        });
        builder.Services.AddHostedService<ContentWatcher>();
    }
}
