using System.Collections.Immutable;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Review;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Answers;

/// <summary>What a fold over a learner's answers is made from, and kept folds.</summary>
public sealed class FoldStore(Database database)
{
    /// <summary>What is new since a fold was made, as of one moment.</summary>
    /// <param name="learner">Whose.</param>
    /// <param name="known">Up to where the fold goes; <see langword="null"/> when there is none.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StorageException">The database could not.</exception>
    public Task<FoldChanges> ChangesAsync(Guid learner, FoldMark? known, CancellationToken cancellation) =>
        database.ReadConsistentlyAsync(context => ChangesAsync(context, learner, known, cancellation), cancellation);

    /// <summary>The kept fold of a learner.</summary>
    public Task<LearnerFold?> FindAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync(context => context.Folds.FirstOrDefaultAsync(f => f.LearnerId == learner, cancellation), cancellation);

    /// <summary>The memory model's parameters in use.</summary>
    public Task<FsrsParameters> ParametersAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync(context => ReviewStore.InUseAsync(context, learner, cancellation), cancellation);

    /// <summary>Keeps a fold in place of the one there is.</summary>
    /// <returns>Whether it is kept: not for a learner who is gone or whose work an account has claimed.</returns>
    public Task<bool> SaveAsync(Guid learner, FoldMark mark, byte[] state, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mark);
        return database.WriteAsync(
            async context =>
            {
                if (await LearnerRows.HoldAsync(context, learner, cancellation).ConfigureAwait(false) is not { MergedInto: null }) return false;
                await context.Folds.Where(f => f.LearnerId == learner).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                context.Folds.Add(new()
                {
                    LearnerId = learner,
                    Version = LearnerModel.FoldVersion,
                    Answers = mark.Answers,
                    Through = mark.Through,
                    Regrades = mark.Regrades,
                    Corrections = mark.Corrections,
                    State = state,
                });
                return true;
            },
            cancellation);
    }

    /// <summary>Throws a kept fold away.</summary>
    public Task DeleteAsync(Guid learner, CancellationToken cancellation) =>
        database.WriteAsync(context => context.Folds.Where(f => f.LearnerId == learner).ExecuteDeleteAsync(cancellation), cancellation);

    private static async Task<FoldChanges> ChangesAsync(InterviewPrepContext context, Guid learner, FoldMark? known, CancellationToken cancellation)
    {
        var through = known?.Through ?? DateTime.MinValue;
        var counts = await context.Learners.Where(l => l.Id == learner)
            .Select(l => new
            {
                Answers = context.Answers.Count(a => a.LearnerId == learner),
                After = context.Answers.Count(a => a.LearnerId == learner && a.Time > through),
                Regrades = context.Regrades.Count(r => r.LearnerId == learner),
                Corrections = context.Corrections.Count(c => c.LearnerId == learner),
            })
            .FirstOrDefaultAsync(cancellation).ConfigureAwait(false) ?? new { Answers = 0, After = 0, Regrades = 0, Corrections = 0 };
        var parameters = await ReviewStore.InUseAsync(context, learner, cancellation).ConfigureAwait(false);
        var isRebuild = known is null || counts.Answers - counts.After != known.Answers || counts.Regrades != known.Regrades || counts.Corrections < known.Corrections;
        var corrections = isRebuild || counts.Corrections != known!.Corrections
            ? await ReviewStore.CorrectionsAsync(context, learner, cancellation).ConfigureAwait(false)
            : null;
        var rows = context.Answers.Where(a => a.LearnerId == learner);
        if (!isRebuild) rows = rows.Where(a => a.Time > through);
        var added = isRebuild || counts.After > 0 ? await ReadAsync(context, rows, learner, counts.Regrades > 0, corrections, cancellation).ConfigureAwait(false) : [];
        var last = !added.IsEmpty ? added[^1].Time : isRebuild ? DateTime.MinValue : through;
        return new FoldChanges(new FoldMark(counts.Answers, last, counts.Regrades, counts.Corrections), isRebuild, added, isRebuild ? null : corrections, parameters);
    }

    /// <summary>Reads what the fold needs, which is all but the responses.</summary>
    private static async Task<ImmutableArray<LoggedAnswer>> ReadAsync(
        InterviewPrepContext context, IQueryable<AnswerRow> rows, Guid learner, bool hasRegrades, Dictionary<Guid, AnswerCorrection>? corrections, CancellationToken cancellation)
    {
        var read = await rows.OrderBy(a => a.Time).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.QuestionId, a.Seed, a.Certainty, a.Hints, a.Duration, a.Score, a.Misconceptions, a.Mode, a.Time })
            .ToListAsync(cancellation).ConfigureAwait(false);
        var regrades = hasRegrades
            ? (await context.Regrades.Where(r => r.LearnerId == learner).OrderBy(r => r.QuestionVersion).ToListAsync(cancellation).ConfigureAwait(false)).GroupBy(r => r.AnswerId).ToDictionary(g => g.Key, g => g.Last())
            : [];
        return
        [
            .. read.Select(a =>
            {
                var regrade = regrades.GetValueOrDefault(a.Id);
                return new LoggedAnswer
                {
                    Id = a.Id,
                    Question = a.QuestionId,
                    Seed = a.Seed,
                    Certainty = a.Certainty,
                    Hints = a.Hints,
                    Duration = TimeSpan.FromMilliseconds(a.Duration),
                    Score = regrade?.Score ?? a.Score,
                    Misconceptions = Words(regrade?.Misconceptions ?? a.Misconceptions),
                    Mode = a.Mode,
                    Time = a.Time,
                    Correction = corrections?.GetValueOrDefault(a.Id) ?? default,
                };
            }),
        ];
    }

    private static ImmutableArray<string> Words(string ids) => ids.Length == 0 ? [] : [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
