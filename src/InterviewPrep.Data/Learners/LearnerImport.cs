using System.Text.Json;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Learners;

/// <summary>What an import added.</summary>
/// <param name="Learner">To whom.</param>
/// <param name="Answers">How many answers.</param>
/// <param name="Attempts">How many sittings.</param>
/// <param name="Others">How many regrades, corrections, cards put aside, fitted parameters, sections, places, bookmarks, notes and reports.</param>
/// <param name="LeftOut">How many places of open sittings were left out, because their questions are not in the file.</param>
public sealed record ImportedLearner(Guid Learner, int Answers, int Attempts, int Others, int LeftOut);

/// <summary>Reads what <see cref="LearnerExport"/> wrote. It adds what is missing and changes nothing that is there, so that it may be done twice.</summary>
public sealed class LearnerImport(Database database)
{
    /// <summary>Adds all learners of a file, each of them wholly or not at all.</summary>
    /// <param name="input">The file.</param>
    /// <param name="into">Who gets it all; <see langword="null"/> for those whose it was.</param>
    /// <param name="imported">Told after each learner.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="LearnerFileException">It is no such file, or its data contradict what is there.</exception>
    /// <exception cref="StorageException">The database could not.</exception>
    public async Task ReadAsync(Stream input, Guid? into, Action<ImportedLearner> imported, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(imported);
        var isEmpty = true;
        try
        {
            await foreach (var document in JsonSerializer.DeserializeAsyncEnumerable<LearnerDocument>(input, topLevelValues: true, LearnerDocument.Json, cancellation).ConfigureAwait(false))
            {
                if (document is not { Format: LearnerDocument.FormatName }) throw new LearnerFileException("This is no file with a learner's data.");
                if (document.Version is < 1 or > LearnerDocument.NewestVersion) throw new LearnerFileException($"This file has version {document.Version}; this version of the application reads up to {LearnerDocument.NewestVersion}.");
                if (into is not null && !isEmpty) throw new LearnerFileException("The file holds several learners; only one can be given to another.");
                isEmpty = false;
                imported(await database.WriteAsync(context => AddAsync(context, document, into ?? document.Learner.Id, cancellation), cancellation).ConfigureAwait(false));
            }
        }
        catch (JsonException e)
        {
            throw new LearnerFileException($"This is no file with a learner's data, or a damaged one: {e.Message}", e);
        }
        catch (StorageException e) when (e.Fault == StorageFault.Duplicate)
        {
            throw new LearnerFileException("Something in this file belongs to another learner here already; nothing of this learner was added.", e);
        }

        if (isEmpty) throw new LearnerFileException("The file is empty.");
    }

    private static async Task<ImportedLearner> AddAsync(InterviewPrepContext context, LearnerDocument document, Guid learner, CancellationToken cancellation)
    {
        LearnerFileRules.Check(document);
        var row = await LearnerRows.HoldAsync(context, learner, cancellation).ConfigureAwait(false);
        if (row?.MergedInto is { } account)
        {
            learner = account;
            row = await LearnerRows.HoldAsync(context, learner, cancellation).ConfigureAwait(false);
        }

        if (row is null)
        {
            var mark = DeletedLearner.MarkOf(learner);
            await context.DeletedLearners.Where(d => d.Id == mark).ExecuteDeleteAsync(cancellation).ConfigureAwait(false); // Whoever runs the instance brings them back.
            row = context.Learners.Add(new Learner { Id = learner, Created = document.Learner.Created }).Entity;
            var (_, _, name, zone, minutes, settings, _) = document.Learner;
            (settings with { DisplayName = name, TimeZone = zone, DailyMinutes = minutes }).Keep(row);
        }

        foreach (var guest in document.Learner.Guests.Where(g => g != learner))
        {
            if (!await context.Learners.AnyAsync(l => l.Id == guest, cancellation).ConfigureAwait(false)) context.Learners.Add(new Learner { Id = guest, Created = row.Created, MergedInto = learner });
        }

        await context.SaveChangesAsync(cancellation).ConfigureAwait(false); // Before what points to them.
        var snapshots = await ImportedQuestions.AddAsync(context, document, cancellation).ConfigureAwait(false);
        var (attempts, leftOut) = await AddAttemptsAsync(context, document, learner, snapshots, cancellation).ConfigureAwait(false);
        var answers = await AddAnswersAsync(context, document, learner, snapshots, cancellation).ConfigureAwait(false);
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        var others = await AddRegradesAsync(context, document, learner, cancellation).ConfigureAwait(false)
            + await ImportedReviews.AddAsync(context, document, learner, cancellation).ConfigureAwait(false)
            + await ImportedMarks.AddAsync(context, document, learner, cancellation).ConfigureAwait(false);
        return new(learner, answers, attempts, others, leftOut);
    }

    private static async Task<(int Attempts, int LeftOut)> AddAttemptsAsync(
        InterviewPrepContext context, LearnerDocument document, Guid learner, IReadOnlyDictionary<string, string> snapshots, CancellationToken cancellation)
    {
        var there = await context.Attempts.Where(a => a.LearnerId == learner).Select(a => a.Id).ToHashSetAsync(cancellation).ConfigureAwait(false);
        var (added, leftOut) = (0, 0);
        foreach (var part in document.Attempts.Where(a => !there.Contains(a.Id)))
        {
            var steps = part.Steps.Where(s => snapshots.ContainsKey(s.Snapshot)).OrderBy(s => s.Position).ToList();
            leftOut += part.Steps.Length - steps.Count;
            if (steps.Count == 0) continue;
            context.Attempts.Add(new()
            {
                Id = part.Id,
                LearnerId = learner,
                Spec = LearnerDocument.TextOf(part.Spec),
                Started = part.Started,
                Ended = part.Ended,
                GivenUp = part.GivenUp,
                Position = Math.Clamp(part.Position, 0, steps.Count - 1),
                Steps =
                [
                    .. steps.Select((s, position) => new Attempts.AttemptStep
                    {
                        Id = s.Id, AttemptId = part.Id, Position = position, SnapshotId = snapshots[s.Snapshot], Seed = s.Seed, Shown = s.Shown, Hints = s.Hints, Flagged = s.Flagged,
                        Draft = s.Draft is { } draft ? LearnerDocument.TextOf(draft) : null, DraftCertainty = s.DraftCertainty, Revealed = s.Revealed,
                    }),
                ],
            });
            added++;
        }

        return (added, leftOut);
    }

    private static async Task<int> AddAnswersAsync(
        InterviewPrepContext context, LearnerDocument document, Guid learner, IReadOnlyDictionary<string, string> snapshots, CancellationToken cancellation)
    {
        var there = await context.Answers.Where(a => a.LearnerId == learner).Select(a => a.StepId).ToHashSetAsync(cancellation).ConfigureAwait(false);
        var added = 0;
        foreach (var part in document.Answers.Where(a => there.Add(a.Step)))
        {
            if (!snapshots.TryGetValue(part.Snapshot, out var snapshot)) throw new LearnerFileException($"The question of the answer {part.Id} is not in the file.");
            context.Answers.Add(new AnswerRow(part.ToAnswer(learner), snapshot));
            added++;
        }

        return added;
    }

    private static async Task<int> AddRegradesAsync(InterviewPrepContext context, LearnerDocument document, Guid learner, CancellationToken cancellation)
    {
        var answers = await context.Answers.Where(a => a.LearnerId == learner).Select(a => a.Id).ToHashSetAsync(cancellation).ConfigureAwait(false);
        var there = (await context.Regrades.Where(r => r.LearnerId == learner).Select(r => new { r.AnswerId, r.QuestionVersion }).ToListAsync(cancellation).ConfigureAwait(false))
            .Select(r => (r.AnswerId, r.QuestionVersion)).ToHashSet();
        var added = 0;
        foreach (var answer in document.Answers.Where(a => answers.Contains(a.Id)))
        {
            foreach (var part in answer.Regrades.Where(r => there.Add((answer.Id, r.Version))))
            {
                context.Regrades.Add(new RegradeRow
                {
                    Id = part.Id,
                    AnswerId = answer.Id,
                    LearnerId = learner,
                    QuestionVersion = part.Version,
                    ScoreBefore = part.ScoreBefore,
                    Score = part.Score,
                    Misconceptions = string.Join(' ', part.Misconceptions),
                    Time = part.Time,
                    Seen = part.Seen,
                });
                added++;
            }
        }

        return added;
    }
}
