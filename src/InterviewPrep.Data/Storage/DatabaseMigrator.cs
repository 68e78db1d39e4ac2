using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewPrep.Data.Storage;

/// <summary>
/// Brings the database to the form that this version needs. The framework's own lock is a row that a killed process leaves
/// behind, and every later start waits for it without end; here a lock of the operating system, which ends with the process,
/// comes first, so that whoever holds it may take such a row away.
/// </summary>
public sealed class DatabaseMigrator(IDbContextFactory<InterviewPrepContext> contexts, DatabaseSettings settings)
{
    private const string LockSuffix = ".migrating";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Applies what is missing; one process at a time.</summary>
    /// <param name="patience">How long to wait for another process that is at it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many migrations were applied.</returns>
    /// <exception cref="SettingException">It cannot be done; the message says what to do.</exception>
    public async Task<int> MigrateAsync(TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            if (IsCurrentFile()) return 0;
            await using var context = await contexts.CreateDbContextAsync(cancellation).ConfigureAwait(false);
            if (settings.File is not null) await WriteAheadAsync(context, cancellation).ConfigureAwait(false);
            if (await IsCurrentAsync(context, cancellation).ConfigureAwait(false)) return 0;
            await using var own = await LockAsync(patience, cancellation).ConfigureAwait(false);
            var pending = (await context.Database.GetPendingMigrationsAsync(cancellation).ConfigureAwait(false)).Count();
            if (settings.IsSqlite) await ForgetLockAsync(context, cancellation).ConfigureAwait(false);
            context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            if (pending > 0) await context.Database.MigrateAsync(cancellation).ConfigureAwait(false);
            return pending;
        }
        catch (Exception e) when (e is not SettingException && StorageFaults.Of(e) is { } fault)
        {
            throw new SettingException(fault switch
            {
                StorageFault.Corrupt => $"The database {settings.Place} is damaged, so nothing is written to it. Run the command “doctor”: it names the newest good backup, which “restore” brings back.",
                StorageFault.Full => $"There is no room left where the database {settings.Place} is. Make room and start again.",
                StorageFault.ReadOnly => $"The database {settings.Place} may only be read. Give this process the right to write there, or set Database:ConnectionString.",
                _ => $"The database {settings.Place} cannot be used: {e.Message}",
            });
        }
    }

    /// <summary>
    /// Looks by itself at a file, as nearly every start finds it: the framework takes half as long as the rest of a start to make ready for
    /// the first question.
    /// </summary>
    private bool IsCurrentFile()
    {
        if (settings.File is not { } path || new DatabaseFile(path) is not { Exists: true } file || !file.IsWriteAhead() || file.Migrations() is not { } applied) return false;
        var known = Assembly.Load(DatabaseOptions.SqliteMigrations).GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();
        return known.ToHashSet(StringComparer.Ordinal).SetEquals(applied);
    }

    /// <summary>Readers and a writer do not wait for each other. The file remembers it, so that it is work once only.</summary>
    private static Task<int> WriteAheadAsync(InterviewPrepContext context, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellation);

    /// <summary>Looks without taking a lock.</summary>
    private async Task<bool> IsCurrentAsync(InterviewPrepContext context, CancellationToken cancellation)
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = await AppliedAsync(context, cancellation).ConfigureAwait(false);
        if (applied.FirstOrDefault(a => !known.Contains(a)) is { } newer)
            throw new SettingException($"The database {settings.Place} was made by a newer version of this application (it has “{newer}”). Run that version, or restore an older backup.");
        return known.IsSubsetOf(applied);
    }

    /// <summary>Of a file by a plain query: the framework makes a model of its own to read one column. A server may have no such database yet.</summary>
    private async Task<IReadOnlyCollection<string>> AppliedAsync(InterviewPrepContext context, CancellationToken cancellation)
    {
        if (!settings.IsSqlite) return [.. await context.Database.GetAppliedMigrationsAsync(cancellation).ConfigureAwait(false)];
        return await IsThereAsync(context, "__EFMigrationsHistory", cancellation).ConfigureAwait(false)
            ? await ReadAsync(context, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId", r => r.GetString(0), cancellation).ConfigureAwait(false)
            : [];
    }

    private static async Task<bool> IsThereAsync(InterviewPrepContext context, string table, CancellationToken cancellation) =>
        (await ReadAsync(context, $"SELECT 1 FROM sqlite_master WHERE name = '{table}'", r => r.GetInt32(0), cancellation).ConfigureAwait(false)).Count > 0;

    private static async Task<List<T>> ReadAsync<T>(InterviewPrepContext context, string query, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = query;
            await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) rows.Add(read(reader));
            return rows;
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Takes away the row of a process that was killed while it migrated.</summary>
    private static async Task ForgetLockAsync(InterviewPrepContext context, CancellationToken cancellation)
    {
        if (await IsThereAsync(context, "__EFMigrationsLock", cancellation).ConfigureAwait(false)) await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellation).ConfigureAwait(false);
    }

    private async Task<IAsyncDisposable> LockAsync(TimeSpan patience, CancellationToken cancellation)
    {
        if (settings.File is not { } file) return Nothing.Instance; // The server's own lock ends with its connection.
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(file + LockSuffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1); // It stays: once deleted, two could hold two files of this name.
            }
            catch (IOException) when (waited < patience)
            {
                await Task.Delay(Pause, cancellation).ConfigureAwait(false);
            }
            catch (IOException)
            {
                throw new SettingException($"Another process is changing the form of the database {settings.Place} and has not finished in {patience.TotalSeconds:0} seconds. Wait for it, or end it, and start again.");
            }
        }
    }

    private sealed class Nothing : IAsyncDisposable
    {
        public static readonly Nothing Instance = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
