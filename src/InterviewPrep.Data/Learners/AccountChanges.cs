using InterviewPrep.Data.Storage;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Data.Learners;

/// <summary>
/// Several changes of an account, made by the framework's stores in the context of a request, as one: all of them are kept, or none. Single
/// ones need nothing of it.
/// </summary>
public sealed class AccountChanges(Database database, InterviewPrepContext context)
{
    /// <summary>Makes them in their order, until one fails.</summary>
    /// <returns>Success, or what was wrong with the first that failed; then none of them is made.</returns>
    /// <exception cref="StorageException">The database could not; none is made.</exception>
    public Task<IdentityResult> MakeAsync(CancellationToken cancellation, params IReadOnlyList<Func<Task<IdentityResult>>> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return database.InTurnAsync(() => MakeAsync(changes, cancellation), cancellation);
    }

    /// <summary>The last of several changes: gives what a guest did to the learner of the account.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="account">The account's learner.</param>
    /// <param name="cancellation">Gives up.</param>
    public Func<Task<IdentityResult>> Claim(Guid guest, Guid account, CancellationToken cancellation) => async () =>
    {
        await LearnerMerge.ClaimAsync(context, guest, account, cancellation).ConfigureAwait(false);
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return IdentityResult.Success;
    };

    private async Task<IdentityResult> MakeAsync(IReadOnlyList<Func<Task<IdentityResult>>> changes, CancellationToken cancellation)
    {
        var isDone = false;
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            foreach (var change in changes)
            {
                if (await change().ConfigureAwait(false) is { Succeeded: false } failed) return failed;
            }

            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            isDone = true;
            return IdentityResult.Success;
        }
        finally
        {
            if (!isDone) context.ChangeTracker.Clear(); // It says what is not in the database.
        }
    }
}
