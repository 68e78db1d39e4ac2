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

    /// <summary>Starts a sitting.</summary>
    /// <returns>Its id.</returns>
    public Task<Guid> StartAsync(Guid learner, QuizSpec spec, IReadOnlyList<DrawnQuestion> drawn, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                ArgumentNullException.ThrowIfNull(drawn);
                await LearnerRows.EnsureAsync(context, learner, now, cancellation).ConfigureAwait(false);
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
                var rows = await context.Attempts.Where(a => a.LearnerId == learner).OrderByDescending(a => a.Started).ThenByDescending(a => a.Id).Skip(skip).Take(take)
                    .Select(a => new
                    {
                        Attempt = a,
                        Questions = a.Steps.Count,
                        Scores = context.Answers.Where(x => x.AttemptId == a.Id && x.LearnerId == learner)
                            .Select(x => context.Regrades.Where(r => r.AnswerId == x.Id).OrderByDescending(r => r.QuestionVersion).Select(r => (double?)r.Score).FirstOrDefault() ?? x.Score).ToList(),
                    })
                    .AsSplitQuery().ToListAsync(cancellation).ConfigureAwait(false);
                return [.. rows.Select(r => new AttemptSummary(r.Attempt.Id, SpecOf(r.Attempt), r.Attempt.Started, r.Attempt.Ended, r.Attempt.GivenUp, r.Questions, r.Scores.Count, r.Scores.Sum()))];
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

    /// <summary>Keeps a response that may still change. Words that were compared with the model answer no longer do.</summary>
    public Task<bool> DraftAsync(Guid learner, Guid attempt, int position, Response? draft, Certainty? certainty, CancellationToken cancellation) =>
        ChangeAsync(learner, attempt, position, (_, step) =>
        {
            if (step.Revealed is not null) return;
            step.Draft = draft?.ToJson();
            step.DraftCertainty = certainty;
        }, cancellation);

    /// <summary>Keeps the words of an open question for good, before its model answer is shown.</summary>
    public Task<bool> RevealAsync(Guid learner, Guid attempt, int position, OpenResponse words, Certainty? certainty, DateTime now, CancellationToken cancellation) =>
        ChangeAsync(learner, attempt, position, (_, step) =>
        {
            ArgumentNullException.ThrowIfNull(words);
            if (step.Revealed is not null) return;
            step.Draft = words.ToJson();
            step.DraftCertainty = certainty;
            step.Revealed = now;
        }, cancellation);

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

    /// <summary>Changes an open place of an open sitting.</summary>
    /// <returns>Whether there is such a place.</returns>
    private Task<bool> ChangeAsync(Guid learner, Guid attempt, int position, Action<AttemptRow, AttemptStep> change, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                await LearnerRows.HoldAsync(context, learner, cancellation).ConfigureAwait(false);
                var row = await context.Attempts.FirstOrDefaultAsync(a => a.Id == attempt && a.LearnerId == learner && a.Ended == null, cancellation).ConfigureAwait(false);
                var step = row is null ? null : await context.AttemptSteps.FirstOrDefaultAsync(s => s.AttemptId == attempt && s.Position == position, cancellation).ConfigureAwait(false);
                if (row is null || step is null) return false;
                change(row, step);
                return true;
            },
            cancellation);

    private static QuizSpec SpecOf(AttemptRow row) => SpecOf(row.Spec);

    /// <exception cref="JsonException">It is something else.</exception>
    internal static QuizSpec SpecOf(string json) => JsonSerializer.Deserialize<QuizSpec>(json, Json) ?? throw new JsonException("The quiz is null.");
}
