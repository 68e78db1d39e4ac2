using System.Collections.Concurrent;

namespace InterviewPrep.Data.Storage;

/// <summary>
/// Small changes that wait for the embedded database at the same time, and are committed together: what a commit costs is getting it
/// to the disk, which is the same for one change and for ten.
/// </summary>
internal sealed class GroupCommit
{
    /// <summary>The most that are committed at a time; the first of them waits for the last.</summary>
    private const int Most = 32;

    private readonly ConcurrentQueue<Change> _waiting = new();

    /// <summary>Adds one that is made once <see cref="CommitUntilAsync"/> comes to it.</summary>
    public Change<T> Add<T>(Func<InterviewPrepContext, Task<T>> change, CancellationToken cancellation)
    {
        var added = new Change<T>(change, cancellation);
        _waiting.Enqueue(added);
        return added;
    }

    /// <summary>Makes what waits, in order of asking, until one has been made. To be called by whoever's turn it is.</summary>
    /// <param name="until">The caller's own.</param>
    /// <param name="commit">Commits all that it makes, or nothing.</param>
    public async Task CommitUntilAsync(Change until, Func<Func<InterviewPrepContext, Task>, Task> commit)
    {
        while (!until.IsOver) await CommitAsync(Take(), commit).ConfigureAwait(false);
    }

    private static async Task CommitAsync(List<Change> group, Func<Func<InterviewPrepContext, Task>, Task> commit)
    {
        try
        {
            await commit(context => MakeAsync(group, context)).ConfigureAwait(false);
            group.ForEach(c => c.Succeed());
        }
        catch (Exception e) when (group.Count == 1 || IsOfAll(e))
        {
            group.ForEach(c => c.Fail(e));
        }
        catch (Exception)
        {
            // One of them failed, and took the others with it: now each for itself.
            foreach (var change in group) await CommitAsync([change], commit).ConfigureAwait(false);
        }
    }

    /// <summary>Each sees what those before it have written, and tracks nothing of theirs.</summary>
    private static async Task MakeAsync(List<Change> group, InterviewPrepContext context)
    {
        foreach (var change in group)
        {
            await change.MakeAsync(context).ConfigureAwait(false);
            await context.SaveChangesAsync(CancellationToken.None).ConfigureAwait(false);
            context.ChangeTracker.Clear();
        }
    }

    /// <summary>Whether it is the database that cannot, so that trying one by one would only hold up all who wait.</summary>
    private static bool IsOfAll(Exception exception) =>
        exception is StorageException { Fault: StorageFault.Busy or StorageFault.Full or StorageFault.ReadOnly or StorageFault.Corrupt or StorageFault.Unavailable };

    private List<Change> Take()
    {
        var group = new List<Change>();
        while (group.Count < Most && _waiting.TryDequeue(out var change))
        {
            if (change.TryTake()) group.Add(change);
        }

        return group;
    }

    /// <summary>One that waits, is being made, or is over.</summary>
    internal abstract class Change
    {
        private int _isTaken;

        /// <summary>Whether it is committed, has failed, or was withdrawn.</summary>
        public abstract bool IsOver { get; }

        public abstract Task MakeAsync(InterviewPrepContext context);

        public abstract void Succeed();

        public abstract void Fail(Exception exception);

        /// <summary>Takes it, to make it or to withdraw it; only one can.</summary>
        public bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;
    }

    /// <inheritdoc/>
    internal sealed class Change<T>(Func<InterviewPrepContext, Task<T>> change, CancellationToken cancellation) : Change
    {
        private readonly TaskCompletionSource<T> _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        /// <summary>What came of it, once it is committed.</summary>
        public Task<T> Result => _over.Task;

        public override bool IsOver => _over.Task.IsCompleted;

        public override async Task MakeAsync(InterviewPrepContext context)
        {
            cancellation.ThrowIfCancellationRequested();
            _result = await change(context).ConfigureAwait(false);
        }

        public override void Succeed() => _over.SetResult(_result!);

        public override void Fail(Exception exception) => _over.SetException(exception);
    }
}
