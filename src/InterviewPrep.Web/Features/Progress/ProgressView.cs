using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;

namespace InterviewPrep.Web.Features.Progress;

/// <summary>The share of marks in the quizzes of one day on one module.</summary>
/// <param name="Day">The learner's day.</param>
/// <param name="Share">0 to 1.</param>
public sealed record ModuleScore(DateOnly Day, double Share);

/// <summary>What a learner has done, counted.</summary>
public sealed class ProgressView
{
    /// <summary>Weeks that the calendar shows.</summary>
    public const int Weeks = 26;

    private const int Week = 7;

    private ProgressView(LearnerModel model, ReadingProgress reading, DateTime now)
    {
        Reading = reading;
        Totals = model.Totals();
        Today = model.StudyDay.Of(now);
        Days = model.Days().ToDictionary(d => d.Day, d => d.Totals);
        Scores = model.Answers.Where(a => a.Mode is AnswerMode.Quiz or AnswerMode.Diagnostic)
            .Select(a => (Answer: a, Module: ModuleOf(model.Course, a.Question)))
            .Where(a => a.Module is not null)
            .GroupBy(a => a.Module!, a => a.Answer, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key, g => g.GroupBy(a => a.Day).Select(d => new ModuleScore(d.Key, d.Average(a => a.Score))).OrderBy(s => s.Day).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>What is read.</summary>
    public ReadingProgress Reading { get; }

    /// <summary>All answers.</summary>
    public StudyTotals Totals { get; }

    /// <summary>The learner's day.</summary>
    public DateOnly Today { get; }

    /// <summary>The days with answers.</summary>
    public IReadOnlyDictionary<DateOnly, StudyTotals> Days { get; }

    /// <summary>Scores of quizzes by module, the oldest first.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<ModuleScore>> Scores { get; }

    /// <summary>The days of the calendar in weeks from Monday, the last one with today.</summary>
    public IEnumerable<ImmutableArray<DateOnly>> Calendar
    {
        get
        {
            var monday = Today.AddDays(-(((int)Today.DayOfWeek + Week - 1) % Week));
            return Enumerable.Range(1 - Weeks, Weeks).Select(w => Enumerable.Range(0, Week).Select(d => monday.AddDays((w * Week) + d)).ToImmutableArray());
        }
    }

    /// <summary>How dark a day is, 0 for none to 4.</summary>
    public int Shade(DateOnly day) => Days.GetValueOrDefault(day).Answers switch
    {
        0 => 0,
        < 5 => 1,
        < 15 => 2,
        < 40 => 3,
        _ => 4,
    };

    /// <summary>Adds a learner's work up.</summary>
    public static ProgressView Of(LearnerModel model, ReadingProgress reading, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new ProgressView(model, reading, now);
    }

    private static string? ModuleOf(Course course, string question) =>
        course.FindQuestion(question)?.Lesson is { } lesson ? course.FindLesson(lesson)?.Module : null;
}
