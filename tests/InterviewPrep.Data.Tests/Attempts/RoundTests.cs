using System.Text;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Tests.Databases;

namespace InterviewPrep.Data.Tests.Attempts;

/// <summary>Sittings of rounds of a mock loop are found again, begun once, and each learner's own.</summary>
public sealed class RoundTests
{
    private static readonly Guid Loop = Guid.Parse("0193a1b2-0000-7000-8000-000000000001");

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Only_rounds_are_listed_the_newest_first_with_what_they_are(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        Assert.Empty(await database.Attempts.RoundsAsync(learner, None));
        await database.Attempts.StartAsync(learner, Asked.Spec with { Title = "\"Round\"" }, [new(Asked.Question(), 1)], Asked.Now, None);
        await database.Attempts.StartAsync(learner, Asked.Spec with { Kind = QuizKind.Round }, [new(Asked.Question(), 1)], Asked.Now, None);
        var first = await StartAsync(database, learner, Loop, "round-breadth", 1);
        var second = await StartAsync(database, learner, Loop, "round-design", 2);
        var rounds = await database.Attempts.RoundsAsync(learner, None);
        Assert.Equal([(second, new RoundKey(Loop, "round-design"), 1), (first, new RoundKey(Loop, "round-breadth"), 1)], rounds.Select(r => (r.Id, r.Spec.Round, r.Questions)));
    }

    [Theory]
    [DatabaseData]
    public async Task A_round_is_begun_once_however_often_and_at_once_it_is_asked_for(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        await database.StartAsync(learner); // The learner's row is there, so that it can be held.
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => StartAsync(database, learner, Loop, "round-breadth", i), None)));
        Assert.Single(ids.Distinct());
        Assert.Single(await database.Attempts.RoundsAsync(learner, None));
        Assert.NotEqual(ids[0], await StartAsync(database, learner, Loop, "round-design", 9));
        Assert.NotEqual(ids[0], await StartAsync(database, learner, Guid.CreateVersion7(), "round-breadth", 9));
        Assert.Equal(3, (await database.Attempts.RoundsAsync(learner, None)).Length);
    }

    [Theory]
    [DatabaseData]
    public async Task Another_learner_who_names_the_same_loop_begins_one_of_their_own(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (mine, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var first = await StartAsync(database, mine, Loop, "round-breadth", 1);
        var second = await StartAsync(database, theirs, Loop, "round-breadth", 2);
        Assert.NotEqual(first, second);
        Assert.Equal([first], (await database.Attempts.RoundsAsync(mine, None)).Select(r => r.Id));
        Assert.Equal([second], (await database.Attempts.RoundsAsync(theirs, None)).Select(r => r.Id));
        Assert.Null(await database.Attempts.FindAsync(theirs, first, None));
    }

    [Theory]
    [DatabaseData]
    public async Task Export_and_import_carry_the_round(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var other = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        var id = await StartAsync(database, learner, Loop, "round-breadth", 1);
        await database.Attempts.EndAsync(learner, id, [], false, Asked.Now.AddMinutes(9), None);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(await database.TextOfAsync(learner)));
        await other.Import.ReadAsync(file, null, _ => { }, None);
        var round = Assert.Single(await other.Attempts.RoundsAsync(learner, None));
        Assert.Equal((id, new RoundKey(Loop, "round-breadth"), QuizKind.Round), (round.Id, round.Spec.Round, round.Spec.Kind));
    }

    private static Task<Guid> StartAsync(TestDatabase database, Guid learner, Guid loop, string round, int minute) =>
        database.Attempts.StartAsync(
            learner, new QuizSpec { Kind = QuizKind.Round, Round = new RoundKey(loop, round), Title = round, Minutes = 20, FeedbackAtEnd = true }, [new(Asked.Question(), minute)],
            Asked.Now.AddMinutes(minute), CancellationToken.None);
}
