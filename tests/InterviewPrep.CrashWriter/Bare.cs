using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace InterviewPrep.CrashWriter;

/// <summary>What a restart is compared with: a Kestrel with one address, which reads one row of a SQLite file.</summary>
internal static class Bare
{
    public static async Task<int> RunAsync(string file, string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        await using (app.ConfigureAwait(false))
        {
            app.MapGet("/", async () =>
            {
                var connection = new SqliteConnection($"Data Source={file}");
                await using (connection.ConfigureAwait(false))
                {
                    await connection.OpenAsync().ConfigureAwait(false);
                    using var command = connection.CreateCommand();
                    command.CommandText = "select count(*) from sqlite_schema";
                    return $"{await command.ExecuteScalarAsync().ConfigureAwait(false)} tables\n";
                }
            });
            await app.RunAsync().ConfigureAwait(false);
            return 0;
        }
    }
}
