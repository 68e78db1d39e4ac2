using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Web.Features.Progress;

/// <summary>A day with its answers.</summary>
/// <param name="Day">The learner's day.</param>
/// <param name="Answers">How many.</param>
/// <param name="Right">How many of them right.</param>
public sealed record ActiveDay(DateOnly Day, int Answers, int Right);

/// <summary>The share of marks in one sitting on one module.</summary>
/// <param name="Time">Of the last answer, UTC.</param>
/// <param name="Share">0 to 1.</param>
/// <param name="Count">How many questions.</param>
public sealed record ModuleScore(DateTime Time, double Share, int Count);

/// <summary>What a learner has done, counted.</summary>
public sealed class ProgressView
{
    /// <summary>Weeks that the calendar shows.</summary>
    public const int Weeks = 26;

    private const int Week = 7;

    private ProgressView(Course course, ImmutableArray<Answer> answers, ReadingProgress reading, StudyDay days, DateTime now)
    {
        Reading = reading;
        Answers = answers.Length;
        Right = answers.Count(a => a.IsRight);
        Today = days.Of(now);
        Days = answers.GroupBy(a => days.Of(a.Time)).Select(g => new ActiveDay(g.Key, g.Count(), g.Count(a => a.IsRight))).ToDictionary(d => d.Day);
        var moduleOf = course.Questions.Where(q => q.Lesson is not null).ToDictionary(q => q.Id, q => course.FindLesson(q.Lesson!)!.Module, StringComparer.Ordinal);
        Scores = answers.Where(a => a.Attempt is not null && moduleOf.ContainsKey(a.Question))
            .GroupBy(a => moduleOf[a.Question], StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.GroupBy(a => a.Attempt!.Value).Select(s => new ModuleScore(s.Max(a => a.Time), s.Average(a => a.Score), s.Count())).OrderBy(s => s.Time).ToImmutableArray(),
                StringComparer.Ordinal);
    }

    /// <summary>What is read.</summary>
    public ReadingProgress Reading { get; }

    /// <summary>How many answers.</summary>
    public int Answers { get; }

    /// <summary>How many of them right.</summary>
    public int Right { get; }

    /// <summary>The learner's day.</summary>
    public DateOnly Today { get; }

    /// <summary>The days with answers.</summary>
    public IReadOnlyDictionary<DateOnly, ActiveDay> Days { get; }

    /// <summary>Scores of sittings by module, the oldest first.</summary>
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
    public int Shade(DateOnly day) => Days.GetValueOrDefault(day)?.Answers switch
    {
        null => 0,
        < 5 => 1,
        < 15 => 2,
        < 40 => 3,
        _ => 4,
    };

    /// <summary>Adds a learner's work up.</summary>
    public static ProgressView Of(Course course, ImmutableArray<Answer> answers, ReadingProgress reading, StudyDay days, DateTime now) => new(course, answers, reading, days, now);
}
