using System.Data.Common;

namespace InterviewPrep.Web.Hosting;

/// <summary>Where what learners do is kept.</summary>
/// <param name="Provider"><c>Sqlite</c> or <c>Postgres</c>.</param>
/// <param name="ConnectionString">For that provider.</param>
public sealed record DatabaseSettings(string Provider, string ConnectionString)
{
    private const string Sqlite = "Sqlite";
    private const string Postgres = "Postgres";
    private const string DefaultConnectionString = "Data Source=data/interviewprep.db";

    /// <summary>Whether it is the embedded database.</summary>
    public bool IsSqlite => Provider == Sqlite;

    /// <summary>Reads <c>Database:Provider</c> and <c>Database:ConnectionString</c>.</summary>
    /// <exception cref="SettingException">A value cannot be used.</exception>
    public static DatabaseSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var provider = configuration["Database:Provider"] is { Length: > 0 } configured ? configured : Sqlite;
        if (provider is not (Sqlite or Postgres)) throw new SettingException($"Database:Provider is '{provider}'; it must be {Sqlite} or {Postgres}.");
        var text = configuration["Database:ConnectionString"];
        if (string.IsNullOrWhiteSpace(text))
        {
            if (provider == Postgres) throw new SettingException("Database:ConnectionString is missing; PostgreSQL needs one, such as Host=localhost;Database=interviewprep;Username=….");
            text = DefaultConnectionString;
        }

        try
        {
            var parsed = new DbConnectionStringBuilder { ConnectionString = text };
            if (provider == Sqlite && !parsed.ContainsKey("Data Source")) throw new SettingException("Database:ConnectionString names no file; write Data Source=path/to/file.db.");
            return new DatabaseSettings(provider, text);
        }
        catch (ArgumentException)
        {
            throw new SettingException("Database:ConnectionString cannot be read; write it as Key=Value;Key=Value.");
        }
    }
}
