using InterviewPrep.Data.Storage;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace InterviewPrep.Data.Tests.Storage;

/// <summary>The model and its migrations say the same for both databases.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite, "Data Source=:memory:")]
    [InlineData(TestDatabase.Postgres, "Host=localhost;Database=none")]
    public void No_migration_is_owed(string provider, string connectionString)
    {
        using var context = TestDatabase.Contexts(new DatabaseSettings(provider, connectionString)).CreateDbContext();
        Assert.False(context.Database.HasPendingModelChanges(), "The model has changed: run src/InterviewPrep.Data/add-migration.sh NAME.");
        Assert.NotEmpty(context.Database.GetMigrations());
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite, "Data Source=:memory:")]
    [InlineData(TestDatabase.Postgres, "Host=localhost;Database=none")]
    public void The_compiled_model_is_that_of_the_classes(string provider, string connectionString)
    {
        var settings = new DatabaseSettings(provider, connectionString);
        using var compiled = TestDatabase.Contexts(settings).CreateDbContext();
        var options = new DbContextOptionsBuilder<InterviewPrepContext>();
        options.UseProvider(settings);
        using var made = new InterviewPrepContext(options.Options);
        Assert.IsNotType(made.Model.GetType(), compiled.Model);
        Assert.True(Text(made) == Text(compiled), "The model has changed: run src/InterviewPrep.Data/write-models.sh.");
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        var names = new[] { (TestDatabase.Sqlite, "Data Source=:memory:"), (TestDatabase.Postgres, "Host=localhost;Database=none") }.Select(d =>
        {
            using var context = TestDatabase.Contexts(new DatabaseSettings(d.Item1, d.Item2)).CreateDbContext();
            return context.Database.GetMigrations().Select(m => m.Split('_', 2)[1]).ToList();
        }).ToList();
        Assert.Equal(names[0], names[1]);
    }

    private static string Text(InterviewPrepContext context) => context.Model.ToDebugString(MetadataDebugStringOptions.LongDefault) + context.Model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault);
}
