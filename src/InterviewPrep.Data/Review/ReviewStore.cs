using System.Collections.Immutable;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Review;

/// <summary>What learners decide about their reviews: grades of their own, grades undone, questions put aside, parameters fitted to them.</summary>
public sealed class ReviewStore(Database database)
{
    /// <summary>Says what an answer shall do to its card, in place of all that was said before; the default value takes it all back.</summary>
    /// <returns>Whether it is an answer of this learner; otherwise nothing is kept.</returns>
    public Task<bool> CorrectAsync(Guid learner, Guid answer, AnswerCorrection correction, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                if (await LearnerRows.HoldAsync(context, learner, cancellation).ConfigureAwait(false) is null) return false;
                if (!await context.Answers.AnyAsync(a => a.Id == answer && a.LearnerId == learner, cancellation).ConfigureAwait(false)) return false;
                var last = await context.Corrections.Where(c => c.AnswerId == answer).OrderByDescending(c => c.Time).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
                var said = last is null ? default : new AnswerCorrection(last.Rating, last.IsVoid);
                if (said == correction) return true;
                var time = UtcConverter.Truncate(now);
                if (last is not null && time <= last.Time) time = last.Time.AddMicroseconds(1); // Somebody set the clock.
                context.Corrections.Add(new() { Id = Guid.CreateVersion7(), AnswerId = answer, LearnerId = learner, Rating = correction.Rating, IsVoid = correction.IsVoid, Time = time });
                return true;
            },
            cancellation);

    /// <summary>Puts a question aside, or takes it back.</summary>
    public Task SuspendAsync(Guid learner, string question, bool isSet, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                await LearnerRows.EnsureAsync(context, learner, now, cancellation).ConfigureAwait(false);
                var card = await context.SuspendedCards.FindAsync([learner, question], cancellation).ConfigureAwait(false);
                if (isSet && card is null) context.SuspendedCards.Add(new() { LearnerId = learner, QuestionId = question, Time = now });
                if (!isSet && card is not null) context.SuspendedCards.Remove(card);
            },
            cancellation);

    /// <summary>Ids of the questions put aside.</summary>
    public Task<ImmutableHashSet<string>> SuspendedAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync<ImmutableHashSet<string>>(
            async context => [.. await context.SuspendedCards.Where(s => s.LearnerId == learner).Select(s => s.QuestionId).ToListAsync(cancellation).ConfigureAwait(false)], cancellation);

    /// <summary>Keeps what fitting came to; from now on adopted parameters are in use.</summary>
    public Task KeepParametersAsync(Guid learner, ParameterProposal proposal, DateTime now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        return database.WriteAsync(
            async context =>
            {
                await LearnerRows.EnsureAsync(context, learner, now, cancellation).ConfigureAwait(false);
                var last = await context.FittedParameters.Where(p => p.LearnerId == learner).MaxAsync(p => (DateTime?)p.Time, cancellation).ConfigureAwait(false);
                context.FittedParameters.Add(FittedParameters.Of(Guid.CreateVersion7(), learner, proposal, last >= UtcConverter.Truncate(now) ? last.Value.AddMicroseconds(1) : now));
            },
            cancellation);
    }

    /// <summary>Goes back to the default parameters: what was fitted is forgotten.</summary>
    public Task ForgetParametersAsync(Guid learner, CancellationToken cancellation) =>
        database.WriteAsync(context => context.FittedParameters.Where(p => p.LearnerId == learner).ExecuteDeleteAsync(cancellation), cancellation);

    /// <summary>What fitting came to last, adopted or not; <see langword="null"/> for never.</summary>
    public Task<FittedParameters?> LastFitAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync(context => context.FittedParameters.Where(p => p.LearnerId == learner).OrderByDescending(p => p.Time).FirstOrDefaultAsync(cancellation), cancellation);

    /// <summary>The parameters in use: the newest that were adopted, or the defaults.</summary>
    public Task<FsrsParameters> ParametersAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync(context => InUseAsync(context, learner, cancellation), cancellation);

    internal static async Task<FsrsParameters> InUseAsync(InterviewPrepContext context, Guid learner, CancellationToken cancellation)
    {
        var weights = await context.FittedParameters.Where(p => p.LearnerId == learner && p.IsAdopted).OrderByDescending(p => p.Time).Select(p => p.Weights).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        return weights is null ? FsrsParameters.Default : FittedParameters.Read(weights) ?? FsrsParameters.Default;
    }

    /// <summary>The last word on each answer of a learner about which something was said.</summary>
    internal static async Task<Dictionary<Guid, AnswerCorrection>> CorrectionsAsync(InterviewPrepContext context, Guid learner, CancellationToken cancellation)
    {
        var rows = await context.Corrections.Where(c => c.LearnerId == learner).OrderBy(c => c.Time).Select(c => new { c.AnswerId, c.Rating, c.IsVoid }).ToListAsync(cancellation).ConfigureAwait(false);
        var last = new Dictionary<Guid, AnswerCorrection>();
        foreach (var row in rows) last[row.AnswerId] = new AnswerCorrection(row.Rating, row.IsVoid);
        return last;
    }
}
