using InterviewPrep.Data.Review;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Learners;

/// <summary>What a file says about grades of the learner's own, questions put aside and fitted parameters.</summary>
internal static class ImportedReviews
{
    /// <summary>Adds what is not there.</summary>
    /// <returns>How many rows.</returns>
    public static async Task<int> AddAsync(InterviewPrepContext context, LearnerDocument document, Guid learner, CancellationToken cancellation)
    {
        var answers = await context.Answers.Where(a => a.LearnerId == learner).Select(a => a.Id).ToHashSetAsync(cancellation).ConfigureAwait(false);
        var corrections = (await context.Corrections.Where(c => c.LearnerId == learner).Select(c => new { c.AnswerId, c.Time }).ToListAsync(cancellation).ConfigureAwait(false)).Select(c => (c.AnswerId, c.Time)).ToHashSet();
        var suspended = await context.SuspendedCards.Where(s => s.LearnerId == learner).Select(s => s.QuestionId).ToHashSetAsync(cancellation).ConfigureAwait(false);
        var parameters = await context.FittedParameters.Where(p => p.LearnerId == learner).Select(p => p.Id).ToHashSetAsync(cancellation).ConfigureAwait(false);
        List<object> added =
        [
            .. document.Answers.Where(a => answers.Contains(a.Id)).SelectMany(a => a.Corrections.Where(c => corrections.Add((a.Id, c.Time)))
                .Select(c => new CorrectionRow { Id = c.Id, AnswerId = a.Id, LearnerId = learner, Rating = c.Rating, IsVoid = c.IsVoid, Time = c.Time })),
            .. document.Suspended.Where(s => suspended.Add(s.Question)).Select(s => new SuspendedCard { LearnerId = learner, QuestionId = s.Question, Time = s.Time }),
            .. document.Parameters.Where(p => parameters.Add(p.Id)).Select(p => new FittedParameters
            {
                Id = p.Id, LearnerId = learner, Weights = p.Weights, IsAdopted = p.IsAdopted, Reviews = p.Reviews, HeldOut = p.HeldOut, LogLossBefore = p.LogLossBefore, LogLossFitted = p.LogLossFitted, Time = p.Time,
            }),
        ];
        context.AddRange(added);
        return added.Count;
    }
}
