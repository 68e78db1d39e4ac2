using InterviewPrep.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InterviewPrep.Web.Hosting;

/// <summary>Ready when the database answers.</summary>
public sealed class DatabaseHealth : IHealthCheck
{
    private readonly IDbContextFactory<InterviewPrepContext> _contexts;

    /// <summary>For one database.</summary>
    public DatabaseHealth(IDbContextFactory<InterviewPrepContext> contexts) => _contexts = contexts;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var database = await _contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await database.Database.CanConnectAsync(cancellationToken).ConfigureAwait(false)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}
