using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Data.Storage;

/// <summary>Connects contexts to the database of the settings.</summary>
public static class DatabaseOptions
{
    /// <summary>Where the migrations and the compiled model of the embedded database are.</summary>
    public const string SqliteMigrations = "InterviewPrep.Data.Sqlite";

    /// <summary>Where those for PostgreSQL are.</summary>
    public const string PostgresMigrations = "InterviewPrep.Data.Postgres";

    private static readonly Lazy<IModel> SqliteModel = new(() => CompiledModel(SqliteMigrations));
    private static readonly Lazy<IModel> PostgresModel = new(() => CompiledModel(PostgresMigrations));

    /// <summary>Chooses the provider, and takes the model as its assembly has it compiled: making it from the classes takes a tenth of a start.</summary>
    /// <param name="options">What a context is made of.</param>
    /// <param name="settings">Which database.</param>
    /// <param name="damage">Ends all writing to a damaged file, also by those who do not write through <see cref="Database"/>.</param>
    public static DbContextOptionsBuilder UseDatabase(this DbContextOptionsBuilder options, DatabaseSettings settings, DatabaseDamage? damage = null) =>
        options.UseProvider(settings, damage).UseModel(settings.IsSqlite ? SqliteModel.Value : PostgresModel.Value);

    /// <summary>Chooses the provider; the model is made from the classes, as it is when they have changed.</summary>
    /// <inheritdoc cref="UseDatabase"/>
    public static DbContextOptionsBuilder UseProvider(this DbContextOptionsBuilder options, DatabaseSettings settings, DatabaseDamage? damage = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(settings);
        return settings.IsSqlite
            ? options.UseSqlite(settings.ConnectionString, sqlite => sqlite.MigrationsAssembly(SqliteMigrations)).AddInterceptors(new Connections(damage))
            : options.UseNpgsql(settings.ConnectionString, postgres => postgres.MigrationsAssembly(PostgresMigrations));
    }

    /// <summary>
    /// Does what the framework does once in a process, such as making ready to translate queries, before the first of them. The query goes to
    /// no database. Most of this is the same for both.
    /// </summary>
    public static void WarmUp()
    {
        var options = new DbContextOptionsBuilder<InterviewPrepContext>();
        options.UseDatabase(new DatabaseSettings("Sqlite", "Data Source=:memory:"));
        using var context = new InterviewPrepContext(options.Options);
        _ = context.DataProtectionKeys.AsNoTracking().ToQueryString();
    }

    /// <summary>Registers contexts, <see cref="Database"/> and the stores.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<DatabaseDamage>();
        services.AddPooledDbContextFactory<InterviewPrepContext>((provider, options) => options.UseDatabase(settings, provider.GetRequiredService<DatabaseDamage>()));
        services.AddSingleton<Database>();
        services.AddScoped(provider => new InterviewPrepContext(provider.GetRequiredService<DbContextOptions<InterviewPrepContext>>()) { Turn = provider.GetRequiredService<Database>() }); // What the framework's own stores ask for.
        services.AddScoped<Learners.AccountChanges>();
        services.AddSingleton(provider => new DatabaseMigrator(new LateContexts(provider), settings));
        services.AddSingleton(provider => new DatabaseIntegrity(settings, new LateContexts(provider), provider.GetRequiredService<DatabaseDamage>()));
        services.AddSingleton<Learners.LearnerStore>();
        services.AddSingleton<Learners.LearnerExport>();
        services.AddSingleton<Learners.LearnerImport>();
        services.AddSingleton<Answers.AnswerStore>();
        services.AddSingleton<Answers.FoldStore>();
        services.AddSingleton<Answers.RegradeStore>();
        services.AddSingleton<Learning.LearnerModels>();
        services.AddSingleton<Review.ReviewStore>();
        services.AddSingleton<Attempts.AttemptStore>();
        services.AddSingleton<Reading.ReadingStore>();
        services.AddSingleton<Marks.MarkStore>();
        return services;
    }

    /// <summary>Makes the factory of contexts when the first is wanted: who begins with a sound and current file wants none.</summary>
    private sealed class LateContexts(IServiceProvider provider) : IDbContextFactory<InterviewPrepContext>
    {
        public InterviewPrepContext CreateDbContext() => provider.GetRequiredService<IDbContextFactory<InterviewPrepContext>>().CreateDbContext();
    }

    /// <summary>The model that <c>write-models.sh</c> wrote into an assembly; a test holds it equal to the classes.</summary>
    private static IModel CompiledModel(string assembly)
    {
        var type = Assembly.Load(assembly).GetCustomAttribute<DbContextModelAttribute>()!.ModelType;
        return (IModel)type.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }

    /// <summary>An answer that was confirmed survives a power cut: every commit reaches the disk. A damaged file may only be read.</summary>
    private sealed class Connections(DatabaseDamage? damage) : DbConnectionInterceptor
    {
        // Database brings what was written ahead to its place, beside those who write; the engine, for which they wait, only when that cannot keep up.
        private const string Durable = "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000";
        private const string Damaged = "PRAGMA query_only = ON";

        private string Settings => damage is { IsKnown: true } ? Damaged : Durable;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandText = Settings;
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
