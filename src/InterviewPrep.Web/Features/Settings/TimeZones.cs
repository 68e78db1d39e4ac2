using System.Collections.Frozen;
using System.Globalization;

namespace InterviewPrep.Web.Features.Settings;

/// <summary>The time zones of this system, by their names in the IANA database.</summary>
public static class TimeZones
{
    private const string Other = "Other";
    private static readonly string[] Areas = ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];
    private static readonly TimeZoneInfo[] All = [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.Id == "UTC" || Areas.Contains(z.Id.Split('/')[0])).OrderBy(z => z.Id, StringComparer.Ordinal)];
    private static readonly FrozenSet<string> Known = All.Select(z => z.Id).Append("UTC").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name can be chosen.</summary>
    public static bool IsKnown(string? name) => name is not null && Known.Contains(name);

    /// <summary>The zones by area, each with its name as people read it.</summary>
    /// <param name="now">Decides which offset is said.</param>
    public static IEnumerable<IGrouping<string, (string Id, string Label)>> ByArea(DateTimeOffset now) =>
        All.Where(z => z.Id != "UTC").Select(z => (z.Id, Label: $"{Place(z.Id)} ({Offset(z.GetUtcOffset(now))})")).Prepend((Id: "UTC", Label: "UTC"))
            .GroupBy(z => z.Id.Contains('/', StringComparison.Ordinal) ? z.Id.Split('/')[0] : Other);

    private static string Place(string id) => id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('_', ' ').Replace("/", " · ", StringComparison.Ordinal);

    private static string Offset(TimeSpan offset) => string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{offset:hh\\:mm}");
}
