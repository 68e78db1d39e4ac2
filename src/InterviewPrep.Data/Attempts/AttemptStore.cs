using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Attempts;

/// <summary>Sittings of quizzes. Everything asks for the learner too: a sitting of somebody else is not found.</summary>
public sealed class AttemptStore(Database database)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Starts a sitting. A round of a loop that this learner has begun is not begun again.</summary>
    /// <returns>Its id, or that of the round's sitting.</returns>
    public Task<Guid> StartAsync(Guid learner, QuizSpec spec, IReadOnlyList<DrawnQuestion> drawn, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                ArgumentNullException.ThrowIfNull(drawn);
                ArgumentNullException.ThrowIfNull(spec);
                await LearnerRows.EnsureAsync(context, learner, now, cancellation).ConfigureAwait(false);
                if (spec.Round is { } round && (await RoundsOf(context, learner).ToListAsync(cancellation).ConfigureAwait(false)).Find(a => SpecOf(a).Round == round) is { } begun) return begun.Id;
                var attempt = new AttemptRow { Id = Guid.CreateVersion7(), LearnerId = learner, Spec = JsonSerializer.Serialize(spec, Json), Started = now };
                foreach (var (position, question) in drawn.Index())
                {
                    var snapshot = await SnapshotRows.EnsureAsync(context, question.Question, cancellation).ConfigureAwait(false);
                    attempt.Steps.Add(new AttemptStep { Id = Guid.CreateVersion7(), AttemptId = attempt.Id, Position = position, SnapshotId = snapshot, Seed = question.Seed });
                }

                context.Attempts.Add(attempt);
                return attempt.Id;
            },
            cancellation);

    /// <summary>The sitting, or <see langword="null"/> when this learner has none of this id.</summary>
    public Task<Attempt?> FindAsync(Guid learner, Guid id, CancellationToken cancellation) =>
        database.ReadAsync(
            async context =>
            {
                if (await context.Attempts.FirstOrDefaultAsync(a => a.Id == id && a.LearnerId == learner, cancellation).ConfigureAwait(false) is not { } row) return null;
                var steps = await context.AttemptSteps.Where(s => s.AttemptId == id).OrderBy(s => s.Position)
                    .Join(context.Snapshots, s => s.SnapshotId, q => q.Id, (s, q) => new { Step = s, Snapshot = q })
                    .ToListAsync(cancellation).ConfigureAwait(false);
                var answers = (await AnswerQueries.ReadAsync(context, context.Answers.Where(a => a.AttemptId == id && a.LearnerId == learner), cancellation).ConfigureAwait(false)).ToDictionary(a => a.Step);
                return new Attempt(
                    row.Id, row.LearnerId, SpecOf(row), row.Started, row.Ended, row.GivenUp, row.Position,
                    [
                        .. steps.OrderBy(s => s.Step.Position).Select(s => new Step(
                            s.Step.Id, s.Step.Position, SharedQuestions.Of(s.Snapshot), s.Step.Seed, s.Step.Shown, s.Step.Hints, s.Step.Flagged,
                            s.Step.Draft is { } draft ? Response.FromJson(draft) : null, s.Step.DraftCertainty, s.Step.Revealed, answers.GetValueOrDefault(s.Step.Id))),
                    ]);
            },
            cancellation);

    /// <summary>A learner's sittings, the newest first.</summary>
    /// <param name="learner">Whose.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">How many at the most.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<ImmutableArray<AttemptSummary>> ListAsync(Guid learner, int skip, int take, CancellationToken cancellation) =>
        database.ReadAsync<ImmutableArray<AttemptSummary>>(
            async context =>
            {
                var rows = context.Attempts.Where(a => a.LearnerId == learner).OrderByDescending(a => a.Started).ThenByDescending(a => a.Id).Skip(skip).Take(take);
                return await SummariesAsync(context, learner, rows, cancellation).ConfigureAwait(false);
            },
            cancellation);

    /// <summary>A learner's sittings of rounds of mock loops, the newest first.</summary>
    public Task<ImmutableArray<AttemptSummary>> RoundsAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync<ImmutableArray<AttemptSummary>>(
            async context =>
            {
                var rows = RoundsOf(context, learner).OrderByDescending(a => a.Started).ThenByDescending(a => a.Id);
                return [.. (await SummariesAsync(context, learner, rows, cancellation).ConfigureAwait(false)).Where(a => a.Spec is { Kind: QuizKind.Round, Round: not null })];
            },
            cancellation);

    /// <summary>Notes that a place is looked at; from the first time on its clock runs.</summary>
    public Task<bool> ShowAsync(Guid learner, Guid attempt, int position, DateTime now, CancellationToken cancellation) =>
        ChangeAsync(learner, attempt, position, (row, step) =>
        {
            row.Position = position;
            step.Shown ??= now;
        }, cancellation);

    /// <summary>Notes that one more hint was shown.</summary>
    /// <param name="learner">Whose.</param>
    /// <param name="attempt">The sitting.</param>
    /// <param name="position">The place.</param>
    /// <param name="hints">How many hints are shown then; fewer than before changes nothing.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> HintAsync(Guid learner, Guid attempt, int position, int hints, CancellationToken cancellation) =>
        ChangeAsync(learner, attempt, position, (_, step) => step.Hints = Math.Max(step.Hints, hints), cancellation);

    /// <summary>Marks a place to come back to, or not.</summary>
    public Task<bool> FlagAsync(Guid learner, Guid attempt, int position, bool flagged, CancellationToken cancellation) =>
        ChangeAsync(learner, attempt, position, (_, step) => step.Flagged = flagged, cancellation);

    /// <summary>
    /// Keeps a response that may still change. When the time is over it no longer does; words that were compared with the model answer do
    /// not either, and take what the learner finds in them.
    /// </summary>
    /// <returns>Whether it is kept.</returns>
    public Task<bool> DraftAsync(Guid learner, Guid attempt, int position, Response? draft, Certainty? certainty, DateTime now, CancellationToken cancellation) =>
        ChangeAsync(learner, attempt, position, (row, step) => StepDrafts.Keep(step, draft, certainty, Attempt.IsOverdue(SpecOf(row), row.Started, now)), cancellation);

    /// <summary>Keeps the words of an open question for good, before its model answer is shown.</summary>
    /// <returns>Whether words are kept, these or earlier ones, so that it may be shown.</returns>
    public Task<bool> RevealAsync(Guid learner, Guid attempt, int position, OpenResponse words, Certainty? certainty, DateTime now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(words);
        return ChangeAsync(learner, attempt, position, (row, step) => StepDrafts.Reveal(step, words, certainty, now, Attempt.IsOverdue(SpecOf(row), row.Started, now)), cancellation);
    }

    /// <summary>Fixes every place of an open sitting as it stands: from then on only the learner's own words can be marked.</summary>
    /// <returns>Whether there is such a sitting.</returns>
    public Task<bool> FixAsync(Guid learner, Guid id, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                await LearnerRows.HoldAsync(context, learner, cancellation).ConfigureAwait(false);
                if (!await context.Attempts.AnyAsync(a => a.Id == id && a.LearnerId == learner && a.Ended == null, cancellation).ConfigureAwait(false)) return false;
                foreach (var step in await context.AttemptSteps.Where(s => s.AttemptId == id).ToListAsync(cancellation).ConfigureAwait(false)) StepDrafts.Fix(step, now);
                return true;
            },
            cancellation);

    /// <summary>Ends a sitting with the answers that its drafts became: all of it or nothing.</summary>
    /// <param name="learner">Whose.</param>
    /// <param name="id">The sitting.</param>
    /// <param name="answers">Answers to places that have none yet.</param>
    /// <param name="givenUp">Whether it was given up.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether this call ended it; not when it is somebody else's, unknown, or ended before.</returns>
    public Task<bool> EndAsync(Guid learner, Guid id, IReadOnlyList<Answer> answers, bool givenUp, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                ArgumentNullException.ThrowIfNull(answers);
                if (answers.Any(a => a.Learner != learner || a.Attempt != id)) throw new ArgumentException("An answer is not of this learner in this sitting.", nameof(answers));
                await LearnerRows.HoldAsync(context, learner, cancellation).ConfigureAwait(false);
                if (await context.Attempts.FirstOrDefaultAsync(a => a.Id == id && a.LearnerId == learner && a.Ended == null, cancellation).ConfigureAwait(false) is not { } row) return false;
                var answered = (await context.Answers.Where(a => a.AttemptId == id && a.LearnerId == learner).Select(a => a.StepId).ToListAsync(cancellation).ConfigureAwait(false)).ToHashSet();
                var snapshots = await context.AttemptSteps.Where(s => s.AttemptId == id).ToDictionaryAsync(s => s.Id, s => s.SnapshotId, cancellation).ConfigureAwait(false);
                foreach (var answer in answers.Where(a => !answered.Contains(a.Step))) context.Answers.Add(new AnswerRow(answer, snapshots[answer.Step]));
                row.Ended = now;
                row.GivenUp = givenUp;
                return true;
            },
            cancellation);

    private Task<bool> ChangeAsync(Guid learner, Guid attempt, int position, Action<AttemptRow, AttemptStep> change, CancellationToken cancellation) =>
        ChangeAsync(learner, attempt, position, (row, step) =>
        {
            change(row, step);
            return true;
        }, cancellation);

    /// <summary>Changes an open place of an open sitting.</summary>
    /// <returns>Whether there is such a place, and what the change says of itself.</returns>
    private Task<bool> ChangeAsync(Guid learner, Guid attempt, int position, Func<AttemptRow, AttemptStep, bool> change, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                await LearnerRows.HoldAsync(context, learner, cancellation).ConfigureAwait(false);
                var row = await context.Attempts.FirstOrDefaultAsync(a => a.Id == attempt && a.LearnerId == learner && a.Ended == null, cancellation).ConfigureAwait(false);
                var step = row is null ? null : await context.AttemptSteps.FirstOrDefaultAsync(s => s.AttemptId == attempt && s.Position == position, cancellation).ConfigureAwait(false);
                return row is not null && step is not null && change(row, step);
            },
            cancellation);

    /// <summary>The rows that may be rounds; a file that was imported may say the word elsewhere.</summary>
    private static IQueryable<AttemptRow> RoundsOf(InterviewPrepContext context, Guid learner) =>
        context.Attempts.Where(a => a.LearnerId == learner && a.Spec.Contains($"\"{nameof(QuizKind.Round)}\""));

    private static async Task<ImmutableArray<AttemptSummary>> SummariesAsync(InterviewPrepContext context, Guid learner, IQueryable<AttemptRow> attempts, CancellationToken cancellation)
    {
        var rows = await attempts
            .Select(a => new
            {
                Attempt = a,
                Questions = a.Steps.Count,
                Kept = a.Ended == null ? a.Steps.Count(s => s.Draft != null && !context.Answers.Any(x => x.LearnerId == learner && x.StepId == s.Id)) : 0,
                Scores = context.Answers.Where(x => x.AttemptId == a.Id && x.LearnerId == learner)
                    .Select(x => context.Regrades.Where(r => r.AnswerId == x.Id).OrderByDescending(r => r.QuestionVersion).Select(r => (double?)r.Score).FirstOrDefault() ?? x.Score).ToList(),
            })
            .AsSplitQuery().ToListAsync(cancellation).ConfigureAwait(false);
        return
        [
            .. rows.Select(r => (r, Spec: SpecOf(r.Attempt))).Select(p => new AttemptSummary(
                p.r.Attempt.Id, p.Spec, p.r.Attempt.Started, p.r.Attempt.Ended, p.r.Attempt.GivenUp, p.r.Questions, p.r.Scores.Count + (p.Spec.FeedbackAtEnd ? p.r.Kept : 0), p.r.Scores.Sum())),
        ];
    }

    private static QuizSpec SpecOf(AttemptRow row) => SpecOf(row.Spec);

    /// <exception cref="JsonException">It is something else.</exception>
    internal static QuizSpec SpecOf(string json) => JsonSerializer.Deserialize<QuizSpec>(json, Json) ?? throw new JsonException("The quiz is null.");
}
