using System.Collections.Immutable;

namespace InterviewPrep.Core.Planning;

/// <summary>Each day's reading and review up to the interview.</summary>
/// <param name="Days">The days with study, in order; empty when the interview is today or over.</param>
/// <param name="LeftOut">Ids of the lessons that do not fit, in the order of the course.</param>
/// <remarks>
/// A quarter of each day belongs to review, up to a half when more is due; the last fifth of the days, at least one and at most five, to review
/// alone; fewer of them, but one, where that is what it takes to read everything. Where not everything fits, lessons are taken by weight for
/// their minutes, prerequisites with them. A lesson that is longer than what is left of a day goes on the next day.
/// </remarks>
public sealed record StudyPlan(ImmutableArray<PlanDay> Days, ImmutableArray<string> LeftOut)
{
    private const double LeastReview = 0.25;
    private const double MostReview = 0.5;
    private const int MostReviewOnlyDays = 5;

    /// <summary>The shortest stretch of reading worth beginning, in minutes.</summary>
    private const int ShortestStretch = 5;

    /// <summary>Makes a plan.</summary>
    /// <exception cref="ArgumentException">The minutes are below 1, or lessons need each other in a circle.</exception>
    public static StudyPlan Make(PlanRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.MinutesPerDay < 1) throw new ArgumentException("A plan needs at least a minute a day.", nameof(request));
        ImmutableArray<DateOnly> dates =
        [
            .. Enumerable.Range(0, Math.Max(0, request.Interview.DayNumber - request.Today.DayNumber))
                .Select(request.Today.AddDays)
                .Where(d => !request.FreeDays.Contains(d.DayOfWeek)),
        ];
        var reviewOnly = dates.Length <= 1 ? 0 : Math.Clamp(dates.Length / 5, 1, MostReviewOnlyDays);
        var plan = Make(request, dates, reviewOnly);
        for (var fewer = reviewOnly - 1; fewer >= 1 && !plan.LeftOut.IsEmpty; fewer--)
        {
            if (Make(request, dates, fewer) is { LeftOut.IsEmpty: true } whole) return whole;
        }

        return plan;
    }

    private static StudyPlan Make(PlanRequest request, ImmutableArray<DateOnly> dates, int reviewOnly)
    {
        var slots = dates.Select((date, i) => Slot.On(request, date, reviewOnly: i >= dates.Length - reviewOnly, first: i == 0)).ToImmutableArray();
        var (lessons, leftOut) = LessonChoice.Choose(request, slots.Sum(s => s.Reading));
        var stretches = Stretches(slots, lessons);

        // The tails of days that are too short to begin with may cost the last lesson its place.
        var laid = stretches.GroupBy(s => s.Lesson, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(s => s.Minutes), StringComparer.Ordinal);
        var cut = lessons.Where(l => laid.GetValueOrDefault(l.Id) < l.Minutes).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        stretches.RemoveAll(s => cut.Contains(s.Lesson));
        return new([.. Fill(slots, stretches)], [.. request.Lessons.Select(l => l.Id).Where(id => cut.Contains(id) || leftOut.Contains(id))]);
    }

    private static IEnumerable<PlanDay> Fill(ImmutableArray<Slot> slots, List<(int Day, string Lesson, int Minutes)> stretches)
    {
        var parts = stretches.GroupBy(s => s.Lesson, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var part = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < slots.Length; i++)
        {
            ImmutableArray<PlanReading> reading =
            [
                .. stretches.Where(s => s.Day == i).Select(s => new PlanReading(s.Lesson, s.Minutes, part[s.Lesson] = part.GetValueOrDefault(s.Lesson) + 1, parts[s.Lesson])),
            ];

            // Minutes that no lesson needs go to review.
            yield return new(slots[i].Date, reading, Math.Max(slots[i].Review, slots[i].Minutes - reading.Sum(r => r.Minutes)), slots[i].ReviewOnly);
        }
    }

    private static List<(int Day, string Lesson, int Minutes)> Stretches(ImmutableArray<Slot> slots, ImmutableArray<PlanLesson> lessons)
    {
        var stretches = new List<(int, string, int)>();
        var day = 0;
        var left = slots.IsEmpty ? 0 : slots[0].Reading;
        foreach (var lesson in lessons)
        {
            var minutes = lesson.Minutes;
            while (minutes > 0 && day < slots.Length)
            {
                // The tail of a day is not worth beginning with, unless a whole day is no longer.
                if (left < Math.Min(minutes, Math.Min(ShortestStretch, slots[day].Reading)) || left == 0)
                {
                    left = ++day < slots.Length ? slots[day].Reading : 0;
                    continue;
                }

                var now = Math.Min(minutes, left);
                if (minutes - now is > 0 and < ShortestStretch and var rest && now - (ShortestStretch - rest) >= ShortestStretch) now -= ShortestStretch - rest; // No tail that is not worth beginning with.
                stretches.Add((day, lesson.Id, now));
                minutes -= now;
                left -= now;
            }
        }

        return stretches;
    }

    /// <summary>A day before the lessons are laid into it.</summary>
    private readonly record struct Slot(DateOnly Date, int Minutes, int Review, bool ReviewOnly)
    {
        public int Reading { get; private init; }

        public static Slot On(PlanRequest request, DateOnly date, bool reviewOnly, bool first)
        {
            var due = Math.Max(0, request.DueMinutes(date)) / request.MinutesPerDay;
            var share = Math.Clamp(due, first ? 0 : LeastReview, MostReview);
            var review = reviewOnly ? request.MinutesPerDay : (int)Math.Ceiling(share * request.MinutesPerDay);
            var read = first ? Math.Max(0, request.ReadToday) : 0;
            var minutes = request.MinutesPerDay - read;
            return new(date, minutes, review, reviewOnly) { Reading = read > 0 && minutes - review < ShortestStretch ? 0 : minutes - review };
        }
    }
}
