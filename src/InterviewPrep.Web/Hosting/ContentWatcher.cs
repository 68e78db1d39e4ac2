using InterviewPrep.Content.Serving;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// Reloads the course when its folder changes, once for many edits at a time; then inspects the new edition in the
/// background. Without a folder to watch it only inspects.
/// </summary>
public sealed class ContentWatcher : BackgroundService
{
    /// <summary>How long the folder must be quiet before it is read.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(30);

    /// <summary>How long after the start the first readers have the machine for themselves before the engines are loaded.</summary>
    private static readonly TimeSpan Head = TimeSpan.FromSeconds(1);

    /// <summary>How long nothing must have changed before everything is inspected, which is work for many seconds.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);

    private readonly CourseCatalog _catalog;
    private readonly ILogger<ContentWatcher> _logger;

    // Not disposed of: the system may still tell of a change then, and without a wait handle it holds nothing.
    private readonly SemaphoreSlim _changed = new(0);

    /// <summary>For one catalog.</summary>
    public ContentWatcher(CourseCatalog catalog, ILogger<ContentWatcher> logger)
    {
        _catalog = catalog;
        _logger = logger;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watcher = Watch();
        var isChanged = await _changed.WaitAsync(Head, stoppingToken).ConfigureAwait(false);
        await Task.Factory.StartNew(_catalog.WarmUp, stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        for (; !stoppingToken.IsCancellationRequested; isChanged = false)
        {
            if (!isChanged && !await _changed.WaitAsync(Calm, stoppingToken).ConfigureAwait(false)) await InspectUntilChangedAsync(stoppingToken).ConfigureAwait(false);
            while (await _changed.WaitAsync(Quiet, stoppingToken).ConfigureAwait(false))
            {
            }

            Reload();
        }
    }

    /// <summary>Renders everything once for its diagnostics; a change of the folder stops it.</summary>
    private async Task InspectUntilChangedAsync(CancellationToken stoppingToken)
    {
        using var inspection = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var inspected = Task.Factory.StartNew(() => _catalog.Inspect(inspection.Token), inspection.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await _changed.WaitAsync(stoppingToken).ConfigureAwait(false);
        await inspection.CancelAsync().ConfigureAwait(false);
        await inspected.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Reload()
    {
        try
        {
            _catalog.Reload();
        }
        catch (IOException e)
        {
            _logger.LogError(e, "The content folder could not be read again; the last good edition stays.");
        }
    }

    private FileSystemWatcher? Watch()
    {
        if (!Directory.Exists(_catalog.Root)) return null;
        var watcher = new FileSystemWatcher(_catalog.Root) { IncludeSubdirectories = true, InternalBufferSize = 64 * 1024 };
        watcher.Changed += (_, _) => _changed.Release();
        watcher.Created += (_, _) => _changed.Release();
        watcher.Deleted += (_, _) => _changed.Release();
        watcher.Renamed += (_, _) => _changed.Release();
        watcher.Error += (_, _) => _changed.Release();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
