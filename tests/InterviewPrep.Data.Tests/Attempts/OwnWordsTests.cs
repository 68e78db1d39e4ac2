using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Tests.Databases;

namespace InterviewPrep.Data.Tests.Attempts;

/// <summary>Own words are fixed when they are compared, when the learner finishes and when the time is over; the marks of them come after.</summary>
public sealed class OwnWordsTests
{
    private static readonly OpenQuestion Open = new()
    {
        Id = "open-01",
        Version = 1,
        Concepts = ["attention.dot-products"],
        Level = 4,
        Prompt = "Explain it.",
        Explanation = "See the section.",
        KeyPoints = [new("One", 1), new("Two", 1)],
        RedFlags = ["Three"],
        Model = "One and two.",
        Minutes = 3,
    };

    private static readonly DateTime Late = Asked.Now.AddMinutes(10) + Attempt.Grace + TimeSpan.FromSeconds(1);

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Words_that_are_fixed_stay_and_take_marks(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (learner, id) = await StartAsync(database);
        Assert.True(await database.Attempts.RevealAsync(learner, id, 0, new OpenResponse("Mine", [0], []), Certainty.Certain, Asked.Now, None));
        Assert.True((await StepAsync(database, learner, id)).IsUnmarked);
        Assert.True(await database.Attempts.DraftAsync(learner, id, 0, new OpenResponse("Better", [1], []) { IsTentative = true }, Certainty.NotSure, Asked.Now, None));
        Assert.True((await StepAsync(database, learner, id)).IsUnmarked);
        Assert.True(await database.Attempts.DraftAsync(learner, id, 0, new OpenResponse("Better", [0, 1], [0]), Certainty.NotSure, Asked.Now, None));
        var step = await StepAsync(database, learner, id);
        var words = Assert.IsType<OpenResponse>(step.Draft);
        Assert.Equal(("Mine", Certainty.Certain, false), (words.Text, step.DraftCertainty, step.IsUnmarked));
        Assert.Equal([0, 1], words.KeyPoints);
        Assert.Equal([0], words.RedFlags);
        Assert.False(await database.Attempts.DraftAsync(learner, id, 0, new UnknownResponse(), null, Asked.Now, None));
        Assert.False(await database.Attempts.DraftAsync(learner, id, 0, null, null, Asked.Now, None));
    }

    [Theory]
    [DatabaseData]
    public async Task A_mark_of_nothing_is_a_mark(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (learner, id) = await StartAsync(database);
        await database.Attempts.RevealAsync(learner, id, 0, new OpenResponse("Mine", [], []), null, Asked.Now, None);
        Assert.True((await StepAsync(database, learner, id)).IsUnmarked);
        await database.Attempts.DraftAsync(learner, id, 0, new OpenResponse("Mine", [], []), null, Asked.Now, None);
        Assert.False((await StepAsync(database, learner, id)).IsUnmarked);
    }

    [Theory]
    [DatabaseData]
    public async Task Marks_that_come_with_words_before_they_are_fixed_are_none(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (learner, id) = await StartAsync(database);
        await database.Attempts.DraftAsync(learner, id, 0, new OpenResponse("Mine", [0, 1], []), null, Asked.Now, None);
        var step = await StepAsync(database, learner, id);
        Assert.True(step.IsUnmarked);
        Assert.True(Assert.IsType<OpenResponse>(step.Draft).KeyPoints.IsDefault);
    }

    [Theory]
    [DatabaseData]
    public async Task When_the_time_is_over_nothing_changes_but_marks(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (learner, id) = await StartAsync(database);
        await database.Attempts.DraftAsync(learner, id, 0, new OpenResponse("In time", [], []), null, Asked.Now.AddMinutes(10), None);
        Assert.False(await database.Attempts.DraftAsync(learner, id, 0, new OpenResponse("Too late", [], []), null, Late, None));
        Assert.False(await database.Attempts.RevealAsync(learner, id, 0, new OpenResponse("Too late", [], []), null, Late, None));
        Assert.False(await database.Attempts.DraftAsync(learner, id, 1, new ChoiceResponse(["eleven"]), null, Late, None));
        Assert.True(await database.Attempts.FixAsync(learner, id, Late, None));
        Assert.True(await database.Attempts.DraftAsync(learner, id, 0, new OpenResponse("Too late", [1], []), null, Late, None));
        var attempt = (await database.Attempts.FindAsync(learner, id, None))!;
        Assert.Equal("In time", Assert.IsType<OpenResponse>(attempt.Steps[0].Draft).Text);
        Assert.Null(attempt.Steps[1].Draft);
    }

    [Theory]
    [DatabaseData]
    public async Task Who_finishes_fixes_every_place_and_leaves_out_what_is_empty(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (learner, id) = await StartAsync(database);
        await database.Attempts.DraftAsync(learner, id, 0, new OpenResponse("  ", [], []), null, Asked.Now, None);
        await database.Attempts.DraftAsync(learner, id, 1, new ChoiceResponse(["ten"]), null, Asked.Now, None);
        Assert.False((await database.Attempts.FindAsync(learner, id, None))!.IsFixed(Asked.Now));
        Assert.True(await database.Attempts.FixAsync(learner, id, Asked.Now.AddMinutes(1), None));
        Assert.False(await database.Attempts.DraftAsync(learner, id, 1, new ChoiceResponse(["eleven"]), null, Asked.Now.AddMinutes(1), None));
        Assert.True(await database.Attempts.FixAsync(learner, id, Asked.Now.AddMinutes(2), None));
        var attempt = (await database.Attempts.FindAsync(learner, id, None))!;
        Assert.True(attempt.IsFixed(Asked.Now.AddMinutes(1)));
        Assert.Empty(attempt.Unmarked);
        Assert.Equal([(null, Asked.Kept.AddMinutes(1)), ("choice", Asked.Kept.AddMinutes(1))], attempt.Steps.Select(s => (s.Draft is ChoiceResponse { Options: ["ten"] } ? "choice" : s.Draft?.ToJson(), s.Revealed!.Value)));
    }

    [Theory]
    [DatabaseData]
    public async Task An_ended_sitting_and_one_of_somebody_else_are_not_fixed(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (learner, id) = await StartAsync(database);
        Assert.False(await database.Attempts.FixAsync(Guid.CreateVersion7(), id, Asked.Now, None));
        Assert.All((await database.Attempts.FindAsync(learner, id, None))!.Steps, s => Assert.Null(s.Revealed));
        await database.Attempts.EndAsync(learner, id, [], false, Asked.Now, None);
        Assert.False(await database.Attempts.FixAsync(learner, id, Asked.Now, None));
    }

    private static async Task<(Guid Learner, Guid Id)> StartAsync(TestDatabase database)
    {
        var learner = Guid.CreateVersion7();
        return (learner, await database.Attempts.StartAsync(learner, new QuizSpec { Title = "t", FeedbackAtEnd = true, Minutes = 10 }, [new(Open, 1), new(Asked.Question(), 2)], Asked.Now, None));
    }

    private static async Task<Step> StepAsync(TestDatabase database, Guid learner, Guid id) => (await database.Attempts.FindAsync(learner, id, None))!.Steps[0];
}
