using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Learners;

/// <summary>The row that everything of a learner hangs on. Whoever writes for a learner holds it until the commit.</summary>
internal static class LearnerRows
{
    /// <summary>Makes the row of a guest who saves something for the first time.</summary>
    /// <exception cref="StorageException">An account has claimed this guest's work, or the learner was deleted.</exception>
    public static async Task<Learner> EnsureAsync(InterviewPrepContext context, Guid learner, DateTime now, CancellationToken cancellation)
    {
        var known = await HoldAsync(context, learner, cancellation).ConfigureAwait(false);
        if (known?.MergedInto is not null) throw new StorageException(StorageFault.Claimed);
        if (known is null && await IsDeletedAsync(context, learner, cancellation).ConfigureAwait(false)) throw new StorageException(StorageFault.Deleted);
        return known ?? context.Learners.Add(new Learner { Id = learner, Created = now }).Entity;
    }

    /// <summary>Whether nobody may have this id any more.</summary>
    public static Task<bool> IsDeletedAsync(InterviewPrepContext context, Guid learner, CancellationToken cancellation)
    {
        var mark = DeletedLearner.MarkOf(learner);
        return context.DeletedLearners.AnyAsync(d => d.Id == mark, cancellation);
    }

    /// <summary>
    /// The row, which nobody else writes for until this transaction ends: otherwise a claim would miss an answer that is being
    /// committed, and a sitting could be ended twice. The embedded database lets in one writer at a time anyway.
    /// </summary>
    public static async Task<Learner?> HoldAsync(InterviewPrepContext context, Guid learner, CancellationToken cancellation)
    {
        var rows = context.Database.IsNpgsql()
            ? context.Learners.FromSql($"""SELECT * FROM "Learners" WHERE "Id" = {learner} FOR NO KEY UPDATE""")
            : context.Learners.Where(l => l.Id == learner);
        return (await rows.ToListAsync(cancellation).ConfigureAwait(false)).FirstOrDefault();
    }
}
