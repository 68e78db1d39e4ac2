using System.Data.Common;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace InterviewPrep.Data.Storage;

/// <summary>
/// The keys of cookies, kept in the database. Every start reads them, by a plain query: the framework's repository, which writes a new one
/// every few months, would first have to make ready for it.
/// </summary>
public sealed class StoredKeys(DatabaseSettings settings, IServiceProvider services, ILoggerFactory logging) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using DbConnection connection = settings.IsSqlite ? new SqliteConnection(settings.ConnectionString) : new NpgsqlConnection(settings.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Xml" FROM "DataProtectionKeys" WHERE "Xml" IS NOT NULL""";
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) =>
        new EntityFrameworkCoreXmlRepository<InterviewPrepContext>(services, logging).StoreElement(element, friendlyName);

    /// <summary>Keeps the keys of a service collection here.</summary>
    public static void Register(IServiceCollection services) =>
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = ActivatorUtilities.CreateInstance<StoredKeys>(provider)));
}
