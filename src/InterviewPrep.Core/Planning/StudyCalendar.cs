using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace InterviewPrep.Core.Planning;

/// <summary>A plan as a calendar file (iCalendar, RFC 5545).</summary>
public sealed record StudyCalendar
{
    private const int LineOctets = 75;

    /// <summary>What makes the identifiers of this learner's events unique, such as an id without personal data.</summary>
    public required string Owner { get; init; }

    /// <summary>When a day's study begins; local time of whoever opens the file.</summary>
    public TimeOnly Start { get; init; } = new(19, 0);

    /// <summary>Minutes before the beginning at which to remind, from 0; <see langword="null"/> for no reminder.</summary>
    public int? ReminderMinutes { get; init; } = 10;

    /// <summary>Name of the calendar.</summary>
    public string Title { get; init; } = "Interview preparation";

    /// <summary>
    /// Writes the file. The identifier of a day's event depends on the owner and the day only, so that importing a new plan replaces the old one.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="interview">The day of the interview, an event of its own.</param>
    /// <param name="titleOf">Title of a lesson by its id.</param>
    /// <param name="now">When it is written, in UTC.</param>
    public string Write(StudyPlan plan, DateOnly interview, Func<string, string> titleOf, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(titleOf);
        var stamp = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        void Line(string name, string value) => AppendFolded(text, $"{name}:{value}");
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//InterviewPrep//Study plan//EN");
        Line("CALSCALE", "GREGORIAN");
        Line("X-WR-CALNAME", Escape(Title));
        foreach (var day in plan.Days)
        {
            Line("BEGIN", "VEVENT");
            Line("UID", Uid(day.Date, "study"));
            Line("DTSTAMP", stamp);
            Line("DTSTART", day.Date.ToDateTime(Start).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
            Line("DURATION", $"PT{day.Minutes}M");
            Line("SUMMARY", Escape(Summary(day, titleOf)));
            Line("DESCRIPTION", Escape(Description(day, titleOf)));
            if (ReminderMinutes is { } minutes)
            {
                Line("BEGIN", "VALARM");
                Line("ACTION", "DISPLAY");
                Line("DESCRIPTION", Escape(Summary(day, titleOf)));
                Line("TRIGGER", $"-PT{minutes}M");
                Line("END", "VALARM");
            }

            Line("END", "VEVENT");
        }

        Line("BEGIN", "VEVENT");
        Line("UID", Uid(interview, "interview"));
        Line("DTSTAMP", stamp);
        Line("DTSTART;VALUE=DATE", interview.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Line("SUMMARY", "Interview");
        Line("TRANSP", "TRANSPARENT");
        Line("END", "VEVENT");
        Line("END", "VCALENDAR");
        return text.ToString();
    }

    private static string Summary(PlanDay day, Func<string, string> titleOf) =>
        day.Reading.IsEmpty ? $"Review, {day.Minutes} minutes" : $"Read: {titleOf(day.Reading[0].Lesson)}{(day.Reading.Length > 1 ? " and more" : "")}";

    private static string Description(PlanDay day, Func<string, string> titleOf)
    {
        ImmutableArray<string> reading = [.. day.Reading.Select(r =>
            $"Read: {titleOf(r.Lesson)}{(r.Parts > 1 ? $" (part {r.Part} of {r.Parts})" : "")}, {r.Minutes} min")];
        return string.Join('\n', day.ReviewMinutes > 0 ? reading.Add($"Review and practice, {day.ReviewMinutes} min") : reading);
    }

    private string Uid(DateOnly date, string kind) => Escape($"{kind}-{date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{Owner}@interviewprep");

    /// <summary>Text values (section 3.3.11): backslash, semicolon, comma and line ends; other control characters may not occur.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(c) => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Content lines (section 3.1): at most 75 octets of UTF-8 without the line end, a character never cut, continued after a space.</summary>
    private static void AppendFolded(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
