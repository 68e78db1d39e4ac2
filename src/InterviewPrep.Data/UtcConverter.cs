using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InterviewPrep.Data;

/// <summary>Times are UTC, to the microsecond: what both databases keep exactly.</summary>
internal sealed class UtcConverter : ValueConverter<DateTime, DateTime>
{
    public UtcConverter()
        : base(time => Truncate(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
    {
    }

    internal static DateTime Truncate(DateTime time) =>
        time.Kind == DateTimeKind.Local
            ? Truncate(time.ToUniversalTime())
            : new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
