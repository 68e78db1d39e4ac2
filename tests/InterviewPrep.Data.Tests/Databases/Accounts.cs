using InterviewPrep.Data.Learners;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Tests.Databases;

/// <summary>Accounts, and what belongs to a learner in any table.</summary>
internal static class Accounts
{
    /// <summary>Makes an account.</summary>
    /// <returns>Its learner.</returns>
    public static Task<Guid> AccountAsync(this TestDatabase database) => database.Database.WriteAsync(
        context =>
        {
            var learner = new Learner { Id = Guid.CreateVersion7(), Created = Asked.Now };
            context.Learners.Add(learner);
            context.Users.Add(new Account { LearnerId = learner.Id, UserName = $"{learner.Id}@example.org", NormalizedUserName = $"{learner.Id}@EXAMPLE.ORG" });
            return Task.FromResult(learner.Id);
        },
        CancellationToken.None);

    /// <summary>How many rows name a learner, in every table that has a column for one.</summary>
    public static async Task<int> RowsOfAsync(this TestDatabase database, Guid learner)
    {
        await using var context = await database.Factory.CreateDbContextAsync();
        var count = 0;
        var tables = context.Model.GetEntityTypes().Where(t => t.FindProperty("LearnerId") is not null).ToList();
        Assert.True(tables.Count >= 9);
        foreach (var table in tables)
        {
            var column = table.FindProperty("LearnerId")!.GetColumnName();
#pragma warning disable EF1002 // Names from the model.
            count += await context.Database.SqlQueryRaw<int>($"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM \"{table.GetTableName()}\" WHERE \"{column}\" = {{0}}", learner).SingleAsync();
#pragma warning restore EF1002
        }

        return count;
    }
}
