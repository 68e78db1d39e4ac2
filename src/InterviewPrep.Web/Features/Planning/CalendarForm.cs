using System.Globalization;
using InterviewPrep.Core.Planning;

namespace InterviewPrep.Web.Features.Planning;

/// <summary>How a learner wants the calendar file: when a day's study begins, and how long before to be reminded.</summary>
public static class CalendarForm
{
    /// <summary>The usual beginning, as the field has it.</summary>
    public const string Start = "19:00";

    /// <summary>The usual reminder, as the field has it.</summary>
    public const string Reminder = "10";

    private const int MostMinutes = 24 * 60;

    /// <summary>The reminders that are offered: what the field says, and in words.</summary>
    public static IReadOnlyList<(string Value, string Words)> Reminders { get; } =
        [("none", "no reminder"), ("0", "when it begins"), (Reminder, "10 minutes before"), ("30", "30 minutes before"), ("60", "an hour before")];

    /// <summary>Reads the fields; those that are left out have their usual value.</summary>
    /// <returns>The calendar, or what is wrong in a sentence.</returns>
    public static (StudyCalendar? Calendar, string? Problem) Read(IQueryCollection fields, string owner)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var (at, remind) = (Or(fields["at"], Start), Or(fields["remind"], Reminder));
        if (!TimeOnly.TryParseExact(at, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)) return (null, $"Write the time as hours and minutes, such as {Start}.");
        var minutes = 0;
        if (remind != "none" && (!int.TryParse(remind, NumberStyles.None, CultureInfo.InvariantCulture, out minutes) || minutes > MostMinutes))
            return (null, $"A reminder comes 0 to {MostMinutes} minutes before, or is none.");
        return (new StudyCalendar { Owner = owner, Start = start, ReminderMinutes = remind == "none" ? null : minutes }, null);
    }

    private static string Or(string? text, string usual) => string.IsNullOrEmpty(text) ? usual : text;
}
