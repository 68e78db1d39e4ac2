using InterviewPrep.Data.Marks;
using InterviewPrep.Data.Reading;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Learners;

/// <summary>What a file says about reading, bookmarks, notes and reports.</summary>
internal static class ImportedMarks
{
    /// <summary>Adds what is not there.</summary>
    /// <returns>How many rows.</returns>
    public static async Task<int> AddAsync(InterviewPrepContext context, LearnerDocument document, Guid learner, CancellationToken cancellation)
    {
        var sections = (await context.SectionsRead.Where(r => r.LearnerId == learner).ToListAsync(cancellation).ConfigureAwait(false)).Select(r => (r.Lesson, r.Section)).ToHashSet();
        var places = await context.Places.Where(p => p.LearnerId == learner).Select(p => p.Lesson).ToHashSetAsync(cancellation).ConfigureAwait(false);
        var bookmarks = await context.Bookmarks.Where(b => b.LearnerId == learner).Select(b => b.QuestionId).ToHashSetAsync(cancellation).ConfigureAwait(false);
        // Reports that stayed here without a name when they were deleted go on without one.
        var reports = await context.Reports.Where(r => r.LearnerId == learner || r.LearnerId == null).Select(r => r.Id).ToHashSetAsync(cancellation).ConfigureAwait(false);
        List<object> added =
        [
            .. document.SectionsRead.Where(r => sections.Add((r.Lesson, r.Section))).Select(r => new SectionRead { LearnerId = learner, Lesson = r.Lesson, Section = r.Section, Time = r.Time, Explicit = r.Explicit }),
            .. document.Places.Where(p => places.Add(p.Lesson)).Select(p => new ReadingPlace { LearnerId = learner, Lesson = p.Lesson, Section = p.Section, Time = p.Time }),
            .. document.Bookmarks.Where(b => bookmarks.Add(b.Question)).Select(b => new Bookmark { LearnerId = learner, QuestionId = b.Question, Time = b.Time }),
            .. document.Reports.Where(r => reports.Add(r.Id)).Select(r => new MistakeReport { Id = r.Id, LearnerId = learner, QuestionId = r.Question, QuestionVersion = r.Version, Text = r.Text, Time = r.Time, Resolved = r.Resolved }),
        ];
        context.AddRange(added);
        return added.Count + await AddNotesAsync(context, document, learner, cancellation).ConfigureAwait(false);
    }

    /// <summary>Of two notes on one question both stay, as when an account claims a guest's.</summary>
    private static async Task<int> AddNotesAsync(InterviewPrepContext context, LearnerDocument document, Guid learner, CancellationToken cancellation)
    {
        var mine = await context.Notes.Where(n => n.LearnerId == learner).ToDictionaryAsync(n => n.QuestionId, cancellation).ConfigureAwait(false);
        var added = 0;
        foreach (var note in document.Notes)
        {
            if (!mine.TryGetValue(note.Question, out var kept)) context.Notes.Add(mine[note.Question] = new Note { LearnerId = learner, QuestionId = note.Question, Text = note.Text, Time = note.Time });
            else if (!kept.Text.Contains(note.Text, StringComparison.Ordinal)) kept.Text = $"{kept.Text}\n\n{note.Text}";
            else continue;
            added++;
        }

        return added;
    }
}
