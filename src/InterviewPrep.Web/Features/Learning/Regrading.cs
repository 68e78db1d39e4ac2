using InterviewPrep.Content.Serving;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Storage;

namespace InterviewPrep.Web.Features.Learning;

/// <summary>Marks the past again where a key was mended: at the start, and whenever another edition of the course is served.</summary>
public sealed class Regrading : BackgroundService
{
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
            try
            {
                var (marked, changed, leftOut) = await _regrades.RegradeAsync(_catalog.Current.Course, _time.GetUtcNow().UtcDateTime, stoppingToken).ConfigureAwait(false);
                if (marked > 0) _logger.LogInformation("{Marked} answers were marked again because keys were mended; {Changed} marks changed, {LeftOut} answers say nothing to the new version.", marked, changed, leftOut);
            }
            catch (StorageException e)
            {
                _logger.LogError(e, "Answers could not be marked again; it is tried with the next edition or start.");
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _catalog.Changed -= OnChanged;
        _changed.Dispose();
        base.Dispose();
    }

    private void OnChanged(CourseEdition edition) => _changed.Release();
}
