using InterviewPrep.Data.Storage;

namespace InterviewPrep.Web.Hosting;

/// <summary>Looks whether a large database file is damaged while pages are served already; a small one was looked at before.</summary>
public sealed class DatabaseWatch(DatabaseIntegrity integrity, ILogger<DatabaseWatch> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        integrity.IsLarge ? Task.Factory.StartNew(Check, stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default) : Task.CompletedTask;

    private void Check()
    {
        try
        {
            if (integrity.Check() is { } damage) logger.LogCritical("{Damage}", damage);
        }
        catch (StorageException e)
        {
            logger.LogError(e, "The database file could not be looked at.");
        }
    }
}
