using System.Collections.Immutable;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Planning;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Progress;

namespace InterviewPrep.Web.Features.Planning;

/// <summary>A learner's plan to the day of the interview, made anew whenever it is looked at: a missed day is spread out by itself.</summary>
public static class PlanView
{
    /// <summary>The longest time to plan for, in days.</summary>
    public const int MostDays = 366;

    /// <summary>The plan, or <see langword="null"/> without a day to come.</summary>
    public static StudyPlan? Of(LearnerModel model, LearnerSettings settings, ReadingProgress read, IReadOnlySet<string> suspended, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        var today = model.StudyDay.Of(now);
        if (settings.InterviewDay is not { } interview || interview <= today) return null;
        var days = Math.Min(interview.DayNumber - today.DayNumber, MostDays);
        var due = model.Forecast(days, now, settings.DailyMinutes, suspended).ToDictionary(d => d.Day, d => d.OfferedMinutes);
        due[today] += model.ReviewMinutesOn(now);
        var known = model.ReportsByCost(now).ToDictionary(r => r.Concept, r => r.Mastery, StringComparer.Ordinal);
        return StudyPlan.Make(new PlanRequest
        {
            Today = today,
            Interview = interview,
            MinutesPerDay = settings.DailyMinutes,
            Rounds = [.. settings.Rounds],
            KnownConcepts = [.. settings.KnownConcepts],
            ReadLessons = [.. model.Course.Lessons.Where(read.IsRead).Select(l => l.Id)],
            Lessons = [.. model.Course.Lessons.Select(l => LessonOf(model.Course, l, read, known))],
            ReadToday = (int)Math.Round(read.MinutesSince(model.StudyDay.EndOf(today.AddDays(-1)))),
            DueMinutes = day => due.GetValueOrDefault(day),
        });
    }

    /// <summary>
    /// How many minutes of review the learner wants today, those done already among them: what the plan leaves beside today's reading,
    /// or without a plan all the minutes of a day.
    /// </summary>
    public static int ReviewMinutes(StudyPlan? plan, LearnerSettings settings, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return OnDay(plan, today)?.ReviewMinutes ?? settings.DailyMinutes;
    }

    /// <summary>A day of a plan; <see langword="null"/> without a plan or where it has none.</summary>
    public static PlanDay? OnDay(StudyPlan? plan, DateOnly day) => plan?.Days.FirstOrDefault(d => d.Date == day);

    /// <summary>A lesson half read takes half its time; one whose concepts are weak counts for more, should not everything fit.</summary>
    private static PlanLesson LessonOf(Course course, Lesson lesson, ReadingProgress read, Dictionary<string, double> known)
    {
        ImmutableArray<string> concepts = [.. course.ConceptsOf(lesson).Select(c => c.Id)];
        var unknown = concepts.Select(c => 1 - known.GetValueOrDefault(c)).DefaultIfEmpty(1).Average();
        return new(lesson.Id, Math.Max(1, (int)Math.Ceiling(lesson.Minutes * (1 - read.Of(lesson)))), lesson.Needs, concepts, [lesson.Module], Math.Max(0.05, unknown));
    }
}
