using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using InterviewPrep.Data.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data.Tests.Learners;

/// <summary>Who learners are, what an account claims, and what is left when they go.</summary>
public sealed class LearnerStoreTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Settings_come_back_as_they_were_chosen(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        Assert.Equivalent(new LearnerSettings(), await database.Learners.SettingsAsync(learner, None));
        Assert.False(await database.Learners.ExistsAsync(learner, None));
        var chosen = new LearnerSettings
        {
            DisplayName = "Ada <b>",
            TimeZone = "Asia/Kolkata",
            DailyMinutes = 45,
            Feedback = FeedbackDetail.Short,
            AskCertainty = false,
            MarkReadByTime = false,
            ShowStreak = true,
            InterviewDay = new DateOnly(2027, 2, 28),
            KnownConcepts = ["a.b"],
            Rounds = ["coding"],
        };
        await database.Learners.SaveSettingsAsync(learner, chosen, Asked.Now, None);
        Assert.Equivalent(chosen, await database.Learners.SettingsAsync(learner, None), strict: true);
        Assert.True(await database.Learners.ExistsAsync(learner, None));
        await database.Learners.SaveSettingsAsync(learner, chosen with { DisplayName = "" }, Asked.Now, None);
        Assert.Equal("", (await database.Learners.SettingsAsync(learner, None)).DisplayName);
    }

    [Theory]
    [DatabaseData]
    public async Task First_requests_at_once_make_one_owner(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var owners = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => database.Learners.OwnerAsync(Asked.Now, None), None)));
        Assert.Single(owners.Distinct());
        await using var context = await database.Factory.CreateDbContextAsync(None);
        Assert.Equal(owners[0], (await context.Learners.SingleAsync(None)).Id);
    }

    [Theory]
    [DatabaseData]
    public async Task An_account_without_work_gets_all_of_a_guests(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (guest, _, _) = await database.BusyLearnerAsync();
        var account = await database.AccountAsync();
        var before = await database.TextOfAsync(guest);
        Assert.True(await database.Learners.ClaimAsync(guest, account, None));
        Assert.Equal(Parts(before, guest), Parts(await database.TextOfAsync(account), account));
        Assert.Equal(0, await database.RowsOfAsync(guest));
        Assert.False(await database.Learners.ExistsAsync(guest, None));
    }

    [Theory]
    [DatabaseData]
    public async Task An_account_with_work_of_its_own_loses_none_and_doubles_none(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var account = await database.AccountAsync();
        var guest = Guid.CreateVersion7();
        var step = Guid.CreateVersion7();
        foreach (var learner in new[] { account, guest })
        {
            var isGuest = learner == guest;
            await database.Answers.RecordAsync(Asked.Answer(learner, step), Asked.Question(), None);
            await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None);
            await database.StartAsync(learner);
            await database.Reading.MarkAsync(learner, "dot-products", ["alignment", isGuest ? "guest" : "account"], isGuest, Asked.Now, None);
            await database.Reading.PlaceAsync(learner, "dot-products", isGuest ? "later" : "earlier", isGuest ? Asked.Now.AddHours(1) : Asked.Now, None);
            await database.Reading.PlaceAsync(learner, "scaling", isGuest ? "earlier" : "later", isGuest ? Asked.Now : Asked.Now.AddHours(1), None);
            await database.Marks.BookmarkAsync(learner, "dot-01", true, Asked.Now, None);
            await database.Marks.BookmarkAsync(learner, isGuest ? "dot-02" : "dot-03", true, Asked.Now, None);
            await database.Marks.NoteAsync(learner, "dot-01", isGuest ? "Guest's" : "Account's", Asked.Now, None);
            await database.Marks.NoteAsync(learner, "dot-02", "The same", Asked.Now, None);
            await database.Learners.SaveSettingsAsync(learner, new() { DisplayName = isGuest ? "Guest" : "Account" }, Asked.Now, None);
        }

        Assert.True(await database.Learners.ClaimAsync(guest, account, None));
        Assert.Equal(4, (await database.Answers.OfLearnerAsync(account, None)).Select(a => a.Id).Distinct().Count());
        Assert.Equal(2, (await database.Attempts.ListAsync(account, 0, 9, None)).Length);
        var read = (await database.Reading.ReadAsync(account, None)).ToDictionary(r => r.Section, r => r.Explicit);
        Assert.Equal([("account", false), ("alignment", true), ("guest", true)], read.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value)));
        Assert.All(await database.Reading.PlacesAsync(account, None), p => Assert.Equal("later", p.Section));
        Assert.Equal(["dot-01", "dot-02", "dot-03"], (await database.Marks.BookmarksAsync(account, None)).Order(StringComparer.Ordinal));
        Assert.Equal(["Account's\n\nGuest's", "The same"], (await database.Marks.NotesAsync(account, None)).OrderBy(n => n.QuestionId, StringComparer.Ordinal).Select(n => n.Text));
        Assert.Equal("Account", (await database.Learners.SettingsAsync(account, None)).DisplayName);
        Assert.Equal(0, await database.RowsOfAsync(guest));
    }

    [Theory]
    [DatabaseData]
    public async Task A_second_claim_changes_nothing_and_the_guest_is_told(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (guest, open, _) = await database.BusyLearnerAsync();
        var (account, other) = (await database.AccountAsync(), await database.AccountAsync());
        Assert.True(await database.Learners.ClaimAsync(guest, account, None));
        var after = await database.TextOfAsync(account);
        Assert.False(await database.Learners.ClaimAsync(guest, account, None));
        Assert.False(await database.Learners.ClaimAsync(guest, other, None));
        Assert.Equal(StorageFault.Claimed, (await Assert.ThrowsAsync<StorageException>(() => database.Answers.RecordAsync(Asked.Answer(guest), Asked.Question(), None))).Fault);
        Assert.False(await database.Attempts.FlagAsync(guest, open.Id, 0, true, None));
        Assert.Equal(after, await database.TextOfAsync(account));
    }

    [Theory]
    [DatabaseData]
    public async Task Nothing_is_claimed_from_nobody_oneself_or_another_account(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (account, other) = (await database.AccountAsync(), await database.AccountAsync());
        await database.Marks.BookmarkAsync(other, "dot-01", true, Asked.Now, None);
        Assert.False(await database.Learners.ClaimAsync(Guid.CreateVersion7(), account, None));
        Assert.False(await database.Learners.ClaimAsync(account, account, None));
        Assert.False(await database.Learners.ClaimAsync(other, account, None));
        Assert.False(await database.Learners.ClaimAsync(other, Guid.CreateVersion7(), None));
        Assert.Single(await database.Marks.BookmarksAsync(other, None));
    }

    [Theory]
    [DatabaseData]
    public async Task An_answer_given_while_the_account_claims_is_kept_or_refused_never_lost(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        for (var round = 0; round < 5; round++)
        {
            var (guest, account) = (Guid.CreateVersion7(), await database.AccountAsync());
            var shown = new List<Guid> { (await database.Answers.RecordAsync(Asked.Answer(guest), Asked.Question(), None)).Id };
            var attempt = await database.StartAsync(guest);
            var answers = Enumerable.Range(0, 12).Select(_ => Task.Run(() => TryAnswerAsync(database, guest), None)).ToList();
            var end = Task.Run(() => database.Attempts.EndAsync(guest, attempt.Id, [Asked.Answer(guest, attempt.Steps[0].Id, attempt: attempt.Id)], false, Asked.Now, None), None);
            Assert.True(await database.Learners.ClaimAsync(guest, account, None));
            shown.AddRange((await Task.WhenAll(answers)).OfType<Guid>());
            var ended = await end;
            var kept = await database.Answers.OfLearnerAsync(account, None);
            Assert.Empty(shown.Except(kept.Select(a => a.Id)));
            Assert.Equal(shown.Count + (ended ? 1 : 0), kept.Length);
            Assert.Equal(0, await database.RowsOfAsync(guest));
        }
    }

    [Theory]
    [DatabaseData]
    public async Task Deleting_leaves_no_row_but_reports_without_a_name(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (guest, _, _) = await database.BusyLearnerAsync();
        var account = await database.AccountAsync();
        await database.Learners.ClaimAsync(guest, account, None);
        var (other, _, _) = await database.BusyLearnerAsync();
        var before = await database.TextOfAsync(other);
        await database.Learners.DeleteAsync(account, Asked.Now, None);
        await database.Learners.DeleteAsync(account, Asked.Now, None);
        Assert.Equal((0, 0), (await database.RowsOfAsync(account), await database.RowsOfAsync(guest)));
        await using var context = await database.Factory.CreateDbContextAsync(None);
        Assert.Equal([other], await context.Learners.Select(l => l.Id).ToListAsync(None));
        Assert.Equal(0, await context.Users.CountAsync(None));
        Assert.Equal(3, await context.AttemptSteps.CountAsync(None));
        Assert.Equal([null, other], (await database.Marks.ReportsAsync(9, None)).Select(r => r.LearnerId).Order());
        Assert.Equal(before, await database.TextOfAsync(other));
    }

    /// <summary>A window that is still open, or a cookie that is left: whatever it saves is refused, and makes nobody.</summary>
    [Theory]
    [DatabaseData]
    public async Task Nothing_is_saved_under_an_id_that_was_deleted(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (guest, _, _) = await database.BusyLearnerAsync();
        var account = await database.AccountAsync();
        await database.Learners.ClaimAsync(guest, account, None);
        await database.Learners.DeleteAsync(account, Asked.Now, None);
        foreach (var learner in new[] { account, guest })
        {
            Assert.True(await database.Learners.IsDeletedAsync(learner, None));
            foreach (var save in Saves(database, learner)) Assert.Equal(StorageFault.Deleted, (await Assert.ThrowsAsync<StorageException>(save)).Fault);
            Assert.False(await database.Learners.ExistsAsync(learner, None));
            Assert.Equal(0, await database.RowsOfAsync(learner));
        }

        var other = Guid.CreateVersion7();
        Assert.False(await database.Learners.IsDeletedAsync(other, None));
        foreach (var save in Saves(database, other)) await save();
        Assert.True(await database.Learners.ExistsAsync(other, None));
    }

    [Theory]
    [DatabaseData]
    public async Task Whoever_runs_the_instance_brings_a_deleted_learner_back_from_a_file(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (learner, _, _) = await database.BusyLearnerAsync();
        var before = await database.TextOfAsync(learner);
        await database.Learners.DeleteAsync(learner, Asked.Now, None);
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(before));
        await database.Import.ReadAsync(file, null, _ => { }, None);
        Assert.False(await database.Learners.IsDeletedAsync(learner, None));
        await database.Marks.NoteAsync(learner, "dot-02", "again", Asked.Now, None);
        Assert.True(await database.Learners.ExistsAsync(learner, None));
    }

    [Theory]
    [DatabaseData]
    public async Task An_owner_who_was_deleted_is_followed_by_a_new_one(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var first = await database.Learners.OwnerAsync(Asked.Now, None);
        Assert.Equal(first, await database.Learners.OwnerAsync(Asked.Now, None));
        await database.Learners.DeleteAsync(first, Asked.Now, None);
        var next = await database.Learners.OwnerAsync(Asked.Now, None);
        Assert.NotEqual(first, next);
        await database.Marks.NoteAsync(next, "dot-01", "mine", Asked.Now, None);
    }

    /// <summary>Every way of saving that makes a guest of somebody new.</summary>
    private static Func<Task>[] Saves(TestDatabase database, Guid learner) =>
    [
        () => database.Learners.SaveSettingsAsync(learner, new LearnerSettings(), Asked.Now, None),
        () => database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None),
        () => database.StartAsync(learner),
        () => database.Marks.BookmarkAsync(learner, "dot-01", true, Asked.Now, None),
        () => database.Marks.NoteAsync(learner, "dot-01", "x", Asked.Now, None),
        () => database.Marks.ReportAsync(learner, "dot-01", 1, "x", Asked.Now, None),
        () => database.Reading.MarkAsync(learner, "dot-products", ["alignment"], true, Asked.Now, None),
        () => database.Reading.PlaceAsync(learner, "dot-products", "alignment", Asked.Now, None),
        () => database.Reviews.SuspendAsync(learner, "dot-01", true, Asked.Now, None),
        () => database.Reviews.KeepParametersAsync(learner, new(Core.Memory.FsrsParameters.Default, false, 9, 0, double.NaN, double.NaN), Asked.Now, None),
    ];

    private static async Task<Guid?> TryAnswerAsync(TestDatabase database, Guid learner)
    {
        try
        {
            return (await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None)).Id;
        }
        catch (StorageException e) when (e.Fault == StorageFault.Claimed)
        {
            return null;
        }
    }

    /// <summary>What a text says, whoever it is about.</summary>
    private static string Parts(string text, Guid learner) => text[text.IndexOf("\"answers\"", StringComparison.Ordinal)..].Replace(learner.ToString(), "", StringComparison.Ordinal);
}
