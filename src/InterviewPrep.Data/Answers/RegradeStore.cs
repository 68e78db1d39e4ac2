using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Answers;

/// <summary>An answer whose mark has changed since it was given, because its question's key was mended.</summary>
/// <param name="Answer">Id of the answer.</param>
/// <param name="Question">Id of the question.</param>
/// <param name="Answered">When it was given, UTC.</param>
/// <param name="ScoreBefore">The mark before, 0 to 1.</param>
/// <param name="Score">The mark now, 0 to 1.</param>
/// <param name="Regraded">When it was marked again, UTC.</param>
public sealed record RegradedAnswer(Guid Answer, string Question, DateTime Answered, double ScoreBefore, double Score, DateTime Regraded);

/// <summary>What marking again came to.</summary>
/// <param name="Marked">Answers marked again.</param>
/// <param name="Changed">How many of them have another mark now.</param>
/// <param name="LeftOut">Answers that say nothing to the mended question.</param>
public sealed record RegradeSummary(int Marked, int Changed, int LeftOut);

/// <summary>Marks the past again when a key was mended.</summary>
public sealed class RegradeStore(Database database)
{
    private const int Batch = 200;

    /// <summary>
    /// Marks again all answers to older versions of questions that ask for it (<see cref="Question.RegradeFrom"/>), each once for a version. An
    /// answer that says nothing to the new version (see <see cref="Translation"/>) keeps its mark.
    /// </summary>
    /// <param name="course">The course as it is served.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Stops it between two batches; what was marked stays so.</param>
    /// <exception cref="StorageException">The database could not.</exception>
    public async Task<RegradeSummary> RegradeAsync(Course course, DateTime now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(course);
        var sum = new RegradeSummary(0, 0, 0);
        foreach (var question in course.Questions.Where(q => q.RegradeFrom is not null))
        {
            for (Guid? after = null; ;)
            {
                var (part, last) = await database.WriteAsync(context => MarkAsync(context, question, after, now, cancellation), cancellation).ConfigureAwait(false);
                sum = new(sum.Marked + part.Marked, sum.Changed + part.Changed, sum.LeftOut + part.LeftOut);
                if (last is null) break;
                after = last;
            }
        }

        return sum;
    }

    /// <summary>What a learner has to be told, the newest answer first.</summary>
    public Task<ImmutableArray<RegradedAnswer>> UnseenAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync<ImmutableArray<RegradedAnswer>>(
            async context =>
            [
                .. (await context.Regrades.Where(r => r.LearnerId == learner && r.Seen == null).Join(context.Answers, r => r.AnswerId, a => a.Id, (r, a) => new { Regrade = r, a.QuestionId, a.Time })
                        .OrderByDescending(p => p.Time).ThenByDescending(p => p.Regrade.QuestionVersion).ToListAsync(cancellation).ConfigureAwait(false))
                    .Select(p => new RegradedAnswer(p.Regrade.AnswerId, p.QuestionId, p.Time, p.Regrade.ScoreBefore, p.Regrade.Score, p.Regrade.Time)),
            ],
            cancellation);

    /// <summary>The mark of a learner's newest answer to a question, if it has changed since; <see langword="null"/> when it stands as it was given.</summary>
    /// <param name="learner">Whose.</param>
    /// <param name="question">Id of the question.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<RegradedAnswer?> OfLastAnswerAsync(Guid learner, string question, CancellationToken cancellation) =>
        database.ReadAsync(
            async context =>
            {
                var last = await context.Answers.Where(a => a.LearnerId == learner && a.QuestionId == question).OrderByDescending(a => a.Time).ThenByDescending(a => a.Id)
                    .Select(a => new { a.Id, a.Time, a.Score }).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
                if (last is null) return null;
                var now = await context.Regrades.Where(r => r.AnswerId == last.Id).OrderByDescending(r => r.QuestionVersion).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
                return now is null || Math.Abs(now.Score - last.Score) <= 1e-9 ? null : new RegradedAnswer(last.Id, question, last.Time, last.Score, now.Score, now.Time);
            },
            cancellation);

    /// <summary>Notes that a learner has been told.</summary>
    public Task SeenAsync(Guid learner, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            context => context.Regrades.Where(r => r.LearnerId == learner && r.Seen == null).ExecuteUpdateAsync(s => s.SetProperty(r => r.Seen, now), cancellation), cancellation);

    private static async Task<(RegradeSummary Part, Guid? Last)> MarkAsync(InterviewPrepContext context, Question question, Guid? after, DateTime now, CancellationToken cancellation)
    {
        var rows = context.Answers.Where(a => a.QuestionId == question.Id && a.QuestionVersion >= question.RegradeFrom && a.QuestionVersion < question.Version
            && !context.Regrades.Any(r => r.AnswerId == a.Id && r.QuestionVersion == question.Version));
        if (after is { } place) rows = rows.Where(a => a.Id.CompareTo(place) > 0);
        var found = await rows.OrderBy(a => a.Id).Take(Batch).Select(a => new { a.Id, a.LearnerId }).ToListAsync(cancellation).ConfigureAwait(false);
        if (found.Count == 0) return (new(0, 0, 0), null);

        // Nobody claims them from here on; who has claimed one in between has it now.
        foreach (var learner in found.Select(a => a.LearnerId).Distinct().Order()) await LearnerRows.HoldAsync(context, learner, cancellation).ConfigureAwait(false);
        var answers = found.Select(a => a.Id).ToList();
        var batch = await context.Answers.AsNoTracking().Where(a => answers.Contains(a.Id)).ToListAsync(cancellation).ConfigureAwait(false);
        var before = (await context.Regrades.Where(r => answers.Contains(r.AnswerId)).ToListAsync(cancellation).ConfigureAwait(false)).ToLookup(r => r.AnswerId);
        var snapshots = batch.Select(a => a.SnapshotId).Distinct().ToList();
        var asked = (await context.Snapshots.Where(s => snapshots.Contains(s.Id)).ToListAsync(cancellation).ConfigureAwait(false)).ToDictionary(s => s.Id, s => QuestionJson.Read(s.Text), StringComparer.Ordinal);
        var (marked, changed) = (0, 0);
        foreach (var row in batch)
        {
            if (Translation.Of(asked[row.SnapshotId], question, Response.FromJson(row.Response)) is not { } response || !Marker.TryMark(question, row.Seed, response, out var marking, out _)) continue;
            var last = before[row.Id].MaxBy(r => r.QuestionVersion);
            var regrade = Regrade(row, question.Version, last?.Score ?? row.Score, marking, now);
            var isChanged = Math.Abs(regrade.Score - regrade.ScoreBefore) > 1e-9;
            if (!isChanged) regrade.Seen = now; // There is nothing to tell.
            context.Regrades.Add(regrade);
            marked++;
            changed += isChanged ? 1 : 0;
        }

        return (new(marked, changed, found.Count - marked), answers[^1]);
    }

    private static RegradeRow Regrade(AnswerRow row, int version, double scoreBefore, Marking marking, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        AnswerId = row.Id,
        LearnerId = row.LearnerId,
        QuestionVersion = version,
        ScoreBefore = scoreBefore,
        Score = marking.Score,
        Misconceptions = string.Join(' ', marking.Misconceptions),
        Time = now,
    };
}
