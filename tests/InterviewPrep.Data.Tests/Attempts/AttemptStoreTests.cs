using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Storage;
using InterviewPrep.Data.Tests.Databases;

namespace InterviewPrep.Data.Tests.Attempts;

/// <summary>A sitting can be left and gone on with, and ends once and wholly.</summary>
public sealed class AttemptStoreTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task A_sitting_is_found_as_it_was_left(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var (id, draft) = ((await database.StartAsync(learner)).Id, new ChoiceResponse(["ten"]));
        Assert.True(await database.Attempts.ShowAsync(learner, id, 1, Asked.Now.AddMinutes(1), None));
        Assert.True(await database.Attempts.ShowAsync(learner, id, 1, Asked.Now.AddMinutes(2), None));
        Assert.True(await database.Attempts.HintAsync(learner, id, 1, 2, None));
        Assert.True(await database.Attempts.HintAsync(learner, id, 1, 1, None));
        Assert.True(await database.Attempts.FlagAsync(learner, id, 1, true, None));
        Assert.True(await database.Attempts.DraftAsync(learner, id, 1, draft, Certainty.Certain, Asked.Now, None));
        var attempt = (await database.Attempts.FindAsync(learner, id, None))!;
        Assert.Equal((learner, Asked.Kept, null, false, 1), (attempt.Learner, attempt.Started, attempt.Ended, attempt.GivenUp, attempt.Position));
        Assert.Equal(DateTimeKind.Utc, attempt.Started.Kind);
        Assert.Equal((Asked.Spec.Title, Asked.Spec.Kind, Asked.Spec.Minutes, Asked.Spec.AskCertainty), (attempt.Spec.Title, attempt.Spec.Kind, attempt.Spec.Minutes, attempt.Spec.AskCertainty));
        Assert.Equal(Asked.Spec.Lessons, attempt.Spec.Lessons);
        Assert.Equal([("dot-01", -1L, 0), ("dot-02", 0L, 1)], attempt.Steps.Select(s => (s.Question.Id, s.Seed, s.Position)));
        Assert.Equal((null, 0, false, null), (attempt.Steps[0].Shown, attempt.Steps[0].Hints, attempt.Steps[0].Flagged, attempt.Steps[0].Draft));
        var step = attempt.Steps[1];
        Assert.Equal((Asked.Kept.AddMinutes(1), 2, true, Certainty.Certain), (step.Shown, step.Hints, step.Flagged, step.DraftCertainty));
        Assert.Equal(draft.ToJson(), step.Draft!.ToJson());
    }

    [Theory]
    [DatabaseData]
    public async Task What_was_asked_stays_when_the_content_is_edited(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var before = await database.StartAsync(learner, Asked.Question(prompt: "Before"));
        var after = await database.StartAsync(learner, Asked.Question(prompt: "After", version: 2));
        foreach (var (attempt, prompt, version) in new[] { (before, "Before", 1), (after, "After", 2) })
        {
            var question = (SingleQuestion)(await database.Attempts.FindAsync(learner, attempt.Id, None))!.Steps[0].Question;
            Assert.Equal((prompt, version, "Multiply in pairs, then “add” – 3 + 8 < 12."), (question.Prompt, question.Version, question.Explanation));
            Assert.Equal(Asked.Question().Options, question.Options);
        }
    }

    [Theory]
    [DatabaseData]
    public async Task Words_that_were_compared_with_the_model_no_longer_change(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var id = (await database.StartAsync(learner)).Id;
        Assert.True(await database.Attempts.RevealAsync(learner, id, 0, new OpenResponse("First words", [], []), Certainty.NotSure, Asked.Now, None));
        Assert.True(await database.Attempts.RevealAsync(learner, id, 0, new OpenResponse("Second words", [], []), null, Asked.Now.AddMinutes(1), None));
        Assert.True(await database.Attempts.DraftAsync(learner, id, 0, new OpenResponse("Third words", [], []), null, Asked.Now, None));
        var step = (await database.Attempts.FindAsync(learner, id, None))!.Steps[0];
        Assert.Equal(("First words", Certainty.NotSure, Asked.Kept), (Assert.IsType<OpenResponse>(step.Draft).Text, step.DraftCertainty, step.Revealed));
    }

    [Theory]
    [DatabaseData]
    public async Task A_draft_can_be_taken_back(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var id = (await database.StartAsync(learner)).Id;
        await database.Attempts.DraftAsync(learner, id, 0, new TextResponse("x"), Certainty.Certain, Asked.Now, None);
        await database.Attempts.DraftAsync(learner, id, 0, null, null, Asked.Now, None);
        var step = (await database.Attempts.FindAsync(learner, id, None))!.Steps[0];
        Assert.Equal((null, null), (step.Draft, step.DraftCertainty));
    }

    [Theory]
    [DatabaseData]
    public async Task The_end_turns_drafts_into_answers_once(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var attempt = await database.StartAsync(learner);
        var early = await database.Answers.RecordAsync(Asked.Answer(learner, attempt.Steps[0].Id, score: 0, attempt: attempt.Id), Asked.Question(), None);
        var answers = attempt.Steps.Select(s => Asked.Answer(learner, s.Id, s.Question, attempt: attempt.Id)).ToList();
        var ended = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => database.Attempts.EndAsync(learner, attempt.Id, answers, true, Asked.Now.AddMinutes(5), None), None)));
        Assert.Single(ended, true);
        var found = (await database.Attempts.FindAsync(learner, attempt.Id, None))!;
        Assert.Equal((Asked.Kept.AddMinutes(5), true), (found.Ended, found.GivenUp));
        Assert.Equal([early.Id, answers[1].Id], found.Steps.Select(s => s.Answer!.Id));
        Assert.Equal(2, (await database.Answers.OfLearnerAsync(learner, None)).Length);
    }

    [Theory]
    [DatabaseData]
    public async Task An_end_that_fails_leaves_nothing_of_itself(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var attempt = await database.StartAsync(learner);
        var taken = await database.Answers.RecordAsync(Asked.Answer(learner), Asked.Question(), None);
        var answers = attempt.Steps.Select(s => Asked.Answer(learner, s.Id, s.Question, attempt: attempt.Id)).ToList();
        answers[1] = answers[1] with { Id = taken.Id };
        Assert.Equal(StorageFault.Duplicate, (await Assert.ThrowsAsync<StorageException>(() => database.Attempts.EndAsync(learner, attempt.Id, answers, false, Asked.Now, None))).Fault);
        var found = (await database.Attempts.FindAsync(learner, attempt.Id, None))!;
        Assert.True(found.IsOpen);
        Assert.All(found.Steps, s => Assert.Null(s.Answer));
        await Assert.ThrowsAsync<ArgumentException>(() => database.Attempts.EndAsync(learner, attempt.Id, [Asked.Answer(Guid.CreateVersion7(), attempt.Steps[0].Id, attempt: attempt.Id)], false, Asked.Now, None));
        Assert.True((await database.Attempts.FindAsync(learner, attempt.Id, None))!.IsOpen);
    }

    [Theory]
    [DatabaseData]
    public async Task An_ended_sitting_changes_no_more(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var id = (await database.StartAsync(learner)).Id;
        Assert.True(await database.Attempts.EndAsync(learner, id, [], false, Asked.Now, None));
        Assert.False(await database.Attempts.ShowAsync(learner, id, 0, Asked.Now, None));
        Assert.False(await database.Attempts.HintAsync(learner, id, 0, 1, None));
        Assert.False(await database.Attempts.FlagAsync(learner, id, 0, true, None));
        Assert.False(await database.Attempts.DraftAsync(learner, id, 0, new TextResponse("x"), null, Asked.Now, None));
        Assert.False(await database.Attempts.RevealAsync(learner, id, 0, new OpenResponse("x", [], []), null, Asked.Now, None));
        Assert.False(await database.Attempts.EndAsync(learner, id, [], true, Asked.Now, None));
        var found = (await database.Attempts.FindAsync(learner, id, None))!;
        Assert.Equal((false, 0), (found.GivenUp, found.Steps[0].Hints));
    }

    [Theory]
    [DatabaseData]
    public async Task Unknown_ids_and_places_are_not_found(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var id = (await database.StartAsync(learner)).Id;
        Assert.Null(await database.Attempts.FindAsync(learner, Guid.CreateVersion7(), None));
        foreach (var place in new[] { -1, 2, int.MaxValue }) Assert.False(await database.Attempts.ShowAsync(learner, id, place, Asked.Now, None));
        Assert.False(await database.Attempts.EndAsync(learner, Guid.CreateVersion7(), [], false, Asked.Now, None));
        Assert.Equal(0, (await database.Attempts.FindAsync(learner, id, None))!.Position);
    }

    [Theory]
    [DatabaseData]
    public async Task Sittings_are_listed_the_newest_first_with_their_marks(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var ids = new List<Guid>();
        for (var day = 0; day < 3; day++)
        {
            var id = await database.Attempts.StartAsync(learner, Asked.Spec, [new(Asked.Question(), day)], Asked.Now.AddDays(day), None);
            ids.Add(id);
            var step = (await database.Attempts.FindAsync(learner, id, None))!.Steps[0];
            if (day > 0) await database.Answers.RecordAsync(Asked.Answer(learner, step.Id, score: day / 2.0, attempt: id), Asked.Question(), None);
        }

        Assert.Equal([ids[2], ids[1]], (await database.Attempts.ListAsync(learner, 0, 2, None)).Select(a => a.Id));
        Assert.Equal([ids[0]], (await database.Attempts.ListAsync(learner, 2, 2, None)).Select(a => a.Id));
        Assert.Equal([(1, 1, 1.0), (1, 1, 0.5), (1, 0, 0.0)], (await database.Attempts.ListAsync(learner, 0, 9, None)).Select(a => (a.Questions, a.Answered, a.Score)));
    }
}
