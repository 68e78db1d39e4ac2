namespace InterviewPrep.Core.Memory;

/// <summary>
/// Which day an answer belongs to: the calendar date where the learner lives, some hours after midnight still being the day
/// before, so that studying late does not count as two days.
/// </summary>
public sealed record StudyDay
{
    /// <summary>Makes the rule.</summary>
    /// <param name="zone">Where the learner lives.</param>
    /// <param name="rollover">When the day begins, by the clock, 0 to 23 hours; 4 o'clock unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day begins outside of itself.</exception>
    public StudyDay(TimeZoneInfo zone, TimeSpan? rollover = null)
    {
        Zone = zone;
        Rollover = rollover ?? TimeSpan.FromHours(4);
        if (Rollover < TimeSpan.Zero || Rollover >= TimeSpan.FromDays(1))
            throw new ArgumentOutOfRangeException(nameof(rollover), rollover, "A day begins between 0 and 24 o'clock.");
    }

    /// <summary>The calendar date in UTC, from midnight.</summary>
    public static StudyDay Utc { get; } = new(TimeZoneInfo.Utc, TimeSpan.Zero);

    /// <summary>Where the learner lives.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>When the day begins, by the clock.</summary>
    public TimeSpan Rollover { get; }

    /// <summary>The day of a moment in UTC.</summary>
    public DateOnly Of(DateTime moment)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), Zone);
        return local.Ticks < Rollover.Ticks ? DateOnly.MinValue : DateOnly.FromDateTime(local - Rollover);
    }

    /// <summary>The moment in UTC when a day ends and the next begins.</summary>
    public DateTime EndOf(DateOnly day)
    {
        var local = day.AddDays(1).ToDateTime(TimeOnly.MinValue) + Rollover;

        // Where clocks jump over the rollover, the day ends at the jump.
        while (Zone.IsInvalidTime(local)) local += TimeSpan.FromMinutes(15);
        return TimeZoneInfo.ConvertTimeToUtc(local, Zone);
    }

    /// <summary>Whole days from one moment to another, both UTC; 0 when the clock was put back in between.</summary>
    public int Between(DateTime earlier, DateTime later) => Math.Max(0, Of(later).DayNumber - Of(earlier).DayNumber);
}
