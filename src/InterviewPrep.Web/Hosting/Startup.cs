using System.Net.Sockets;
using System.Security.Cryptography;
using InterviewPrep.Content.Serving;
using InterviewPrep.Data.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;

namespace InterviewPrep.Web.Hosting;

/// <summary>Starting, and failing to start in one clear line.</summary>
public static class Startup
{
    /// <summary>Where the application listens when nothing says otherwise.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    private const int Failure = 1;
    private static readonly TimeSpan WarmUpDelay = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan MigrationPatience = TimeSpan.FromSeconds(30);

    /// <summary>Whether it has come so far that its log is worth reading.</summary>
    public static bool IsListening { get; private set; }

    /// <summary>
    /// The files that a publish puts beside the application, from whatever folder it is started; of a build, which has them where they were
    /// made, <see langword="null"/>.
    /// </summary>
    public static string? PublishedRoot() => Path.Combine(AppContext.BaseDirectory, "wwwroot") is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>Prints a line to standard error and gives the exit code.</summary>
    public static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return Failure;
    }

    /// <summary>Starts, says where, and runs until it is told to stop.</summary>
    /// <param name="app">The application.</param>
    /// <param name="map">Maps what is served; the course is read and the database is prepared beside it.</param>
    public static async Task<int> RunAsync(WebApplication app, Action map)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(map);
        try
        {
            var course = Task.Run(app.Services.GetRequiredService<CourseCatalog>);
            var database = Task.Run(() => PrepareAsync(app.Services));
            map();
            var endpoints = Task.Run(() => MakeEndpoints(app)); // The first request waits for them, the server need not.
            await course.ConfigureAwait(false);
            if (await database.ConfigureAwait(false) is { } damage) return Fail(damage);
            await app.StartAsync().ConfigureAwait(false);
            await endpoints.ConfigureAwait(false);
            _ = WarmUpAsync(app.Services);
        }
        catch (SettingException e)
        {
            return Fail(e.Message);
        }
        catch (StorageException e)
        {
            return Fail($"The database cannot be used: {e.InnerException?.Message ?? e.Message}");
        }
        catch (IOException e) when (e.InnerException is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse })
        {
            return Fail($"{e.Message.TrimEnd('.')}. Stop the other program, or choose another address with --urls http://localhost:5081.");
        }
        catch (Exception e) when (e is FormatException or ArgumentException or SocketException or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" })
        {
            return Fail($"The address in --urls or ASPNETCORE_URLS cannot be used: {e.Message}");
        }

        IsListening = true;
        foreach (var url in app.Urls) Console.WriteLine($"InterviewPrep is at {url}  (course: {app.Services.GetRequiredService<CourseCatalog>().Root})");
        await app.WaitForShutdownAsync().ConfigureAwait(false);
        return 0;
    }

    /// <summary>Brings the database to its form, and reads the keys of cookies from it.</summary>
    /// <returns>How it is damaged, in one line; <see langword="null"/> when it can be used.</returns>
    private static async Task<string?> PrepareAsync(IServiceProvider services)
    {
        var integrity = services.GetRequiredService<DatabaseIntegrity>();
        if (!integrity.IsLarge && integrity.Check() is { } damage) return damage;
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(MigrationPatience, CancellationToken.None).ConfigureAwait(false);
        try
        {
            services.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(Startup)).Protect([]);
        }
        catch (CryptographicException)
        {
            // The framework reads them again when it starts, and logs why it cannot; pages that need none are served all the same.
        }

        return null;
    }

    /// <summary>Makes ready for learners, once the first request, which comes at once where there was a start before, has had the processor.</summary>
    private static async Task WarmUpAsync(IServiceProvider services)
    {
        await Task.Delay(WarmUpDelay).ConfigureAwait(false);
        DatabaseOptions.WarmUp();
        services.GetRequiredService<LateCircuits>().Make();
    }

    /// <summary>Makes the endpoints of pages, which the framework otherwise does when the database is ready.</summary>
    private static void MakeEndpoints(IEndpointRouteBuilder routes)
    {
        foreach (var source in routes.DataSources) _ = source.Endpoints;
    }
}
