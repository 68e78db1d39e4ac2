using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Tests.Memory;

public sealed class SchedulerTests
{
    private static readonly DateTime Start = new(2026, 11, 25, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Scheduler Scheduler = new(FsrsParameters.Default);

    [Fact]
    public void Review_OnTime_GivesThePublishedIntervals()
    {
        Rating[] ratings = [Rating.Good, Rating.Good, Rating.Good, Rating.Good, Rating.Again, Rating.Good, Rating.Good, Rating.Hard, Rating.Easy];
        var card = Card.New;
        var now = Start;
        var days = new List<int>();
        foreach (var rating in ratings)
        {
            card = Scheduler.Review(card, rating, now, card.LastReview is { } last ? StudyDay.Utc.Between(last, now) : 0);
            days.Add(card.ScheduledDays);
            now = card.Due;
        }

        Assert.Equal([0, 2, 11, 46, 0, 3, 8, 14, 40], days);
        Assert.Equal((9, 1, CardState.Review), (card.Reps, card.Lapses, card.State));
    }

    [Fact]
    public void Review_WrongInTheFirstSteps_IsNoLapse()
    {
        var card = Scheduler.Review(Scheduler.Review(Card.New, Rating.Again, Start, 0), Rating.Again, Start.AddMinutes(1), 0);
        Assert.Equal((2, 0, CardState.Learning), (card.Reps, card.Lapses, card.State));
    }

    [Fact]
    public void Preview_AnyCard_IsWhatReviewMakes()
    {
        var card = Scheduler.Review(Card.New, Rating.Easy, Start, 0);
        var preview = Scheduler.Preview(card, Start.AddDays(9), 9, 5);
        Assert.All(Enum.GetValues<Rating>(), rating => Assert.Equal(Scheduler.Review(card, rating, Start.AddDays(9), 9, 5), preview[rating]));
        Assert.Throws<ArgumentOutOfRangeException>(() => preview[(Rating)5]);
    }

    [Fact]
    public void Review_WithFuzz_StaysInRangeAndFollowsTheSeed()
    {
        var fuzzy = new Scheduler(FsrsParameters.Default, new SchedulerSettings { Fuzz = true });
        var card = Scheduler.Review(Card.New, Rating.Easy, Start, 0);
        var exact = Scheduler.Review(card, Rating.Good, Start.AddDays(9), 9).ScheduledDays;
        var (lowest, highest) = Fuzz.Range(exact, 9, 36500);
        var days = Enumerable.Range(0, 300).Select(seed => fuzzy.Review(card, Rating.Good, Start.AddDays(9), 9, (ulong)seed).ScheduledDays).ToArray();
        Assert.Equal(Enumerable.Range(lowest, highest - lowest + 1), days.Distinct().Order());
        Assert.Equal(days[7], fuzzy.Review(card, Rating.Good, Start.AddDays(9), 9, 7).ScheduledDays);
    }

    [Fact]
    public void Retrievability_BetweenDays_FallsSteadily()
    {
        var card = Scheduler.Review(Card.New, Rating.Good, Start, 0);
        Assert.Equal(1, Scheduler.Retrievability(card, Start));
        Assert.Equal(1, Scheduler.Retrievability(card, Start.AddDays(-1)));
        Assert.Equal(0.9, Scheduler.Retrievability(card, Start.AddDays(2.3065)), 6);
        Assert.True(Scheduler.Retrievability(card, Start.AddHours(30)) < Scheduler.Retrievability(card, Start.AddHours(29)));
        Assert.Equal(0, Scheduler.Retrievability(Card.New, Start));
    }

    [Fact]
    public void Next_TheClockPutBack_CountsAsTheSameDay()
    {
        var state = Scheduler.Model.Next(default, Rating.Good, 0);
        Assert.Equal(Scheduler.Model.Next(state, Rating.Good, 0), Scheduler.Model.Next(state, Rating.Good, -3));
    }

    [Fact]
    public void Next_LapseAndAnythingElse_NeverGainsByForgetting()
    {
        var random = new SplitMix64(3);
        for (var i = 0; i < 2000; i++)
        {
            var state = new MemoryState(Math.Exp((random.NextDouble() * 12) - 4), 1 + (random.NextDouble() * 9));
            var days = random.Next(400);
            var after = Enumerable.Range(1, 4).Select(g => Scheduler.Model.Next(state, (Rating)g, days).Stability).ToArray();
            Assert.True(after[0] <= state.Stability + 1e-8 && after[1] >= state.Stability - 1e-8, $"{state} after {days} days: {string.Join(", ", after)}");
            Assert.Equal(after.Order(), after);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Review_NoSuchRating_IsRefused(int rating) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.Review(Card.New, (Rating)rating, Start, 0));

    [Theory]
    [InlineData(0.0, 10)]
    [InlineData(1.0, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(0.9, 0)]
    public void Settings_OutOfRange_AreRefused(double retention, int maximum) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new Scheduler(FsrsParameters.Default, new SchedulerSettings { DesiredRetention = retention, MaximumInterval = maximum }));
}
