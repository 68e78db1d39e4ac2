using InterviewPrep.Data.Marks;
using InterviewPrep.Data.Tests.Databases;

namespace InterviewPrep.Data.Tests.Marks;

/// <summary>Bookmarks, notes and reports.</summary>
public sealed class MarkStoreTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Bookmarks_are_set_and_taken_away_any_number_of_times(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        await database.Marks.BookmarkAsync(learner, "a", false, Asked.Now, None);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => database.Marks.BookmarkAsync(learner, "a", true, Asked.Now, None), None)));
        await database.Marks.BookmarkAsync(learner, "b", true, Asked.Now.AddMinutes(1), None);
        Assert.Equal(["b", "a"], await database.Marks.BookmarksAsync(learner, None));
        await database.Marks.BookmarkAsync(learner, "a", false, Asked.Now, None);
        Assert.Equal(["b"], await database.Marks.BookmarksAsync(learner, None));
    }

    [Theory]
    [DatabaseData]
    public async Task A_text_with_a_character_that_no_database_takes_is_refused_in_words(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        foreach (var write in new Func<Task>[] { () => database.Marks.NoteAsync(learner, "a", "x\0y", Asked.Now, None), () => database.Marks.ReportAsync(learner, "a", 1, "x\0y", Asked.Now, None) })
            Assert.StartsWith("There is an invisible character in this text", (await Assert.ThrowsAsync<ArgumentException>(write)).Message, StringComparison.Ordinal);
        Assert.False(await database.Learners.ExistsAsync(learner, None));
        await database.Marks.NoteAsync(learner, "a", "\u202Ex\u0001\uFFFF", Asked.Now, None);
        Assert.Equal("\u202Ex\u0001\uFFFF", (await database.Marks.NoteAsync(learner, "a", None))!.Text);
    }

    [Theory]
    [DatabaseData]
    public async Task A_note_is_written_changed_and_emptied(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var longest = new string('é', Note.MaxLength);
        await database.Marks.NoteAsync(learner, "a", "First", Asked.Now, None);
        await database.Marks.NoteAsync(learner, "a", longest, Asked.Now.AddMinutes(1), None);
        await database.Marks.NoteAsync(learner, "b", "Other", Asked.Now, None);
        var note = (await database.Marks.NoteAsync(learner, "a", None))!;
        Assert.Equal((longest, Asked.Kept.AddMinutes(1), DateTimeKind.Utc), (note.Text, note.Time, note.Time.Kind));
        Assert.Equal(["a", "b"], (await database.Marks.NotesAsync(learner, None)).Select(n => n.QuestionId));
        await Assert.ThrowsAsync<ArgumentException>(() => database.Marks.NoteAsync(learner, "a", longest + "!", Asked.Now, None));
        await database.Marks.NoteAsync(learner, "a", " \n", Asked.Now, None);
        Assert.Null(await database.Marks.NoteAsync(learner, "a", None));
    }

    [Theory]
    [DatabaseData]
    public async Task Reports_not_dealt_with_come_first(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        for (var i = 0; i < 3; i++) await database.Marks.ReportAsync(learner, $"q{i}", i + 1, $" Wrong {i} ", Asked.Now.AddMinutes(i), None);
        var newest = (await database.Marks.ReportsAsync(9, None))[0];
        Assert.Equal(("q2", 3, "Wrong 2", learner, null), (newest.QuestionId, newest.QuestionVersion, newest.Text, newest.LearnerId, newest.Resolved));
        await database.Marks.ResolveAsync(newest.Id, true, Asked.Now, None);
        Assert.Equal([("q1", null), ("q0", null), ("q2", Asked.Kept)], (await database.Marks.ReportsAsync(9, None)).Select(r => (r.QuestionId, r.Resolved)));
        await database.Marks.ResolveAsync(newest.Id, false, Asked.Now, None);
        Assert.Equal(["q2", "q1"], (await database.Marks.ReportsAsync(2, None)).Select(r => r.QuestionId));
        await Assert.ThrowsAsync<ArgumentException>(() => database.Marks.ReportAsync(learner, "q", 1, "  ", Asked.Now, None));
        await Assert.ThrowsAsync<ArgumentException>(() => database.Marks.ReportAsync(learner, "q", 1, new string('x', MistakeReport.MaxLength + 1), Asked.Now, None));
    }
}
