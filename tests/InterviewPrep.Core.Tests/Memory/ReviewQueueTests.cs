using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Tests.Memory;

public sealed class ReviewQueueTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 9, 0, 0, DateTimeKind.Utc);
    private static readonly ReviewSettings Settings = new() { Scheduler = new Scheduler(FsrsParameters.Default), StudyDay = new StudyDay(TimeZoneInfo.Utc), MinutesPerDay = 60 };

    [Fact]
    public void Today_EqualWeights_LowestRetrievabilityFirst()
    {
        ReviewItem[] items = [Item("a", overdue: 1), Item("b", overdue: 30), Item("c", overdue: 5)];
        Assert.Equal(["b", "c", "a"], Ids(ReviewQueue.Today(items, Settings, Now)));
    }

    [Fact]
    public void Today_Weight_CountsAsMuchAsForgetting()
    {
        ReviewItem[] items = [Item("forgotten", overdue: 30), Item("heavy", overdue: 5) with { Weight = 5 }, Item("light", overdue: 5)];
        Assert.Equal(["heavy", "forgotten", "light"], Ids(ReviewQueue.Today(items, Settings, Now)));
    }

    [Fact]
    public void Today_DueIsTheDayNotTheHour()
    {
        var later = Item("later") with { Card = Reviewed(Now.AddDays(-10)) with { Due = Now.AddHours(12) } };
        var tomorrow = Item("tomorrow") with { Card = Reviewed(Now.AddDays(-10)) with { Due = Now.AddHours(20) } };
        Assert.Equal(["later"], Ids(ReviewQueue.Today([later, tomorrow], Settings, Now)));
    }

    [Fact]
    public void Today_Steps_AreDueAtTheirMinuteAndBeforeIntervals()
    {
        var step = Item("step") with { Card = Settings.Scheduler.Review(Card.New, Rating.Again, Now.AddMinutes(-1), 0) };
        var waiting = Item("waiting") with { Card = Settings.Scheduler.Review(Card.New, Rating.Again, Now.AddSeconds(-30), 0) };
        var queue = ReviewQueue.Today([Item("due", overdue: 50), step, waiting], Settings, Now);
        Assert.Equal(["step", "due"], Ids(queue));
        Assert.Equal([ReviewReason.Step, ReviewReason.Due], queue.Reviews.Select(r => r.Reason));
    }

    [Fact]
    public void Today_NewAndSuspended_AreLeftOut()
    {
        ReviewItem[] items = [Item("new") with { Card = Card.New }, Item("aside", overdue: 9) with { IsSuspended = true }];
        var queue = ReviewQueue.Today(items, Settings with { ConfidentlyWrong = ["new", "aside"] }, Now);
        Assert.Empty(queue.Reviews);
        Assert.Equal((0, 0), (queue.BacklogMinutes, queue.DaysUntilClear));
    }

    [Fact]
    public void Today_ConfidentlyWrong_ComesFirstAndFromTheNextDay()
    {
        var settings = Settings with { ConfidentlyWrong = ["wrong", "today"] };
        var wrong = Item("wrong") with { Card = Reviewed(Now.AddDays(-1)) with { Due = Now.AddDays(3) } };
        var today = Item("today") with { Card = Reviewed(Now.AddHours(-1)) with { Due = Now.AddDays(3) } };
        var queue = ReviewQueue.Today([Item("due", overdue: 90), wrong, today], settings, Now);
        Assert.Equal(["wrong", "due"], Ids(queue));
        Assert.Equal(ReviewReason.ConfidentlyWrong, queue.Reviews[0].Reason);
    }

    [Fact]
    public void Today_Siblings_AreNeverInARowWhereAvoidable()
    {
        var random = new SplitMix64(1);
        for (var round = 0; round < 300; round++)
        {
            var items = Enumerable.Range(0, 1 + random.Next(14))
                .Select(i => Item($"q{i}", concept: $"c{random.Next(4)}", overdue: random.Next(60))).ToArray();
            var queue = ReviewQueue.Today(items, Settings, Now);
            Assert.Equal(items.Select(i => i.QuestionId).Order(StringComparer.Ordinal), Ids(queue).Order(StringComparer.Ordinal));
            var most = items.GroupBy(i => i.PrimaryConcept).Max(g => g.Count());
            var unavoidable = Math.Max(0, most - (items.Length - most) - 1);
            Assert.Equal(unavoidable, queue.Reviews.Zip(queue.Reviews.Skip(1)).Count(p => p.First.Item.PrimaryConcept == p.Second.Item.PrimaryConcept));
        }
    }

    [Fact]
    public void Today_TheDayIsFull_TheRestIsBacklogAndClearsLater()
    {
        var items = Enumerable.Range(0, 30).Select(i => Item($"q{i:00}", concept: $"c{i}", overdue: i) with { Seconds = 60 }).ToArray();
        var queue = ReviewQueue.Today(items, Settings with { MinutesPerDay = 10 }, Now);
        Assert.Equal((10, 20), (queue.Minutes, queue.BacklogMinutes));
        Assert.Equal(Enumerable.Range(20, 10).Select(i => $"q{i}").Reverse(), Ids(queue));
        Assert.Equal(2, queue.DaysUntilClear);
        Assert.Null(ReviewQueue.Today(items, Settings with { MinutesPerDay = 0 }, Now).DaysUntilClear);
        var half = ReviewQueue.Today(items, Settings with { MinutesPerDay = 10, MinutesToday = 6 }, Now);
        Assert.Equal((4, 26, 3), (half.Minutes, half.BacklogMinutes, half.DaysUntilClear));
    }

    [Fact]
    public void Today_MoreFallsDueThanFits_IsNeverClear()
    {
        var items = Enumerable.Range(0, 2000).Select(i => Item($"q{i}", overdue: i % 9) with { Seconds = 60 }).ToArray();
        Assert.Null(ReviewQueue.Today(items, Settings with { MinutesPerDay = 1 }, Now).DaysUntilClear);
    }

    [Fact]
    public void Today_OneQuestionLongerThanTheDay_IsAskedAlone()
    {
        ReviewItem[] items = [Item("long", overdue: 9) with { Seconds = 600 }, Item("short", overdue: 1)];
        Assert.Equal(["long"], Ids(ReviewQueue.Today(items, Settings with { MinutesPerDay = 5 }, Now)));
        Assert.Empty(ReviewQueue.Today(items, Settings with { MinutesPerDay = 5, MinutesToday = 5 }, Now).Reviews);
    }

    [Fact]
    public void Today_EquallyUrgent_TheSeedDecides()
    {
        var items = Enumerable.Range(0, 20).Select(i => Item($"q{i}", concept: $"c{i}")).ToArray();
        var first = Ids(ReviewQueue.Today(items, Settings with { Seed = 1 }, Now)).ToArray();
        Assert.Equal(first, Ids(ReviewQueue.Today([.. items.Reverse()], Settings with { Seed = 1 }, Now)));
        Assert.NotEqual(first, Ids(ReviewQueue.Today(items, Settings with { Seed = 2 }, Now)));
    }

    [Fact]
    public void Today_ForgottenOften_IsALeech()
    {
        ReviewItem[] items = [Lapsed("seven", 7), Lapsed("eight", 8), Lapsed("twelve", 12), Lapsed("aside", 20) with { IsSuspended = true }];
        Assert.Equal(["twelve", "eight"], ReviewQueue.Today(items, Settings, Now).Leeches.Select(i => i.QuestionId));
        Assert.Equal([8, 12, 16], Enumerable.Range(0, 20).Where(new LeechRule().Alerts));
        Assert.Equal([3, 5, 7, 9], Enumerable.Range(0, 10).Where(new LeechRule(3, 2).Alerts));
    }

    [Fact]
    public void Cram_TakesEverythingWeakestFirst()
    {
        ReviewItem[] items = [Item("fresh", overdue: -9), Item("new") with { Card = Card.New }, Item("old", overdue: 20), Item("aside") with { IsSuspended = true }];
        var cram = ReviewQueue.Cram(items, Settings, Now);
        Assert.Equal(["new", "old", "fresh"], cram.Select(r => r.Item.QuestionId));
        Assert.All(cram, r => Assert.Equal(ReviewReason.Cram, r.Reason));
        Assert.Equal(["new", "old"], ReviewQueue.Cram(items, Settings, Now, minutes: 1).Select(r => r.Item.QuestionId));
    }

    [Fact]
    public void Forecast_OneCard_ComesBackOnItsDays()
    {
        var item = Item("q", overdue: -2) with { Seconds = 60 };
        var forecast = ReviewForecast.Of([item, Item("new") with { Card = Card.New }, Item("aside") with { IsSuspended = true }], Settings, Now, 60);
        var next = Settings.Scheduler.Review(item.Card, Rating.Good, item.Card.Due, 8).ScheduledDays;
        Assert.Equal([2, 2 + next], Enumerable.Range(0, 60).Where(d => forecast[d].DueMinutes > 0));
        Assert.Equal(new ReviewDay(new DateOnly(2026, 11, 27), 1, 1, 0), forecast[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => ReviewForecast.Of([item], Settings, Now, 0));
    }

    [Fact]
    public void Forecast_MoreThanFits_IsSpread()
    {
        var items = Enumerable.Range(0, 50).Select(i => Item($"q{i}", overdue: 1) with { Seconds = 60 }).ToArray();
        var forecast = ReviewForecast.Of(items, Settings with { MinutesPerDay = 20, MinutesToday = 5 }, Now, 4);
        Assert.Equal([15.0, 20, 15, 0], forecast.Select(d => d.OfferedMinutes));
        Assert.Equal([35.0, 15, 0, 0], forecast.Select(d => d.BacklogMinutes));
    }

    private static ReviewItem Item(string id, string? concept = null, int overdue = 0) =>
        new(id, [concept ?? id], Reviewed(Now.AddDays(-8 - overdue)));

    private static ReviewItem Lapsed(string id, int lapses)
    {
        var item = Item(id, overdue: -1);
        return item with { Card = item.Card with { Lapses = lapses } };
    }

    /// <summary>Easy at first sight: due eight days later.</summary>
    private static Card Reviewed(DateTime at) => Settings.Scheduler.Review(Card.New, Rating.Easy, at, 0);

    private static IEnumerable<string> Ids(ReviewQueue queue) => queue.Reviews.Select(r => r.Item.QuestionId);
}
