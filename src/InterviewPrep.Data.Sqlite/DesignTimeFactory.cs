using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace InterviewPrep.Data.Sqlite;

/// <summary>What the tool that writes migrations and models asks for; it connects to nothing.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<InterviewPrepContext>
{
    /// <inheritdoc/>
    public InterviewPrepContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<InterviewPrepContext>();
        options.UseProvider(new DatabaseSettings("Sqlite", "Data Source=:memory:"));
        return new InterviewPrepContext(options.Options);
    }
}
