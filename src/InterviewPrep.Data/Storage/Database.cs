using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InterviewPrep.Data.Storage;

/// <summary>
/// One context per operation. Of an embedded database only one writer at a time is let in, in order of asking: writers that
/// meet inside the file wait in steps of its own that add up to seconds, here they wait for one commit each.
/// </summary>
public sealed class Database : IDisposable
{
    private readonly IDbContextFactory<InterviewPrepContext> _contexts;
    private readonly SemaphoreSlim? _writers;

    /// <summary>Over a factory of contexts.</summary>
    /// <param name="contexts">The factory.</param>
    /// <param name="settings">Which database it is.</param>
    public Database(IDbContextFactory<InterviewPrepContext> contexts, DatabaseSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _contexts = contexts;
        _writers = settings.IsSqlite ? new SemaphoreSlim(1) : null;
    }

    /// <summary>Reads.</summary>
    /// <exception cref="StorageException">The database could not.</exception>
    public async Task<T> ReadAsync<T>(Func<InterviewPrepContext, Task<T>> query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        try
        {
            await using var context = await _contexts.CreateDbContextAsync(cancellation).ConfigureAwait(false);
            context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            return await query(context).ConfigureAwait(false);
        }
        catch (Exception e) when (StorageFaults.Of(e) is { } fault)
        {
            throw new StorageException(fault, e);
        }
    }

    /// <summary>Reads by several queries what was true at one moment; holds up no writer.</summary>
    /// <exception cref="StorageException">The database could not.</exception>
    public Task<T> ReadConsistentlyAsync<T>(Func<InterviewPrepContext, Task<T>> query, CancellationToken cancellation) =>
        ReadAsync(
            async context =>
            {
                ArgumentNullException.ThrowIfNull(query);
                await using var transaction = await BeginReadingAsync(context, cancellation).ConfigureAwait(false);
                return await query(context).ConfigureAwait(false);
            },
            cancellation);

    /// <summary>Writes: all of it is committed when the task ends, or nothing.</summary>
    /// <exception cref="StorageException">The database could not.</exception>
    public async Task<T> WriteAsync<T>(Func<InterviewPrepContext, Task<T>> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (_writers is not null) await _writers.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var context = await _contexts.CreateDbContextAsync(cancellation).ConfigureAwait(false);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            var result = await change(context).ConfigureAwait(false);
            await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return result;
        }
        catch (Exception e) when (StorageFaults.Of(e) is { } fault)
        {
            throw new StorageException(fault, e);
        }
        finally
        {
            _writers?.Release();
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<InterviewPrepContext, Task> change, CancellationToken cancellation) =>
        WriteAsync(
            async context =>
            {
                await change(context).ConfigureAwait(false);
                return true;
            },
            cancellation);

    /// <summary>The embedded database's transactions begin as a writer's unless told otherwise.</summary>
    private static async Task<IDbContextTransaction> BeginReadingAsync(InterviewPrepContext context, CancellationToken cancellation)
    {
        if (context.Database.GetDbConnection() is not SqliteConnection connection)
            return await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);
        await context.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        return (await context.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellation).ConfigureAwait(false))!;
    }

    /// <inheritdoc/>
    public void Dispose() => _writers?.Dispose();
}
