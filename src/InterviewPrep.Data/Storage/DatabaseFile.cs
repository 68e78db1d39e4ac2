using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace InterviewPrep.Data.Storage;

/// <summary>An embedded database as a file: whether it is sound, and copies of it. Looking at it changes nothing in it.</summary>
public sealed class DatabaseFile(string path)
{
    private const int MostProblems = 20;

    /// <summary>Where it is.</summary>
    public string Path { get; } = path;

    /// <summary>Whether anything is in it.</summary>
    public bool Exists => File.Exists(Path) && Length > 0;

    /// <summary>Bytes.</summary>
    public long Length => new FileInfo(Path).Length;

    /// <summary>What is wrong with it, in the database's own words; empty when it is sound.</summary>
    /// <param name="isThorough">Whether indexes and references between rows are compared too, which takes several times as long.</param>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public ImmutableArray<string> Check(bool isThorough) => Read(
        connection =>
        {
            var problems = Rows(connection, $"PRAGMA {(isThorough ? "integrity_check" : "quick_check")}({MostProblems})", r => r.GetString(0)).Where(p => p != "ok").ToImmutableArray();
            return problems.IsEmpty && isThorough ? BrokenReferences(connection) : problems;
        },
        damage => [damage]);

    /// <summary>The migrations it has been through; <see langword="null"/> when it is not one of ours, or damaged.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public ImmutableArray<string>? Migrations() => Read<ImmutableArray<string>?>(
        connection => Rows(connection, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'", r => r.GetString(0)).IsEmpty
            ? null
            : Rows(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId", r => r.GetString(0)),
        _ => null);

    /// <summary>Whether readers and a writer do not wait for each other.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public bool IsWriteAhead() => Read(connection => Rows(connection, "PRAGMA journal_mode", r => r.GetString(0)) is ["wal"], _ => false);

    /// <summary>Copies what is committed at this moment, while others go on writing, into one file that needs no other beside it.</summary>
    /// <exception cref="StorageException">It cannot be read, or the copy not be written; there is none then.</exception>
    public void CopyTo(string target)
    {
        try
        {
            using var source = Open(Path, SqliteOpenMode.ReadOnly);
            using var copy = Open(target, SqliteOpenMode.ReadWriteCreate);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite); // It holds what everybody answered.
            source.BackupDatabase(copy);
            Rows(copy, "PRAGMA journal_mode = DELETE", r => r.GetString(0));
        }
        catch (SqliteException e) when (StorageFaults.Of(e) is { } fault)
        {
            Delete(target);
            throw new StorageException(fault, e);
        }
    }

    /// <summary>Brings everything into the one file, and fails when another process has it open.</summary>
    /// <returns>Whether nobody has it open; <see langword="null"/> when it is too damaged to tell.</returns>
    internal bool? TryJoin()
    {
        try
        {
            using var connection = Open(Path, SqliteOpenMode.ReadWrite);
            return Rows(connection, "PRAGMA journal_mode = DELETE", r => r.GetString(0)) is ["delete"];
        }
        catch (SqliteException e) when (StorageFaults.Of(e) is StorageFault.Busy)
        {
            return false;
        }
        catch (SqliteException e) when (StorageFaults.Of(e) is StorageFault.Corrupt)
        {
            return null;
        }
    }

    /// <summary>Deletes a database with the files that the engine keeps beside it.</summary>
    internal static void Delete(string path)
    {
        foreach (var suffix in Beside) File.Delete(path + suffix);
    }

    /// <summary>What the engine adds to the name of the files that belong to a database.</summary>
    internal static ImmutableArray<string> Beside { get; } = ["", "-wal", "-shm", "-journal"];

    private static ImmutableArray<string> BrokenReferences(SqliteConnection connection) =>
        Rows(connection, "PRAGMA foreign_key_check", r => $"A row of {r.GetString(0)} points to a row of {r.GetString(2)} that is not there.");

    private T Read<T>(Func<SqliteConnection, T> read, Func<string, T> damaged)
    {
        try
        {
            using var connection = Open(Path, SqliteOpenMode.ReadOnly);
            return read(connection);
        }
        catch (SqliteException e) when (StorageFaults.Of(e) is { } fault)
        {
            return fault == StorageFault.Corrupt ? damaged(e.Message) : throw new StorageException(fault, e);
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static ImmutableArray<string> Rows(SqliteConnection connection, string sql, Func<SqliteDataReader, string> row)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is one of the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = ImmutableArray.CreateBuilder<string>();
        while (reader.Read()) rows.Add(row(reader));
        return rows.ToImmutable();
    }
}
