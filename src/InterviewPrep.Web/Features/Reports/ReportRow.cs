using InterviewPrep.Core.Courses;
using InterviewPrep.Data.Marks;

namespace InterviewPrep.Web.Features.Reports;

/// <summary>A report of a mistake as the list shows it.</summary>
/// <param name="Id">Of the report.</param>
/// <param name="Time">When it was sent, UTC.</param>
/// <param name="Question">Id of the question.</param>
/// <param name="Lesson">Title of its lesson or deck; empty when the question has left the course.</param>
/// <param name="Version">Which version was asked, and what became of it since.</param>
/// <param name="Text">The words.</param>
/// <param name="Resolved">When somebody dealt with it, UTC.</param>
public sealed record ReportRow(Guid Id, DateTime Time, string Question, string Lesson, string Version, string Text, DateTime? Resolved)
{
    /// <summary>Whether it waits for somebody.</summary>
    public bool IsOpen => Resolved is null;

    /// <summary>That in a word.</summary>
    public string State => IsOpen ? "Open" : "Resolved";

    /// <summary>Whether the question can be looked at.</summary>
    public bool IsInCourse => Lesson.Length > 0;

    /// <summary>From a report and the course as it is now.</summary>
    public static ReportRow Of(MistakeReport report, Course course)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(course);
        var question = course.FindQuestion(report.QuestionId);
        var place = question is null ? "" : (question.Lesson is { } lesson ? course.FindLesson(lesson)?.Title : course.Decks.FirstOrDefault(d => d.Id == question.Deck)?.Title) ?? question.Id;
        var version = question switch
        {
            null => $"version {report.QuestionVersion}, no longer in the course",
            _ when question.Version != report.QuestionVersion => $"version {report.QuestionVersion}, now {question.Version}",
            _ => $"version {report.QuestionVersion}",
        };
        return new(report.Id, report.Time, report.QuestionId, place, version, report.Text, report.Resolved);
    }

    /// <summary>Whether a text stands anywhere in it, whatever the case of its letters; an empty one does.</summary>
    public bool Matches(string? text) =>
        string.IsNullOrWhiteSpace(text) || new[] { Question, Lesson, Text }.Any(t => t.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase));
}
