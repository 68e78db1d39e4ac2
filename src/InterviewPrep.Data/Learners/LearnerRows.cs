using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Learners;

/// <summary>The row that everything of a learner hangs on.</summary>
internal static class LearnerRows
{
    /// <summary>Makes the row of a guest who saves something for the first time.</summary>
    /// <exception cref="StorageException">An account has claimed this guest's work.</exception>
    public static async Task EnsureAsync(InterviewPrepContext context, Guid learner, DateTime now, CancellationToken cancellation)
    {
        var known = await context.Learners.Where(l => l.Id == learner).Select(l => new { l.MergedInto }).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        if (known?.MergedInto is not null) throw new StorageException(StorageFault.Claimed);
        if (known is null) context.Learners.Add(new Learner { Id = learner, Created = now });
    }
}
