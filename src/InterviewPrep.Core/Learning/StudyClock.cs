using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Learning;

/// <summary>
/// Study days with the share of the day, as the mastery model counts time. Remembers the day that was asked for last: answers come in
/// the order of time, and asking a time zone is slow.
/// </summary>
internal sealed class StudyClock(StudyDay rule)
{
    private Day? _last;

    public StudyDay Rule => rule;

    /// <summary>Days since 1 January of year 1, whole ones at the beginning of the study day.</summary>
    public double Of(DateTime moment)
    {
        if (_last is not { } day || moment < day.Begin || moment >= day.End) _last = day = Day.Of(rule, moment);
        var share = (moment - day.Begin) / (day.End - day.Begin);
        return day.Number + Math.Clamp(share, 0, 1 - 1e-9);
    }

    private sealed record Day(int Number, DateTime Begin, DateTime End)
    {
        public static Day Of(StudyDay rule, DateTime moment)
        {
            var date = rule.Of(moment);
            if (date <= DateOnly.MinValue || date == DateOnly.MaxValue) return new(date.DayNumber, moment, moment.AddTicks(1));
            return new(date.DayNumber, rule.EndOf(date.AddDays(-1)), rule.EndOf(date));
        }
    }
}
