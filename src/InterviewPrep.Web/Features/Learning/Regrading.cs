using InterviewPrep.Content.Serving;
using InterviewPrep.Data.Answers;

namespace InterviewPrep.Web.Features.Learning;

/// <summary>
/// Marks the past again where a key was mended: at the start, and whenever another edition of the course is served. What the database
/// cannot do now is tried again, first after a minute, then after ever longer; what was marked before stays marked.
/// </summary>
public sealed partial class Regrading : BackgroundService
{
    /// <summary>How long the first wait is; each is twice as long as the one before.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private readonly CourseCatalog _catalog;
    private readonly RegradeStore _regrades;
    private readonly TimeProvider _time;
    private readonly ILogger<Regrading> _logger;
    private readonly SemaphoreSlim _changed = new(1);

    /// <summary>For one catalog.</summary>
    public Regrading(CourseCatalog catalog, RegradeStore regrades, TimeProvider time, ILogger<Regrading> logger)
    {
        (_catalog, _regrades, _time, _logger) = (catalog, regrades, time, logger);
        _catalog.Changed += OnChanged;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _changed.WaitAsync(stoppingToken).ConfigureAwait(false);
            for (var wait = FirstWait; !await TryAsync(wait, stoppingToken).ConfigureAwait(false); wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
                await Task.Delay(wait, _time, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _catalog.Changed -= OnChanged;
        _changed.Dispose();
        base.Dispose();
    }

    private async Task<bool> TryAsync(TimeSpan wait, CancellationToken stoppingToken)
    {
        var edition = _catalog.Current;
        try
        {
            var (marked, changed, leftOut) = await _regrades.RegradeAsync(edition.Course, _time.GetUtcNow().UtcDateTime, stoppingToken).ConfigureAwait(false);
            if (marked > 0) LogMarked(edition.Number, marked, changed, leftOut);
            else LogNothing(edition.Number, leftOut);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One answer that cannot be read must not end the application, whatever the reason.
            LogFailed(e, wait.TotalMinutes);
            return false;
        }
    }

    private void OnChanged(CourseEdition edition) => _changed.Release();

    [LoggerMessage(LogLevel.Information, "Edition {Edition}: {Marked} answers were marked again because keys were mended; {Changed} marks changed, {LeftOut} answers say nothing to the new version.")]
    private partial void LogMarked(long edition, int marked, int changed, int leftOut);

    [LoggerMessage(LogLevel.Debug, "Edition {Edition}: nothing to mark again; {LeftOut} answers say nothing to the new version.")]
    private partial void LogNothing(long edition, int leftOut);

    [LoggerMessage(LogLevel.Error, "Answers could not be marked again. Their marks stay as they are; it is tried again in {Minutes} minutes.")]
    private partial void LogFailed(Exception exception, double minutes);
}
