using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Tests.Memory;

public sealed class AnswerRatingTests
{
    [Theory]
    [InlineData(0, Rating.Again)]
    [InlineData(0.59, Rating.Again)]
    [InlineData(0.6, Rating.Hard)]
    [InlineData(0.5999999999999999, Rating.Hard)]
    [InlineData(0.99, Rating.Hard)]
    [InlineData(1, Rating.Good)]
    [InlineData(0.7 + 0.1 + 0.1 + 0.1, Rating.Good)]
    public void Of_Points_DecideFirst(double score, Rating rating) => Assert.Equal(rating, AnswerRating.Of(score));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(null)]
    public void Of_Wrong_IsAgainWhateverElse(int? certainty)
    {
        Assert.Equal(Rating.Again, AnswerRating.Of(0, certainty, 2, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(10), 0.25, false));
        Assert.Equal(Rating.Again, AnswerRating.Of(0, certainty, 0, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData(null, Rating.Good)]
    [InlineData(1, Rating.Hard)]
    [InlineData(2, Rating.Good)]
    [InlineData(3, Rating.Easy)]
    public void Of_Certainty_OfAFastRightAnswer(int? certainty, Rating rating) => Assert.Equal(rating, Fast(certainty));

    [Fact]
    public void Of_Hint_IsHardEvenIfCertain() => Assert.Equal(Rating.Hard, Fast(3, hints: 1));

    [Fact]
    public void Of_SecondTry_IsNeverEasy() => Assert.Equal(Rating.Good, Fast(3, first: false));

    [Theory]
    [InlineData(0.25, Rating.Easy)]
    [InlineData(0.49, Rating.Easy)]
    [InlineData(0.5, Rating.Good)]
    public void Of_ChanceOfALuckyGuess_KeepsFromEasy(double chance, Rating rating) => Assert.Equal(rating, Fast(3, chance: chance));

    [Theory]
    [InlineData(7.5, Rating.Easy)]
    [InlineData(7.6, Rating.Good)]
    [InlineData(20, Rating.Good)]
    [InlineData(20.1, Rating.Hard)]
    [InlineData(0, Rating.Good)]
    public void Of_SecondsOfTenExpected_DecideFastAndSlow(double seconds, Rating rating) =>
        Assert.Equal(rating, AnswerRating.Of(1, 3, 0, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(10)));

    [Fact]
    public void Of_UnknownTimes_AreNeitherFastNorSlow()
    {
        Assert.Equal(Rating.Good, AnswerRating.Of(1, 3));
        Assert.Equal(Rating.Good, AnswerRating.Of(1, 3, duration: TimeSpan.FromHours(9)));
        Assert.Equal(Rating.Good, AnswerRating.Of(1, 3, duration: TimeSpan.FromHours(9), expected: TimeSpan.Zero));
    }

    [Fact]
    public void Of_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AnswerRating.Of(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AnswerRating.Of(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AnswerRating.Of(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => AnswerRating.Of(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AnswerRating.Of(1, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => AnswerRating.Of(1, hintsUsed: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AnswerRating.Of(1, guessChance: 1.5));
    }

    private static Rating Fast(int? certainty, int hints = 0, bool first = true, double chance = 0) =>
        AnswerRating.Of(1, certainty, hints, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), chance, first);
}
