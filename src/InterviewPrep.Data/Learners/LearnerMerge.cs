using InterviewPrep.Data.Marks;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Learners;

/// <summary>Moves what one learner did to another, row by row where both may have the same.</summary>
internal static class LearnerMerge
{
    /// <summary>What <see cref="LearnerStore.ClaimAsync"/> does, as a part of something larger.</summary>
    public static async Task<bool> ClaimAsync(InterviewPrepContext context, Guid guest, Guid account, CancellationToken cancellation)
    {
        if (guest == account) return false;
        foreach (var id in new[] { guest, account }.Order()) await LearnerRows.HoldAsync(context, id, cancellation).ConfigureAwait(false);
        var from = await context.Learners.FindAsync([guest], cancellation).ConfigureAwait(false);
        var to = await context.Learners.FindAsync([account], cancellation).ConfigureAwait(false);
        if (from is null || to is null || from.MergedInto is not null || to.MergedInto is not null) return false;
        if (await context.Users.AnyAsync(a => a.LearnerId == guest, cancellation).ConfigureAwait(false)) return false;
        await MoveAsync(context, from, to, cancellation).ConfigureAwait(false);
        return true;
    }

    private static async Task MoveAsync(InterviewPrepContext context, Learner from, Learner to, CancellationToken cancellation)
    {
        var (guest, account) = (from.Id, to.Id);

        // Steps are made by the server, one for each time something is asked. Should both have answered one all the same, both answers stay.
        var answered = context.Answers.Where(a => a.LearnerId == account);
        await context.Answers.Where(a => a.LearnerId == guest && answered.Any(t => t.StepId == a.StepId))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.StepId, a => a.Id), cancellation).ConfigureAwait(false);
        await context.Answers.Where(a => a.LearnerId == guest).ExecuteUpdateAsync(s => s.SetProperty(a => a.LearnerId, account), cancellation).ConfigureAwait(false);
        await context.Attempts.Where(a => a.LearnerId == guest).ExecuteUpdateAsync(s => s.SetProperty(a => a.LearnerId, account), cancellation).ConfigureAwait(false);
        await context.Regrades.Where(r => r.LearnerId == guest).ExecuteUpdateAsync(s => s.SetProperty(r => r.LearnerId, account), cancellation).ConfigureAwait(false);
        await context.Corrections.Where(c => c.LearnerId == guest).ExecuteUpdateAsync(s => s.SetProperty(c => c.LearnerId, account), cancellation).ConfigureAwait(false);
        await context.FittedParameters.Where(p => p.LearnerId == guest).ExecuteUpdateAsync(s => s.SetProperty(p => p.LearnerId, account), cancellation).ConfigureAwait(false);
        await context.Reports.Where(r => r.LearnerId == guest).ExecuteUpdateAsync(s => s.SetProperty(r => r.LearnerId, account), cancellation).ConfigureAwait(false);

        // Read or bookmarked twice is read or bookmarked; what the learner said outweighs what time and scrolling said.
        var read = context.SectionsRead.Where(r => r.LearnerId == account);
        var said = context.SectionsRead.Where(r => r.LearnerId == guest && r.Explicit);
        await read.Where(r => !r.Explicit && said.Any(t => t.Lesson == r.Lesson && t.Section == r.Section))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Explicit, true), cancellation).ConfigureAwait(false);
        await context.SectionsRead.Where(r => r.LearnerId == guest && !read.Any(t => t.Lesson == r.Lesson && t.Section == r.Section))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.LearnerId, account), cancellation).ConfigureAwait(false);
        var bookmarked = context.Bookmarks.Where(b => b.LearnerId == account);
        await context.Bookmarks.Where(b => b.LearnerId == guest && !bookmarked.Any(t => t.QuestionId == b.QuestionId))
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.LearnerId, account), cancellation).ConfigureAwait(false);
        var suspended = context.SuspendedCards.Where(s => s.LearnerId == account);
        await context.SuspendedCards.Where(s => s.LearnerId == guest && !suspended.Any(t => t.QuestionId == s.QuestionId))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.LearnerId, account), cancellation).ConfigureAwait(false);
        await MovePlacesAsync(context, guest, account, cancellation).ConfigureAwait(false);
        await MoveNotesAsync(context, guest, account, cancellation).ConfigureAwait(false);

        await context.SectionsRead.Where(r => r.LearnerId == guest).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        await context.SuspendedCards.Where(s => s.LearnerId == guest).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        await context.Bookmarks.Where(b => b.LearnerId == guest).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        await context.Folds.Where(f => f.LearnerId == guest || f.LearnerId == account).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        if (to.Settings == "{}" && to.DisplayName.Length == 0) LearnerSettings.Of(from).Keep(to);
        from.MergedInto = account;
    }

    /// <summary>Of two places in one lesson the later one counts.</summary>
    private static async Task MovePlacesAsync(InterviewPrepContext context, Guid guest, Guid account, CancellationToken cancellation)
    {
        var mine = await context.Places.Where(p => p.LearnerId == account).ToDictionaryAsync(p => p.Lesson, cancellation).ConfigureAwait(false);
        foreach (var place in await context.Places.Where(p => p.LearnerId == guest).ToListAsync(cancellation).ConfigureAwait(false))
        {
            if (!mine.TryGetValue(place.Lesson, out var kept)) context.Places.Add(new() { LearnerId = account, Lesson = place.Lesson, Section = place.Section, Time = place.Time });
            else if (kept.Time < place.Time) (kept.Section, kept.Time) = (place.Section, place.Time);
            context.Places.Remove(place);
        }
    }

    /// <summary>Of two notes on one question both stay, one after the other, even where they are longer than one note may be.</summary>
    private static async Task MoveNotesAsync(InterviewPrepContext context, Guid guest, Guid account, CancellationToken cancellation)
    {
        var mine = await context.Notes.Where(n => n.LearnerId == account).ToDictionaryAsync(n => n.QuestionId, cancellation).ConfigureAwait(false);
        foreach (var note in await context.Notes.Where(n => n.LearnerId == guest).ToListAsync(cancellation).ConfigureAwait(false))
        {
            if (!mine.TryGetValue(note.QuestionId, out var kept)) context.Notes.Add(new Note { LearnerId = account, QuestionId = note.QuestionId, Text = note.Text, Time = note.Time });
            else if (kept.Text != note.Text) (kept.Text, kept.Time) = ($"{kept.Text}\n\n{note.Text}", kept.Time > note.Time ? kept.Time : note.Time);
            context.Notes.Remove(note);
        }
    }
}
