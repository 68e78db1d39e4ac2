using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Learners;

/// <summary>Who learners are and what they chose.</summary>
public sealed class LearnerStore(Database database)
{
    private const long OwnerLock = 0x4F776E6572; // Two first requests must not make two owners.

    /// <summary>What a learner chose; the defaults of one who has saved nothing.</summary>
    public Task<LearnerSettings> SettingsAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync(
            async context => await context.Learners.FirstOrDefaultAsync(l => l.Id == learner, cancellation).ConfigureAwait(false) is { } row ? LearnerSettings.Of(row) : new LearnerSettings(),
            cancellation);

    /// <summary>Changes what a learner chose.</summary>
    public Task SaveSettingsAsync(Guid learner, LearnerSettings settings, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                ArgumentNullException.ThrowIfNull(settings);
                settings.Keep(await LearnerRows.EnsureAsync(context, learner, now, cancellation).ConfigureAwait(false));
            },
            cancellation);

    /// <summary>Whether anything was saved under this id, so that there is something to claim or to lose.</summary>
    public Task<bool> ExistsAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync(context => context.Learners.AnyAsync(l => l.Id == learner && l.MergedInto == null, cancellation), cancellation);

    /// <summary>Whether a learner of this id was deleted.</summary>
    public Task<bool> IsDeletedAsync(Guid learner, CancellationToken cancellation) => database.ReadAsync(context => LearnerRows.IsDeletedAsync(context, learner, cancellation), cancellation);

    /// <summary>The learner whom a single-user instance is for: the one there is, or a new one.</summary>
    public async Task<Guid> OwnerAsync(DateTime now, CancellationToken cancellation) =>
        await database.ReadAsync(context => FirstAsync(context, cancellation), cancellation).ConfigureAwait(false) ?? await database.WriteAsync(
            async context =>
            {
                if (context.Database.IsNpgsql()) await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OwnerLock})", cancellation).ConfigureAwait(false);
                if (await FirstAsync(context, cancellation).ConfigureAwait(false) is { } known) return known;
                var learner = new Learner { Id = Guid.CreateVersion7(), Created = now };
                context.Learners.Add(learner);
                return learner.Id;
            },
            cancellation).ConfigureAwait(false);

    /// <summary>
    /// Gives all that a guest did to the learner of an account: nothing doubled, nothing dropped. A guest who saved nothing, or
    /// whose work was given away before, changes nothing.
    /// </summary>
    /// <returns>Whether there was anything to give.</returns>
    public Task<bool> ClaimAsync(Guid guest, Guid account, CancellationToken cancellation) =>
        database.WriteAsync(context => LearnerMerge.ClaimAsync(context, guest, account, cancellation), cancellation);

    /// <summary>
    /// Deletes a learner with all that they did, and their account. What they reported about questions stays, without their name; of their id
    /// stays what it takes to let nothing be saved under it again.
    /// </summary>
    public Task DeleteAsync(Guid learner, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                var claimed = await context.Learners.Where(l => l.MergedInto == learner).Select(l => l.Id).ToListAsync(cancellation).ConfigureAwait(false);
                var ids = claimed.Append(learner).ToList();
                await LearnerRows.HoldAsync(context, learner, cancellation).ConfigureAwait(false);
                var marks = ids.Select(DeletedLearner.MarkOf).ToList();
                var before = await context.DeletedLearners.Where(d => marks.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellation).ConfigureAwait(false);
                context.DeletedLearners.AddRange(marks.Except(before).Select(mark => new DeletedLearner { Id = mark, Time = now }));
                await context.Users.Where(a => ids.Contains(a.LearnerId)).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await context.Learners.Where(l => ids.Contains(l.Id)).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            },
            cancellation);

    private static Task<Guid?> FirstAsync(InterviewPrepContext context, CancellationToken cancellation) =>
        context.Learners.Where(l => l.MergedInto == null).OrderBy(l => l.Created).ThenBy(l => l.Id).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(cancellation);
}
