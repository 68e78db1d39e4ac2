using System.Collections.Immutable;
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

    // A full disk shows in the file that is written, or in one beside it: write, fsync, dir_fsync, truncate, shmsize, shmmap.
    private static readonly ImmutableArray<int> CannotGrow = [.. new[] { 3, 4, 5, 6, 19, 21 }.Select(kind => InputOutput | kind << 8)];

    /// <summary>Whether the same change may go through at once when it is tried again: somebody else's came in between.</summary>
    public static bool IsRace(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => IsRace(inner),
        InvalidOperationException { InnerException: PostgresException inner } => IsRace(inner),
        PostgresException e => e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        _ => false,
    };

    /// <summary>The fault, or <see langword="null"/> for a defect of ours.</summary>
    public static StorageFault? Of(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => Of(inner),
        InvalidOperationException { InnerException: NpgsqlException inner } => Of(inner), // How EF passes on what another try may mend.
        SqliteException { SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique } => StorageFault.Duplicate,
        SqliteException e => e.SqliteErrorCode switch
        {
            Busy or Locked => StorageFault.Busy,
            ReadOnly => StorageFault.ReadOnly,
            Full => StorageFault.Full,
            InputOutput => CannotGrow.Contains(e.SqliteExtendedErrorCode) ? StorageFault.Full : StorageFault.Unavailable,
            Corrupt or NotADatabase => StorageFault.Corrupt,
            CannotOpen => StorageFault.Unavailable,
            _ => null,
        },
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => StorageFault.Duplicate,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StorageFault.Full,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => StorageFault.ReadOnly,
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } => StorageFault.Busy,
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => StorageFault.Corrupt,
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName } => StorageFault.Unavailable,
        NpgsqlException { IsTransient: true } => StorageFault.Unavailable,
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or TimeoutException or IOException } => StorageFault.Unavailable,
        _ => null,
    };
}
