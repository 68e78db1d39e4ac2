using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Answers;

/// <summary>The log of answers: rows are added, and never changed.</summary>
public sealed class AnswerStore(Database database)
{
    // Asked for each answer, in turn; compiled once, since translating it takes as long as asking. Its model is that of one database.
    private readonly Func<InterviewPrepContext, Guid, Guid, Guid?, string, CancellationToken, Task<Known?>> _known = EF.CompileAsyncQuery(
        (InterviewPrepContext context, Guid learner, Guid step, Guid? attempt, string snapshot, CancellationToken _) => context.Learners.Where(l => l.Id == learner)
            .Select(l => new Known(
                context.Answers.Any(a => a.LearnerId == learner && a.StepId == step),
                context.AttemptSteps.Any(s => s.Id == step && s.AttemptId == attempt && context.Attempts.Any(t => t.Id == attempt && t.LearnerId == learner)),
                context.Snapshots.Any(s => s.Id == snapshot)))
            .FirstOrDefault());

    /// <summary>
    /// Commits an answer. A step answered before keeps its first answer, however often and from however many windows it is
    /// sent: a unique key sees to it.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="question">The question as it was asked.</param>
    /// <param name="cancellation">Given up before the commit, nothing is kept.</param>
    /// <returns>The answer that counts, as it is kept: this one, or the one that was there.</returns>
    /// <exception cref="StorageException">It is not kept.</exception>
    /// <exception cref="InvalidOperationException">It names a sitting that is not this learner's, or a step of another one.</exception>
    public Task<Answer> RecordAsync(Answer answer, Question question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return database.WriteTogetherAsync(
            async context =>
            {
                await LearnerRows.EnsureAsync(context, answer.Learner, answer.Time, cancellation).ConfigureAwait(false);
                var snapshot = SharedQuestions.IdOf(question);
                var known = await _known(context, answer.Learner, answer.Step, answer.Attempt, snapshot, cancellation).ConfigureAwait(false);
                if (known is { IsAnswered: true })
                    return (await AnswerQueries.ReadAsync(context, context.Answers.Where(a => a.LearnerId == answer.Learner && a.StepId == answer.Step), cancellation).ConfigureAwait(false))[0];
                if (answer.Attempt is { } attempt && known is not { IsInSitting: true })
                    throw new InvalidOperationException($"Step {answer.Step} is not in a sitting {attempt} of this learner.");
                if (known is not { IsKept: true }) await SnapshotRows.EnsureAsync(context, question, cancellation).ConfigureAwait(false);
                var row = new AnswerRow(answer, snapshot);
                context.Answers.Add(row);
                return row.ToAnswer();
            },
            cancellation);
    }

    /// <summary>The answer to a step.</summary>
    public async Task<Answer?> FindAsync(Guid learner, Guid step, CancellationToken cancellation) =>
        (await database.ReadAsync(context => AnswerQueries.ReadAsync(context, context.Answers.Where(a => a.LearnerId == learner && a.StepId == step), cancellation), cancellation).ConfigureAwait(false))
        .FirstOrDefault();

    /// <summary>All answers of a learner in the order in which they were given, each with the mark that counts now.</summary>
    public Task<ImmutableArray<Answer>> OfLearnerAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync(context => AnswerQueries.ReadAsync(context, context.Answers.Where(a => a.LearnerId == learner), cancellation), cancellation);

    /// <summary>A learner's answers to one question in the order in which they were given.</summary>
    public Task<ImmutableArray<Answer>> OfQuestionAsync(Guid learner, string question, CancellationToken cancellation) =>
        database.ReadAsync(context => AnswerQueries.ReadAsync(context, context.Answers.Where(a => a.LearnerId == learner && a.QuestionId == question), cancellation), cancellation);

    /// <summary>One answer of a learner beside the question as it was asked; <see langword="null"/> for an unknown one and for somebody else's.</summary>
    public Task<(Answer Answer, Question Asked)?> WithQuestionAsync(Guid learner, Guid answer, CancellationToken cancellation) =>
        database.ReadAsync<(Answer, Question)?>(
            async context =>
            {
                var rows = context.Answers.Where(a => a.Id == answer && a.LearnerId == learner);
                if (await rows.Join(context.Snapshots, a => a.SnapshotId, s => s.Id, (_, s) => s).FirstOrDefaultAsync(cancellation).ConfigureAwait(false) is not { } snapshot) return null;
                return ((await AnswerQueries.ReadAsync(context, rows, cancellation).ConfigureAwait(false))[0], SharedQuestions.Of(snapshot));
            },
            cancellation);

    /// <summary>For each question that a learner has answered how often, and whether the last answer was right.</summary>
    public Task<IReadOnlyDictionary<string, QuestionHistory>> HistoryAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyDictionary<string, QuestionHistory>>(
            async context =>
            {
                var rows = await context.Answers.Where(a => a.LearnerId == learner).OrderBy(a => a.Time).ThenBy(a => a.Id)
                    .Select(a => new { a.QuestionId, Score = context.Regrades.Where(r => r.AnswerId == a.Id).OrderByDescending(r => r.QuestionVersion).Select(r => (double?)r.Score).FirstOrDefault() ?? a.Score })
                    .ToListAsync(cancellation).ConfigureAwait(false);
                return rows.GroupBy(r => r.QuestionId, StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, g => new QuestionHistory(g.Count(), g.Last().Score >= Marking.Right), StringComparer.Ordinal);
            },
            cancellation);

    /// <summary>What is there already of a learner who has a row.</summary>
    /// <param name="IsAnswered">Whether the step has an answer.</param>
    /// <param name="IsInSitting">Whether the step is in the sitting, and the sitting this learner's.</param>
    /// <param name="IsKept">Whether the question is kept as it was asked.</param>
    private sealed record Known(bool IsAnswered, bool IsInSitting, bool IsKept);
}
