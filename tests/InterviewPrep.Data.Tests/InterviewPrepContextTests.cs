using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Tests;

/// <summary>The context opens what it is given, and holds nothing yet.</summary>
public sealed class InterviewPrepContextTests
{
    [Fact]
    public async Task A_new_embedded_database_opens_and_answers()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("data").FullName, "learners.db");
        var options = new DbContextOptionsBuilder<InterviewPrepContext>().UseSqlite($"Data Source={file};Pooling=False").Options;
        await using (var context = new InterviewPrepContext(options))
        {
            Assert.Equal(1, await context.Database.SqlQuery<int>($"SELECT 1 AS Value").SingleAsync(TestContext.Current.CancellationToken));
        }

        Assert.True(File.Exists(file));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void Its_model_is_empty_so_that_no_migration_is_owed()
    {
        var options = new DbContextOptionsBuilder<InterviewPrepContext>().UseSqlite("Data Source=:memory:").Options;
        using var context = new InterviewPrepContext(options);
        Assert.Empty(context.Model.GetEntityTypes());
        Assert.Empty(context.Database.GetMigrations());
    }
}
