using InterviewPrep.Core.Questions;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Attempts;

/// <summary>Keeps questions as they were asked.</summary>
internal static class SnapshotRows
{
    /// <summary>Keeps a question unless it is kept already.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> EnsureAsync(InterviewPrepContext context, Question question, CancellationToken cancellation)
    {
        var id = SharedQuestions.IdOf(question);
        if (context.Snapshots.Local.All(s => s.Id != id) && !await context.Snapshots.AnyAsync(s => s.Id == id, cancellation).ConfigureAwait(false)) context.Snapshots.Add(QuestionSnapshot.Of(question));
        return id;
    }
}
