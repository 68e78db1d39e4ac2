using InterviewPrep.Content.Serving;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InterviewPrep.Web.Hosting;

/// <summary>Ready when there is something to read.</summary>
public sealed class CourseHealth : IHealthCheck
{
    private readonly CourseCatalog _catalog;

    /// <summary>For one catalog.</summary>
    public CourseHealth(CourseCatalog catalog) => _catalog = catalog;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var edition = _catalog.Current;
        if (edition.Loaded.IsEmpty) return Task.FromResult(HealthCheckResult.Unhealthy("No course is loaded."));
        return Task.FromResult(_catalog.Rejected.IsEmpty
            ? HealthCheckResult.Healthy($"Edition {edition.Number} with {edition.Course.Lessons.Length} lessons.")
            : HealthCheckResult.Degraded($"Edition {edition.Number} is served; a newer edit has errors."));
    }
}
