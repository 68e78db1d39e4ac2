using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data;

/// <summary>What learners do. Empty until there is something to keep; its migrations are in the provider projects.</summary>
public sealed class InterviewPrepContext : DbContext
{
    /// <summary>For one connection.</summary>
    public InterviewPrepContext(DbContextOptions<InterviewPrepContext> options)
        : base(options)
    {
    }
}
