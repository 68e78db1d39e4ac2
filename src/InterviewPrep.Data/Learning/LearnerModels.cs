using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;

namespace InterviewPrep.Data.Learning;

/// <summary>
/// The models of the learners who are here, up to date whenever they are asked for. A model that was handed out is never changed: whoever has
/// it may read it from any thread for as long as they like.
/// </summary>
/// <remarks>
/// In memory are models with together <see cref="MostAnswers"/> answers, those last asked for. From <see cref="LeastKept"/> answers on a
/// model is kept in the database too, so that it need not be made anew after a restart; below, that is about as quick as reading it.
/// </remarks>
public sealed class LearnerModels(FoldStore folds) : IAsyncDisposable
{
    /// <summary>How many answers models in memory have together; each counts as <see cref="Overhead"/> more. About 100 bytes an answer.</summary>
    public const int MostAnswers = 600_000;

    /// <summary>Answers from which a model is kept in the database.</summary>
    public const int LeastKept = 2_000;

    private const int Overhead = 400;
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Entry> _entries = [];
    private Task _saving = Task.CompletedTask;
    private long _clock;

    /// <summary>The model of a learner as of now.</summary>
    /// <param name="learner">Whose.</param>
    /// <param name="settings">What they chose: time zone and desired retention count.</param>
    /// <param name="course">The course as it is served.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StorageException">The database could not.</exception>
    public async Task<LearnerModel> OfAsync(Guid learner, LearnerSettings settings, Course course, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var entry = EntryOf(learner);
        await entry.Gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var known = entry.Known;
            if (known is null)
            {
                known = await KeptAsync(folds, learner, settings, course, cancellation).ConfigureAwait(false);
                entry.Saved = known?.Mark.Answers ?? 0;
            }

            var changes = await folds.ChangesAsync(learner, known?.Mark, cancellation).ConfigureAwait(false);
            var model = Apply(changes, known?.Model, settings, course);
            entry.Known = new(model, changes.Mark);
            if (changes.IsRebuild) entry.Saved = 0;
            if (model.Count >= LeastKept && model.Count - entry.Saved > Math.Max(LeastKept / 10, model.Count / 50)) Save(learner, entry, model, changes.Mark);
            return model;
        }
        finally
        {
            entry.Gate.Release();
            Trim();
        }
    }

    /// <summary>Forgets what is in memory of a learner.</summary>
    public void Forget(Guid learner)
    {
        lock (_lock) _entries.Remove(learner);
    }

    /// <summary>Ends when all models that are being kept are kept.</summary>
    public Task SavedAsync()
    {
        lock (_lock) return _saving;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await SavedAsync().ConfigureAwait(false);

    /// <summary>The model as all answers make it, whatever is kept.</summary>
    public static async Task<(LearnerModel Model, FoldMark Mark)> RebuildAsync(FoldStore folds, Guid learner, LearnerSettings settings, Course course, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folds);
        ArgumentNullException.ThrowIfNull(settings);
        var changes = await folds.ChangesAsync(learner, null, cancellation).ConfigureAwait(false);
        return (Apply(changes, null, settings, course), changes.Mark);
    }

    /// <summary>The kept model, carried on to now; <see langword="null"/> when none is kept or it cannot be carried on.</summary>
    public static async Task<(LearnerModel Model, FoldMark Mark)?> CarryOnAsync(FoldStore folds, Guid learner, LearnerSettings settings, Course course, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folds);
        ArgumentNullException.ThrowIfNull(settings);
        if (await KeptAsync(folds, learner, settings, course, cancellation).ConfigureAwait(false) is not { } kept) return null;
        var changes = await folds.ChangesAsync(learner, kept.Mark, cancellation).ConfigureAwait(false);
        return changes.IsRebuild ? null : (Apply(changes, kept.Model, settings, course), changes.Mark);
    }

    /// <summary>Makes a model from what is known and what is new. What is known stays as it is.</summary>
    private static LearnerModel Apply(FoldChanges changes, LearnerModel? known, LearnerSettings settings, Course course)
    {
        var studyDay = new StudyDay(settings.Zone);
        if (changes.IsRebuild || known is null)
        {
            var rebuilt = new LearnerModel(course, studyDay, changes.Parameters, settings.DesiredRetention);
            foreach (var answer in changes.Added) rebuilt.Add(answer);
            return rebuilt;
        }

        var isSame = ReferenceEquals(known.Course, course) && known.StudyDay.Zone.Equals(studyDay.Zone) && known.Scheduler.Model.Parameters.Equals(changes.Parameters)
            && known.Scheduler.Settings.DesiredRetention == settings.DesiredRetention;
        if (isSame && changes is { Added.IsEmpty: true, Corrections: null }) return known;
        var model = isSame ? known.Copy() : known.Over(course, studyDay, changes.Parameters, settings.DesiredRetention);
        foreach (var answer in changes.Added) model.Add(answer);
        if (changes.Corrections is { } corrections) model.Correct(corrections);
        return model;
    }

    /// <summary>The kept model, if there is one that can be used.</summary>
    private static async Task<Known?> KeptAsync(FoldStore folds, Guid learner, LearnerSettings settings, Course course, CancellationToken cancellation)
    {
        if (await folds.FindAsync(learner, cancellation).ConfigureAwait(false) is not { } kept) return null;
        var parameters = await folds.ParametersAsync(learner, cancellation).ConfigureAwait(false);
        return LearnerModel.Restore(kept.State, course, new StudyDay(settings.Zone), parameters, settings.DesiredRetention) is { } model
            && model.Count == kept.Answers && model.Last == kept.Through
            ? new(model, new(kept.Answers, kept.Through, kept.Regrades, kept.Corrections))
            : null;
    }

    private Entry EntryOf(Guid learner)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(learner, out var entry)) _entries[learner] = entry = new Entry();
            entry.LastUse = ++_clock;
            return entry;
        }
    }

    /// <summary>Lets go of the models that were not asked for longest, until the rest fits; the last one asked for stays.</summary>
    private void Trim()
    {
        lock (_lock)
        {
            var size = _entries.Values.Sum(e => (long)e.Size);
            if (size <= MostAnswers) return;
            foreach (var (learner, entry) in _entries.OrderBy(e => e.Value.LastUse).SkipLast(1).ToList())
            {
                if (size <= MostAnswers) return;
                _entries.Remove(learner);
                size -= entry.Size;
            }
        }
    }

    /// <summary>Keeps a model in the background, one at a time. Should it fail, nothing is lost: the next one is kept, or it is made anew.</summary>
    private void Save(Guid learner, Entry entry, LearnerModel model, FoldMark mark)
    {
        entry.Saved = model.Count;
        lock (_lock) _saving = SaveAfterAsync(_saving);

        async Task SaveAfterAsync(Task before)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            try
            {
                await folds.SaveAsync(learner, mark, model.Save(), CancellationToken.None).ConfigureAwait(false);
            }
            catch (StorageException)
            {
                // Said above.
            }
        }
    }

    private sealed record Known(LearnerModel Model, FoldMark Mark);

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public Known? Known { get; set; }

        /// <summary>How many answers the model in the database has.</summary>
        public int Saved { get; set; }

        public long LastUse { get; set; }

        public int Size => (Known?.Model.Count ?? 0) + Overhead;
    }
}
