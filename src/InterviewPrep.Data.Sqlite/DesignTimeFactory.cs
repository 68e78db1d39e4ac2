using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace InterviewPrep.Data.Sqlite;

/// <summary>What the tool that writes migrations asks for; it connects to nothing.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<InterviewPrepContext>
{
    /// <inheritdoc/>
    public InterviewPrepContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<InterviewPrepContext>();
        options.UseDatabase(new DatabaseSettings("Sqlite", "Data Source=:memory:"));
        return new InterviewPrepContext(options.Options);
    }
}
