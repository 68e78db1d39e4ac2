using InterviewPrep.Data.Tests.Databases;

namespace InterviewPrep.Data.Tests.Reading;

/// <summary>What was read, and where learners are.</summary>
public sealed class ReadingStoreTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task A_section_is_read_once_and_what_the_learner_says_outweighs_time(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => database.Reading.MarkAsync(learner, "l", ["a", "b", "a"], false, Asked.Now, None), None)));
        await database.Reading.MarkAsync(learner, "other", ["a"], false, Asked.Now.AddMinutes(1), None);
        await database.Reading.MarkAsync(learner, "l", ["a", "c"], true, Asked.Now.AddMinutes(2), None);
        await database.Reading.MarkAsync(learner, "l", ["a"], false, Asked.Now.AddMinutes(3), None);
        var read = await database.Reading.ReadAsync(learner, None);
        Assert.Equal(
            [("l", "a", 0, true), ("l", "b", 0, false), ("l", "c", 2, true), ("other", "a", 1, false)],
            read.OrderBy(r => r.Lesson, StringComparer.Ordinal).ThenBy(r => r.Section, StringComparer.Ordinal).Select(r => (r.Lesson, r.Section, (int)(r.Time - Asked.Kept).TotalMinutes, r.Explicit)));
        Assert.All(read, r => Assert.Equal(DateTimeKind.Utc, r.Time.Kind));
    }

    [Theory]
    [DatabaseData]
    public async Task Marks_are_taken_back(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        await database.Reading.MarkAsync(learner, "l", ["a", "b"], true, Asked.Now, None);
        await database.Reading.UnmarkAsync(learner, "l", ["a", "never"], None);
        await database.Reading.UnmarkAsync(learner, "other", ["b"], None);
        Assert.Equal(["b"], (await database.Reading.ReadAsync(learner, None)).Select(r => r.Section));
    }

    [Theory]
    [DatabaseData]
    public async Task A_lesson_has_one_place_and_the_latest_comes_first(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var learner = Guid.CreateVersion7();
        await database.Reading.PlaceAsync(learner, "first", "a", Asked.Now, None);
        await database.Reading.PlaceAsync(learner, "second", "", Asked.Now.AddMinutes(1), None);
        await database.Reading.PlaceAsync(learner, "first", "b", Asked.Now.AddMinutes(2), None);
        Assert.Equal([("first", "b"), ("second", "")], (await database.Reading.PlacesAsync(learner, None)).Select(p => (p.Lesson, p.Section)));
    }
}
