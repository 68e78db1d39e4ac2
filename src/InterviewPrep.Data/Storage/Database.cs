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
    /// <summary>How often a change is tried on a server when others come in between.</summary>
    private const int Tries = 5;

    /// <summary>How many commits to an embedded database are written ahead before they are brought to their places: about 10 MB.</summary>
    private const int CommitsAhead = 64;

    /// <summary>How long a writer waits to be let in: longer than one waits for another process, which holds up all behind it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly IDbContextFactory<InterviewPrepContext> _contexts;
    private readonly SemaphoreSlim? _writers;
    private readonly GroupCommit _together = new();
    private readonly DatabaseDamage _damage;
    private int _commits;

    /// <summary>Over a factory of contexts.</summary>
    /// <param name="contexts">The factory.</param>
    /// <param name="settings">Which database it is.</param>
    /// <param name="damage">Where damage of the file is noted.</param>
    public Database(IDbContextFactory<InterviewPrepContext> contexts, DatabaseSettings settings, DatabaseDamage? damage = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _contexts = contexts;
        _writers = settings.IsSqlite ? new SemaphoreSlim(1) : null;
        _damage = damage ?? new DatabaseDamage();
    }

    /// <summary>The last time that commits were brought to their places.</summary>
    internal Task Checkpoint { get; private set; } = Task.CompletedTask;

    /// <summary>Reads.</summary>
    /// <exception cref="StorageException">The database could not.</exception>
    public Task<T> ReadAsync<T>(Func<InterviewPrepContext, Task<T>> query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ExplainAsync(
            async () =>
            {
                await using var context = await _contexts.CreateDbContextAsync(cancellation).ConfigureAwait(false);
                context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
                return await query(context).ConfigureAwait(false);
            });
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
    /// <param name="change">The change; on a server it is made again from the start when somebody else's came in between.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StorageException">The database could not.</exception>
    public Task<T> WriteAsync<T>(Func<InterviewPrepContext, Task<T>> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        return InTurnAsync(
            async () =>
            {
                for (var tries = 1; ; tries++)
                {
                    try
                    {
                        return await CommitAsync(change, cancellation).ConfigureAwait(false);
                    }
                    catch (Exception e) when (tries < Tries && StorageFaults.IsRace(e))
                    {
                    }
                }
            },
            cancellation);
    }

    /// <summary>
    /// Writes a small change that many make at the same time: of an embedded database those that wait for their turn are committed with
    /// it, since each commit waits for the disk.
    /// </summary>
    /// <param name="change">The change; made again from the start when another of its group fails.</param>
    /// <param name="cancellation">Gives up; after the change was made it is committed all the same.</param>
    /// <exception cref="StorageException">The database could not.</exception>
    public async Task<T> WriteTogetherAsync<T>(Func<InterviewPrepContext, Task<T>> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (_writers is null) return await WriteAsync(change, cancellation).ConfigureAwait(false);
        var own = _together.Add(change, cancellation);
        try
        {
            await InTurnAsync(
                async () =>
                {
                    await _together.CommitUntilAsync(own, group => ExplainAsync(() => CommitAsync(WithoutResult(group), CancellationToken.None))).ConfigureAwait(false);
                    return true;
                },
                cancellation).ConfigureAwait(false);
        }
        catch (Exception) when (!own.TryTake())
        {
            // Somebody has made it already or is at it, so that it is not given up any more.
        }

        return await own.Result.ConfigureAwait(false);
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<InterviewPrepContext, Task> change, CancellationToken cancellation) => WriteAsync(WithoutResult(change), cancellation);

    /// <summary>Lets a writer in when it is its turn. Whoever is in must not ask again.</summary>
    /// <exception cref="StorageException">It did not get its turn, or the database could not.</exception>
    internal async Task<T> InTurnAsync<T>(Func<Task<T>> write, CancellationToken cancellation)
    {
        if (_writers is not null && !await _writers.WaitAsync(Patience, cancellation).ConfigureAwait(false)) throw new StorageException(StorageFault.Busy);
        try
        {
            if (_damage.IsKnown) throw new StorageException(StorageFault.Corrupt);
            return await ExplainAsync(write).ConfigureAwait(false);
        }
        finally
        {
            _writers?.Release();
        }
    }

    /// <summary>The same for the few who cannot wait otherwise than by holding their thread.</summary>
    internal T InTurn<T>(Func<T> write)
    {
        if (_writers is not null && !_writers.Wait(Patience)) throw new StorageException(StorageFault.Busy);
        try
        {
            if (_damage.IsKnown) throw new StorageException(StorageFault.Corrupt);
            return write();
        }
        catch (Exception e) when (StorageFaults.Of(e) is { } fault)
        {
            throw Failed(fault, e);
        }
        finally
        {
            _writers?.Release();
        }
    }

    private async Task<T> CommitAsync<T>(Func<InterviewPrepContext, Task<T>> change, CancellationToken cancellation)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellation).ConfigureAwait(false);
        context.Database.AutoSavepointsEnabled = false; // All of it or nothing: nobody goes back half-way.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var result = await change(context).ConfigureAwait(false);
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        if (_writers is not null && ++_commits % CommitsAhead == 0 && Checkpoint.IsCompleted) Checkpoint = Task.Run(CheckpointAsync, CancellationToken.None);
        return result;
    }

    /// <summary>Nobody waits for it, and nobody is the worse for it when it fails: the engine does it later.</summary>
    private async Task CheckpointAsync()
    {
        try
        {
            await using var context = await _contexts.CreateDbContextAsync().ConfigureAwait(false);
            await context.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(PASSIVE)").ConfigureAwait(false);
        }
        catch (Exception e) when (StorageFaults.Of(e) is not null)
        {
        }
    }

    private static Func<InterviewPrepContext, Task<bool>> WithoutResult(Func<InterviewPrepContext, Task> change) => async context =>
    {
        await change(context).ConfigureAwait(false);
        return true;
    };

    /// <summary>Says of a driver's exception what it means.</summary>
    private async Task<T> ExplainAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (StorageFaults.Of(e) is { } fault)
        {
            throw Failed(fault, e);
        }
    }

    private StorageException Failed(StorageFault fault, Exception cause)
    {
        if (fault == StorageFault.Corrupt) _damage.Note();
        return new StorageException(fault, cause);
    }

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
