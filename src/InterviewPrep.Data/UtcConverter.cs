using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InterviewPrep.Data;

/// <summary>Times are UTC, to the microsecond: what both databases keep exactly. Public for the compiled models.</summary>
public sealed class UtcConverter : ValueConverter<DateTime, DateTime>
{
    /// <summary>The same for every property.</summary>
    public UtcConverter()
        : base(time => Truncate(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
    {
    }

    /// <summary>A time as the databases keep it.</summary>
    public static DateTime Truncate(DateTime time) =>
        time.Kind == DateTimeKind.Local
            ? Truncate(time.ToUniversalTime())
            : new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
