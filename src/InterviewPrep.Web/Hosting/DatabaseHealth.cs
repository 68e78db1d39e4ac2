using InterviewPrep.Data;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InterviewPrep.Web.Hosting;

/// <summary>Ready when the database answers; whatever it throws instead is the report's.</summary>
public sealed class DatabaseHealth : IHealthCheck
{
    private readonly IDbContextFactory<InterviewPrepContext> _contexts;
    private readonly DatabaseDamage _damage;

    /// <summary>For one database.</summary>
    public DatabaseHealth(IDbContextFactory<InterviewPrepContext> contexts, DatabaseDamage damage)
    {
        _contexts = contexts;
        _damage = damage;
    }

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (_damage.IsKnown) return HealthCheckResult.Unhealthy("The database file is damaged; nothing is written to it.");
        await using var database = await _contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await database.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken).ConfigureAwait(false);
        return HealthCheckResult.Healthy();
    }
}
