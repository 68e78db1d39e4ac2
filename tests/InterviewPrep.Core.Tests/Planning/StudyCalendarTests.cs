using System.Text;
using InterviewPrep.Core.Planning;

namespace InterviewPrep.Core.Tests.Planning;

public sealed class StudyCalendarTests
{
    private static readonly DateOnly Day = new(2026, 11, 26);
    private static readonly DateTime Now = new(2026, 11, 25, 8, 30, 5, DateTimeKind.Utc);
    private static readonly StudyPlan Plan = new([new(Day, [new("attention", 20, 1, 2), new("kv", 5, 1, 1)], 10, false), new(Day.AddDays(1), [], 30, true)], []);

    [Fact]
    public void Write_AnyText_EndsLinesWithCrLfAndFoldsAt75Octets()
    {
        var text = Write(_ => string.Concat(Enumerable.Repeat("Schrödinger, 注意 😀; ", 20)));
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var lines = text.Split("\r\n");
        Assert.All(lines, l => Assert.True(Encoding.UTF8.GetByteCount(l) <= 75, l));
        Assert.All(lines, l => Assert.DoesNotContain('\n', l));
        Assert.Contains(lines, l => Encoding.UTF8.GetByteCount(l) >= 72);
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        Assert.Contains("😀", Unfold(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Text_IsEscaped()
    {
        var text = Unfold(Write(_ => "a,b;c\\d\r\ne\u0007f"));
        Assert.Contains("SUMMARY:Read: a\\,b\\;c\\\\d\\nef and more\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:VEVENT\r\ne", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Plan_HasAnEventEachDayWithTimesAndReminders()
    {
        var text = Unfold(Write(id => id));
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:", text, StringComparison.Ordinal);
        Assert.Equal(3, Count(text, "BEGIN:VEVENT\r\n"));
        Assert.Equal(3, Count(text, "DTSTAMP:20261125T083005Z\r\n"));
        Assert.Contains("DTSTART:20261126T190000\r\nDURATION:PT35M\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:Read: attention (part 1 of 2)\\, 20 min\\nRead: kv\\, 5 min\\nReview and practice\\, 10 min\r\n", text, StringComparison.Ordinal);
        Assert.Equal(2, Count(text, "BEGIN:VALARM\r\nACTION:DISPLAY\r\n"));
        Assert.Equal(2, Count(text, "TRIGGER:-PT10M\r\nEND:VALARM\r\n"));
        Assert.Contains("DTSTART;VALUE=DATE:20261210\r\nSUMMARY:Interview\r\n", text, StringComparison.Ordinal);
        Assert.Equal(0, Count(Unfold(Write(id => id, null)), "VALARM"));
    }

    [Fact]
    public void Write_Again_KeepsTheIdentifiersAndAnotherOwnerDoesNotShareThem()
    {
        string[] Uids(string text) => [.. Unfold(text).Split("\r\n").Where(l => l.StartsWith("UID:", StringComparison.Ordinal))];
        var later = new StudyCalendar { Owner = "me" }.Write(Plan, Day.AddDays(14), id => id + "!", Now.AddDays(1));
        Assert.Equal(Uids(Write(id => id)), Uids(later));
        Assert.Equal(3, Uids(later).Distinct().Count());
        Assert.Empty(Uids(later).Intersect(Uids(new StudyCalendar { Owner = "you" }.Write(Plan, Day.AddDays(14), id => id, Now))));
    }

    private static string Write(Func<string, string> titleOf, int? reminder = 10) =>
        new StudyCalendar { Owner = "me", ReminderMinutes = reminder }.Write(Plan, Day.AddDays(14), titleOf, Now);

    private static string Unfold(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
