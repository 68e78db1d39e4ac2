using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InterviewPrep.Data.Storage;

/// <summary>Tells what an exception of a database driver means.</summary>
internal static class StorageFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    /// <summary>The fault, or <see langword="null"/> for a defect of ours.</summary>
    public static StorageFault? Of(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => Of(inner),
        SqliteException { SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique } => StorageFault.Duplicate,
        SqliteException e => e.SqliteErrorCode switch
        {
            Busy or Locked => StorageFault.Busy,
            ReadOnly => StorageFault.ReadOnly,
            Full or InputOutput => StorageFault.Full, // A full disk shows as either, by the file that is written.
            Corrupt or NotADatabase => StorageFault.Corrupt,
            CannotOpen => StorageFault.Unavailable,
            _ => null,
        },
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => StorageFault.Duplicate,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StorageFault.Full,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => StorageFault.ReadOnly,
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DeadlockDetected } => StorageFault.Busy,
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => StorageFault.Corrupt,
        NpgsqlException { IsTransient: true } => StorageFault.Unavailable,
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or TimeoutException or IOException } => StorageFault.Unavailable,
        _ => null,
    };
}
