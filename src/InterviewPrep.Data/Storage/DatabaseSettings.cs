using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace InterviewPrep.Data.Storage;

/// <summary>Where what learners do is kept.</summary>
/// <param name="Provider"><c>Sqlite</c> or <c>Postgres</c>.</param>
/// <param name="ConnectionString">For that provider.</param>
public sealed record DatabaseSettings(string Provider, string ConnectionString)
{
    private const string Sqlite = "Sqlite";
    private const string Postgres = "Postgres";
    private const int BusySeconds = 5;
    private const string DefaultConnectionString = "Data Source=data/interviewprep.db";

    /// <summary>Whether it is the embedded database.</summary>
    public bool IsSqlite => Provider == Sqlite;

    /// <summary>Full path of an embedded database's file; <see langword="null"/> for one in memory or on a server.</summary>
    public string? File
    {
        get
        {
            if (!IsSqlite) return null;
            var parsed = new SqliteConnectionStringBuilder(ConnectionString);
            return parsed.Mode == SqliteOpenMode.Memory || parsed.DataSource.StartsWith(':') || parsed.DataSource.StartsWith("file:", StringComparison.Ordinal) ? null : Path.GetFullPath(parsed.DataSource);
        }
    }

    /// <summary>Full path of the folder for backups of an embedded database; <see langword="null"/> for <c>backups</c> beside it.</summary>
    public string? BackupFolder { get; init; }

    /// <summary>How messages name it; holds no password.</summary>
    public string Place => IsSqlite
        ? new SqliteConnectionStringBuilder(ConnectionString).DataSource
        : $"{Server.Database} on {Server.Host}";

    /// <summary>Where the database of a server is, for its own tools.</summary>
    public (string? Host, int Port, string? Database, string? User) ServerAddress => (Server.Host, Server.Port, Server.Database, Server.Username);

    private NpgsqlConnectionStringBuilder Server => new(ConnectionString);

    /// <summary>Reads <c>Database:Provider</c>, <c>Database:ConnectionString</c> and <c>Database:Backups</c>.</summary>
    /// <exception cref="SettingException">A value cannot be used.</exception>
    public static DatabaseSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Read(key => configuration[key]);
    }

    /// <summary>Reads the same from anything that knows the value of a key.</summary>
    /// <exception cref="SettingException">A value cannot be used.</exception>
    public static DatabaseSettings Read(Func<string, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var provider = read("Database:Provider") is { Length: > 0 } configured ? configured : Sqlite;
        if (provider is not (Sqlite or Postgres)) throw new SettingException($"Database:Provider is '{provider}'; it must be {Sqlite} or {Postgres}.");
        var text = read("Database:ConnectionString");
        if (string.IsNullOrWhiteSpace(text))
        {
            if (provider == Postgres) throw new SettingException("Database:ConnectionString is missing; PostgreSQL needs one, such as Host=localhost;Database=interviewprep;Username=….");
            text = DefaultConnectionString;
        }

        try
        {
            if (provider == Postgres) return new DatabaseSettings(provider, new NpgsqlConnectionStringBuilder(text).ConnectionString);
            var parsed = new SqliteConnectionStringBuilder(text);
            if (parsed.DataSource.Length == 0) throw new SettingException("Database:ConnectionString names no file; write Data Source=path/to/file.db.");
            if (!parsed.ShouldSerialize("Default Timeout")) parsed.DefaultTimeout = BusySeconds; // How long to wait for another process.
            return new DatabaseSettings(provider, parsed.ConnectionString) { BackupFolder = read("Database:Backups") is { Length: > 0 } folder ? Path.GetFullPath(folder) : null };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new SettingException($"Database:ConnectionString cannot be read; write it as Key=Value;Key=Value with the keys that {provider} knows.");
        }
    }

    /// <summary>Makes the folder of an embedded database.</summary>
    /// <exception cref="SettingException">It cannot be made or written to.</exception>
    public void Prepare()
    {
        if (File is not { } file) return;
        var parsed = new SqliteConnectionStringBuilder(ConnectionString);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var probe = new FileStream(file, FileMode.OpenOrCreate, parsed.Mode == SqliteOpenMode.ReadOnly ? FileAccess.Read : FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingException($"The database file {parsed.DataSource} cannot be opened or made. Give this process the right to write there, or set Database:ConnectionString.");
        }
    }
}
