using System.Collections.Immutable;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Marks;

/// <summary>Bookmarks, notes and reports of mistakes.</summary>
public sealed class MarkStore(Database database)
{
    private const string Null = "There is an invisible character in this text that cannot be kept. Take it out, or write the text anew.";

    /// <summary>Sets a bookmark or takes it away.</summary>
    public Task BookmarkAsync(Guid learner, string question, bool isSet, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            async context =>
            {
                await LearnerRows.EnsureAsync(context, learner, now, cancellation).ConfigureAwait(false);
                var mark = await context.Bookmarks.FindAsync([learner, question], cancellation).ConfigureAwait(false);
                if (isSet && mark is null) context.Bookmarks.Add(new Bookmark { LearnerId = learner, QuestionId = question, Time = now });
                if (!isSet && mark is not null) context.Bookmarks.Remove(mark);
            },
            cancellation);

    /// <summary>Ids of a learner's bookmarked questions, the latest first.</summary>
    public Task<ImmutableArray<string>> BookmarksAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync<ImmutableArray<string>>(
            async context => [.. await context.Bookmarks.Where(b => b.LearnerId == learner).OrderByDescending(b => b.Time).Select(b => b.QuestionId).ToListAsync(cancellation).ConfigureAwait(false)], cancellation);

    /// <summary>Writes a note; an empty one takes it away.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="Note.MaxLength"/>, or has a character that no database takes.</exception>
    public Task NoteAsync(Guid learner, string question, string text, DateTime now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Contains('\0', StringComparison.Ordinal)) throw new ArgumentException(Null, nameof(text));
        if (text.Length > Note.MaxLength) throw new ArgumentException($"A note has at most {Note.MaxLength} characters.", nameof(text));
        return database.WriteAsync(
            async context =>
            {
                await LearnerRows.EnsureAsync(context, learner, now, cancellation).ConfigureAwait(false);
                var note = await context.Notes.FindAsync([learner, question], cancellation).ConfigureAwait(false);
                if (string.IsNullOrWhiteSpace(text))
                {
                    if (note is not null) context.Notes.Remove(note);
                }
                else if (note is not null)
                {
                    (note.Text, note.Time) = (text, now);
                }
                else
                {
                    context.Notes.Add(new Note { LearnerId = learner, QuestionId = question, Text = text, Time = now });
                }
            },
            cancellation);
    }

    /// <summary>A learner's note on a question.</summary>
    public Task<Note?> NoteAsync(Guid learner, string question, CancellationToken cancellation) =>
        database.ReadAsync(context => context.Notes.FirstOrDefaultAsync(n => n.LearnerId == learner && n.QuestionId == question, cancellation), cancellation);

    /// <summary>All notes of a learner, the latest first.</summary>
    public Task<ImmutableArray<Note>> NotesAsync(Guid learner, CancellationToken cancellation) =>
        database.ReadAsync<ImmutableArray<Note>>(
            async context => [.. await context.Notes.Where(n => n.LearnerId == learner).OrderByDescending(n => n.Time).ToListAsync(cancellation).ConfigureAwait(false)], cancellation);

    /// <summary>Keeps a report of a mistake.</summary>
    /// <exception cref="ArgumentException">It is empty or longer than <see cref="MistakeReport.MaxLength"/>, or has a character that no database takes.</exception>
    public Task ReportAsync(Guid learner, string question, int version, string text, DateTime now, CancellationToken cancellation)
    {
        if (text?.Contains('\0', StringComparison.Ordinal) == true) throw new ArgumentException(Null, nameof(text));
        if (string.IsNullOrWhiteSpace(text) || text.Length > MistakeReport.MaxLength) throw new ArgumentException($"A report has 1 to {MistakeReport.MaxLength} characters.", nameof(text));
        return database.WriteAsync(
            async context =>
            {
                await LearnerRows.EnsureAsync(context, learner, now, cancellation).ConfigureAwait(false);
                context.Reports.Add(new MistakeReport { Id = Guid.CreateVersion7(), LearnerId = learner, QuestionId = question, QuestionVersion = version, Text = text.Trim(), Time = now });
            },
            cancellation);
    }

    /// <summary>Reports, those not dealt with first, then the latest first.</summary>
    public Task<ImmutableArray<MistakeReport>> ReportsAsync(int take, CancellationToken cancellation) =>
        database.ReadAsync<ImmutableArray<MistakeReport>>(
            async context => [.. await context.Reports.OrderBy(r => r.Resolved != null).ThenByDescending(r => r.Time).Take(take).ToListAsync(cancellation).ConfigureAwait(false)], cancellation);

    /// <summary>Notes that a report was dealt with, or not.</summary>
    public Task ResolveAsync(Guid report, bool isResolved, DateTime now, CancellationToken cancellation) =>
        database.WriteAsync(
            context => context.Reports.Where(r => r.Id == report).ExecuteUpdateAsync(s => s.SetProperty(r => r.Resolved, isResolved ? now : null), cancellation), cancellation);
}
