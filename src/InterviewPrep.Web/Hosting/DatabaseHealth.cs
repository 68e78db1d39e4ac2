using InterviewPrep.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InterviewPrep.Web.Hosting;

/// <summary>Ready when the database answers; whatever it throws instead is the report's.</summary>
public sealed class DatabaseHealth : IHealthCheck
{
    private readonly IDbContextFactory<InterviewPrepContext> _contexts;

    /// <summary>For one database.</summary>
    public DatabaseHealth(IDbContextFactory<InterviewPrepContext> contexts) => _contexts = contexts;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var database = await _contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await database.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken).ConfigureAwait(false);
        return HealthCheckResult.Healthy();
    }
}
