using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Answers;

/// <summary>Reads answers with the mark that counts now.</summary>
internal static class AnswerQueries
{
    public static async Task<ImmutableArray<Answer>> ReadAsync(InterviewPrepContext context, IQueryable<AnswerRow> rows, CancellationToken cancellation)
    {
        var read = await rows.OrderBy(a => a.Time).ThenBy(a => a.Id).ToListAsync(cancellation).ConfigureAwait(false);
        if (read.Count == 0) return [];
        var regrades = await context.Regrades.Where(r => rows.Any(a => a.Id == r.AnswerId)).ToListAsync(cancellation).ConfigureAwait(false);
        var newest = regrades.GroupBy(r => r.AnswerId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.QuestionVersion));
        return [.. read.Select(a => a.ToAnswer(newest.GetValueOrDefault(a.Id)))];
    }
}
