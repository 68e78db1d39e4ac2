using InterviewPrep.Data.Storage;
using Npgsql;

namespace InterviewPrep.Data.Tests.Databases;

/// <summary>The server of the tests: a database for each of them, copied from one that was migrated once.</summary>
internal static class PostgresServer
{
    /// <summary>Names the server; its user may make databases.</summary>
    public const string Variable = "INTERVIEWPREP_TEST_POSTGRES";

    private static readonly string Template = $"template_{Environment.ProcessId}";
    private static readonly Lazy<Task> Migrated = new(MigrateAsync);
    private static int _count;

    public static string? ConnectionString { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    private static string Server => ConnectionString ?? throw new InvalidOperationException($"{Variable} names no PostgreSQL server; tests/run.sh starts one.");

    /// <summary>Makes a migrated database.</summary>
    public static async Task<DatabaseSettings> CreateAsync()
    {
        await Migrated.Value;
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Template}");
        return SettingsOf(name);
    }

    /// <summary>Settings of a database that does not exist yet.</summary>
    public static DatabaseSettings Missing() => SettingsOf($"test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}");

    public static async Task DropAsync(DatabaseSettings settings)
    {
        await using (var connection = new NpgsqlConnection(settings.ConnectionString)) NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {settings.ServerAddress.Database} WITH (FORCE)");
    }

    private static async Task MigrateAsync()
    {
        await ExecuteAsync($"DROP DATABASE IF EXISTS {Template} WITH (FORCE)");
        var settings = SettingsOf(Template);
        await new DatabaseMigrator(TestDatabase.Contexts(settings), settings).MigrateAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static DatabaseSettings SettingsOf(string database) =>
        new(TestDatabase.Postgres, new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20, Timeout = 60, CommandTimeout = 300 }.ConnectionString);

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false, Timeout = 60 }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own making.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
