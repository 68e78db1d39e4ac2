using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Planning;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Reading;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Planning;
using InterviewPrep.Web.Features.Progress;

namespace InterviewPrep.Web.Features.Today;

/// <summary>What the page of the day says.</summary>
public sealed class TodayView
{
    private const int MostAreas = 3;

    /// <summary>The costliest concepts, among which those that are shown are looked for.</summary>
    private const int MostCostly = 30;

    /// <summary>Answers below which nothing is called weak here.</summary>
    private const int LeastAnswers = 5;

    private static readonly string[] Words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    private TodayView(LearnerModel model, LearnerSettings settings, ReadingProgress read, ImmutableArray<ReadingPlace> places, IReadOnlySet<string> suspended, DateTime now)
    {
        var course = model.Course;
        var today = model.StudyDay.Of(now);
        Date = today.ToString("dddd, d MMMM", CultureInfo.InvariantCulture);
        if (DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, settings.Zone)) > today) Date += ", until four in the morning";
        Answers = model.Count;
        Cards = model.Cards.Count;
        Streak = settings.ShowStreak ? model.StreakAt(now) : 0;
        var plan = PlanView.Of(model, settings, read, suspended, now);
        var queue = model.QueueAt(now, PlanView.ReviewMinutes(plan, settings, today), suspended);
        ReviewMinutes = Math.Ceiling(queue.Minutes);
        BacklogMinutes = Math.Ceiling(queue.BacklogMinutes);
        SureButWrong = queue.Reviews.Count(r => r.Reason == ReviewReason.ConfidentlyWrong);
        var planned = PlanView.OnDay(plan, today)?.Reading ?? [];
        if (plan is not null) PlannedMinutes = planned.Sum(r => r.Minutes);
        (Reading, IsContinued, ReadingAddress) = Next(course, read, places, l => planned.IsEmpty || planned.Any(r => r.Lesson == l.Id));
        Areas = model.Count < LeastAnswers ? [] : [.. model.WeakAreas(now, MostCostly).Where(a => a.Report.Standing is ConceptStanding.Weak or ConceptStanding.NotEnoughEvidence && a.EvidenceFor.Length > 0).OrderBy(a => a.Report.Standing != ConceptStanding.Weak).Take(MostAreas)];
        if (settings.InterviewDay is not { } interview || interview < today) return;
        InterviewDay = interview;
        DaysLeft = interview.DayNumber - today.DayNumber;
        Readiness = model.ReadinessOn(interview, now);
        var lessons = course.Lessons.Where(read.IsRead).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        MostPerMinute = TodayPolicy.Default.Choose(model.SituationFor(interview, now, lessons, suspended), settings.DailyMinutes).FirstOrDefault() switch
        {
            ReviewCard card => $"reviewing {Title(course, card.Concept)}",
            DrillQuestion drill => $"questions on “{Title(course, drill.Concept)}”",
            ReadLesson lesson => $"reading {course.FindLesson(lesson.Lesson)?.Title}",
            _ => null,
        };
    }

    /// <summary>The learner's day in words.</summary>
    public string Date { get; }

    /// <summary>How many answers there are.</summary>
    public int Answers { get; }

    /// <summary>How many questions are in memory.</summary>
    public int Cards { get; }

    /// <summary>Days in a row, if the learner wants to see it; else 0.</summary>
    public int Streak { get; }

    /// <summary>Minutes of review for today, whole ones.</summary>
    public double ReviewMinutes { get; }

    /// <summary>Minutes that are due and left for later days.</summary>
    public double BacklogMinutes { get; }

    /// <summary>How many of today's were certain and wrong.</summary>
    public int SureButWrong { get; }

    /// <summary>The lesson to read.</summary>
    public Lesson? Reading { get; }

    /// <summary>Whether it is begun.</summary>
    public bool IsContinued { get; }

    /// <summary>Where to read on.</summary>
    public string? ReadingAddress { get; }

    /// <summary>Minutes of reading that the plan has for today and that are not done; <see langword="null"/> without a plan.</summary>
    public int? PlannedMinutes { get; }

    /// <summary>What is weakest, the costliest first.</summary>
    public ImmutableArray<WeakArea> Areas { get; }

    /// <summary>The day of the interview, today or later.</summary>
    public DateOnly? InterviewDay { get; }

    /// <summary>Days until then.</summary>
    public int? DaysLeft { get; }

    /// <summary>How ready the learner will be on that day.</summary>
    public Readiness? Readiness { get; }

    /// <summary>What raises it most for each minute, in words.</summary>
    public string? MostPerMinute { get; }

    /// <summary>The day in a sentence.</summary>
    public string Headline
    {
        get
        {
            var review = ReviewMinutes switch
            {
                0 => null,
                1 => "One minute of review",
                <= 12 => $"{Words[(int)ReviewMinutes]} minutes of review",
                _ => FormattableString.Invariant($"{ReviewMinutes:0} minutes of review"),
            };
            var reading = PlannedMinutes is { } minutes && Reading is not null ? $"{Phrases.Count(minutes, "minute")} of reading" : "one lesson";
            return (review, Reading is null || PlannedMinutes == 0) switch
            {
                (null, true) => Reading is null ? "All is read, and nothing is due." : "That is all for today.",
                (null, false) => PlannedMinutes is null ? "Nothing is due: one lesson, if you like." : $"Nothing is due: {reading}.",
                (_, true) => $"{review}, and that is it.",
                _ => $"{review}, then {reading}.",
            };
        }
    }

    /// <summary>The page for a learner.</summary>
    public static TodayView Of(LearnerModel model, LearnerSettings settings, ReadingProgress read, ImmutableArray<ReadingPlace> places, IReadOnlySet<string> suspended, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(read);
        return new TodayView(model, settings, read, places, suspended, now);
    }

    /// <summary>Of those that may be, the lesson begun last that is not read to the end; else the first in order that is not read.</summary>
    private static (Lesson? Lesson, bool IsContinued, string? Address) Next(Course course, ReadingProgress read, ImmutableArray<ReadingPlace> places, Func<Lesson, bool> mayBe)
    {
        foreach (var place in places)
        {
            if (course.FindLesson(place.Lesson) is not { } lesson || read.IsRead(lesson) || !mayBe(lesson)) continue;
            return (lesson, true, lesson.FindSection(place.Section) is { } section ? $"/lessons/{lesson.Id}#{section.Id}" : $"/lessons/{lesson.Id}");
        }

        return course.Lessons.FirstOrDefault(l => !read.IsRead(l) && mayBe(l)) is { } next ? (next, read.Of(next) > 0, $"/lessons/{next.Id}") : (null, false, null);
    }

    private static string Title(Course course, string concept) => course.FindConcept(concept)?.Title ?? concept;
}
