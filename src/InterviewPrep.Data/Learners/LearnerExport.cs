using System.Collections.Immutable;
using System.Text.Json;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Review;
using InterviewPrep.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Learners;

/// <summary>Writes all that is kept of a learner as JSON: what they take with them, and what the import reads.</summary>
public sealed class LearnerExport(Database database)
{
    /// <summary>Writes one learner.</summary>
    /// <param name="learner">Whose data.</param>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="withOpenQuestions">
    /// Whether questions of open sittings that are not answered yet come along, keys and all: for whoever runs the instance,
    /// never for the learner, who has not been asked them yet.
    /// </param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether there is such a learner; otherwise nothing is written.</returns>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    public async Task<bool> WriteAsync(Guid learner, Stream output, bool withOpenQuestions, DateTime now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(output);
        var document = await database.ReadConsistentlyAsync(context => DocumentAsync(context, learner, withOpenQuestions, now, cancellation), cancellation).ConfigureAwait(false);
        if (document is null) return false;
        await JsonSerializer.SerializeAsync(output, document, LearnerDocument.Json, cancellation).ConfigureAwait(false);
        await output.WriteAsync("\n"u8.ToArray(), cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Ids of all learners whose work nobody has claimed, the oldest first.</summary>
    public Task<ImmutableArray<Guid>> LearnersAsync(CancellationToken cancellation) =>
        database.ReadAsync<ImmutableArray<Guid>>(
            async context => [.. await context.Learners.Where(l => l.MergedInto == null).OrderBy(l => l.Created).ThenBy(l => l.Id).Select(l => l.Id).ToListAsync(cancellation).ConfigureAwait(false)], cancellation);

    private static async Task<LearnerDocument?> DocumentAsync(InterviewPrepContext context, Guid learner, bool withOpenQuestions, DateTime now, CancellationToken cancellation)
    {
        if (await context.Learners.FirstOrDefaultAsync(l => l.Id == learner && l.MergedInto == null, cancellation).ConfigureAwait(false) is not { } row) return null;
        var answers = await context.Answers.Where(a => a.LearnerId == learner).OrderBy(a => a.Time).ThenBy(a => a.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var regrades = (await context.Regrades.Where(r => r.LearnerId == learner).OrderBy(r => r.QuestionVersion).ToListAsync(cancellation).ConfigureAwait(false)).ToLookup(r => r.AnswerId);
        var corrections = (await context.Corrections.Where(c => c.LearnerId == learner).OrderBy(c => c.Time).ToListAsync(cancellation).ConfigureAwait(false)).ToLookup(c => c.AnswerId);
        var attempts = await context.Attempts.Where(a => a.LearnerId == learner).Include(a => a.Steps.OrderBy(s => s.Position)).AsSplitQuery()
            .OrderBy(a => a.Started).ThenBy(a => a.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var asked = context.Answers.Where(a => a.LearnerId == learner).Select(a => a.SnapshotId)
            .Union(context.Attempts.Where(a => a.LearnerId == learner).SelectMany(a => a.Steps).Select(s => s.SnapshotId));
        var snapshots = await context.Snapshots.Where(s => asked.Contains(s.Id)).ToDictionaryAsync(s => s.Id, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
        var told = answers.Select(a => a.SnapshotId).Concat(attempts.Where(a => withOpenQuestions || a.Ended is not null).SelectMany(a => a.Steps).Select(s => s.SnapshotId));
        return new LearnerDocument
        {
            Version = LearnerDocument.NewestVersion,
            Exported = UtcConverter.Truncate(now),
            Learner = new(
                row.Id, row.Created, row.DisplayName, row.TimeZone, row.DailyMinutes, LearnerSettings.Of(row),
                [.. await context.Learners.Where(l => l.MergedInto == learner).OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(cancellation).ConfigureAwait(false)]),
            Account = await AccountAsync(context, learner, cancellation).ConfigureAwait(false),
            Answers = [.. answers.Select(a => Part(a, regrades[a.Id], corrections[a.Id]))],
            Attempts = [.. attempts.Select(a => Part(a, snapshots))],
            Questions = told.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(id => id, id => Element(snapshots[id].Text), StringComparer.Ordinal),
            SectionsRead = [.. await context.SectionsRead.Where(r => r.LearnerId == learner).OrderBy(r => r.Time).Select(r => new SectionPart(r.Lesson, r.Section, r.Time, r.Explicit)).ToListAsync(cancellation).ConfigureAwait(false)],
            Places = [.. await context.Places.Where(p => p.LearnerId == learner).OrderBy(p => p.Time).Select(p => new PlacePart(p.Lesson, p.Section, p.Time)).ToListAsync(cancellation).ConfigureAwait(false)],
            Bookmarks = [.. await context.Bookmarks.Where(b => b.LearnerId == learner).OrderBy(b => b.Time).Select(b => new BookmarkPart(b.QuestionId, b.Time)).ToListAsync(cancellation).ConfigureAwait(false)],
            Notes = [.. await context.Notes.Where(n => n.LearnerId == learner).OrderBy(n => n.Time).Select(n => new NotePart(n.QuestionId, n.Text, n.Time)).ToListAsync(cancellation).ConfigureAwait(false)],
            Reports = [.. await context.Reports.Where(r => r.LearnerId == learner).OrderBy(r => r.Time).Select(r => new ReportPart(r.Id, r.QuestionId, r.QuestionVersion, r.Text, r.Time, r.Resolved)).ToListAsync(cancellation).ConfigureAwait(false)],
            Suspended = [.. await context.SuspendedCards.Where(s => s.LearnerId == learner).OrderBy(s => s.Time).Select(s => new SuspendedPart(s.QuestionId, s.Time)).ToListAsync(cancellation).ConfigureAwait(false)],
            Parameters =
            [
                .. await context.FittedParameters.Where(p => p.LearnerId == learner).OrderBy(p => p.Time)
                    .Select(p => new ParametersPart(p.Id, p.Weights, p.IsAdopted, p.Reviews, p.HeldOut, p.LogLossBefore, p.LogLossFitted, p.Time)).ToListAsync(cancellation).ConfigureAwait(false),
            ],
        };
    }

    private static async Task<AccountPart?> AccountAsync(InterviewPrepContext context, Guid learner, CancellationToken cancellation)
    {
        if (await context.Users.FirstOrDefaultAsync(a => a.LearnerId == learner, cancellation).ConfigureAwait(false) is not { } account) return null;
        var hasPasskeys = context.Model.FindEntityType(typeof(IdentityUserPasskey<Guid>)) is not null;
        List<IdentityUserPasskey<Guid>> passkeys = hasPasskeys ? await context.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == account.Id).ToListAsync(cancellation).ConfigureAwait(false) : [];
        var logins = await context.UserLogins.Where(l => l.UserId == account.Id).Select(l => l.ProviderDisplayName ?? l.LoginProvider).ToListAsync(cancellation).ConfigureAwait(false);
        return new(account.Email, account.EmailConfirmed, [.. passkeys.Select(p => p.Data.Name ?? "")], [.. logins]);
    }

    private static AnswerPart Part(AnswerRow row, IEnumerable<RegradeRow> regrades, IEnumerable<CorrectionRow> corrections) => new(
        row.Id, row.StepId, row.AttemptId, row.QuestionId, row.QuestionVersion, row.SnapshotId, row.Seed, Element(row.Response), row.Certainty,
        row.Hints, row.Duration, row.Score, Words(row.Misconceptions), row.Mode, row.Time,
        [.. regrades.Select(r => new RegradePart(r.Id, r.QuestionVersion, r.ScoreBefore, r.Score, Words(r.Misconceptions), r.Time, r.Seen))])
    {
        Corrections = [.. corrections.Select(c => new CorrectionPart(c.Id, c.Rating, c.IsVoid, c.Time))],
    };

    private static AttemptPart Part(AttemptRow row, Dictionary<string, QuestionSnapshot> snapshots) => new(
        row.Id, Element(row.Spec), row.Started, row.Ended, row.GivenUp, row.Position,
        [
            .. row.Steps.OrderBy(s => s.Position).Select(s => new StepPart(
                s.Id, s.Position, snapshots[s.SnapshotId].QuestionId, snapshots[s.SnapshotId].QuestionVersion, s.SnapshotId, s.Seed, s.Shown, s.Hints, s.Flagged,
                s.Draft is { } draft ? Element(draft) : null, s.DraftCertainty, s.Revealed)),
        ]);

    private static ImmutableArray<string> Words(string ids) => [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static JsonElement Element(string json) => JsonElement.Parse(json);
}
