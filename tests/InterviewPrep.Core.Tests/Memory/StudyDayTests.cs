using System.Globalization;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Tests.Memory;

public sealed class StudyDayTests
{
    /// <summary>An hour ahead, two from the last Sunday of March to the last of October, as in central Europe.</summary>
    private static readonly TimeZoneInfo Central = TimeZoneInfo.CreateCustomTimeZone("central", TimeSpan.FromHours(1), "central", "central", "summer",
    [
        TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 5, DayOfWeek.Sunday),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 5, DayOfWeek.Sunday)),
    ]);

    [Theory]
    [InlineData("2026-11-25T02:59:59Z", "2026-11-24")]
    [InlineData("2026-11-25T03:00:00Z", "2026-11-25")]
    [InlineData("2026-07-25T01:59:59Z", "2026-07-24")]
    [InlineData("2026-07-25T02:00:00Z", "2026-07-25")]
    [InlineData("2026-03-29T01:59:59Z", "2026-03-28")]
    [InlineData("2026-03-29T02:00:00Z", "2026-03-29")]
    public void Of_TurnsAtFourByTheLocalClock(string moment, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), new StudyDay(Central).Of(Moment(moment)));

    [Theory]
    [InlineData("2026-11-25T22:00:00Z", "2026-11-26T02:00:00Z", 0)]
    [InlineData("2026-11-25T22:00:00Z", "2026-11-26T04:00:00Z", 1)]
    [InlineData("2026-11-25T22:00:00Z", "2026-12-05T04:00:00Z", 10)]
    [InlineData("2026-11-26T22:00:00Z", "2026-11-25T02:00:00Z", 0)]
    public void Between_CountsDaysNotHours(string earlier, string later, int days) =>
        Assert.Equal(days, new StudyDay(Central).Between(Moment(earlier), Moment(later)));

    [Theory]
    [InlineData("2026-11-25", 4, "2026-11-26T03:00:00Z")]
    [InlineData("2026-07-25", 4, "2026-07-26T02:00:00Z")]
    [InlineData("2026-03-28", 2, "2026-03-29T01:00:00Z")]
    public void EndOf_IsWhereTheNextDayBegins(string day, int rollover, string moment)
    {
        var rule = new StudyDay(Central, TimeSpan.FromHours(rollover));
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        Assert.Equal(Moment(moment), rule.EndOf(date));
        Assert.Equal(date.AddDays(1), rule.Of(rule.EndOf(date)));
        Assert.Equal(date, rule.Of(rule.EndOf(date).AddSeconds(-1)));
    }

    [Fact]
    public void Of_TheBeginningOfTime_IsItsFirstDay() => Assert.Equal(DateOnly.MinValue, new StudyDay(TimeZoneInfo.Utc).Of(default));

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public void Rollover_OutsideOfTheDay_IsRefused(int hours) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StudyDay(TimeZoneInfo.Utc, TimeSpan.FromHours(hours)));

    private static DateTime Moment(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
