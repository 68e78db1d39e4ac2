using System.Collections.Immutable;
using InterviewPrep.Core.Courses;
using InterviewPrep.Data.Reading;

namespace InterviewPrep.Web.Features.Progress;

/// <summary>How much of each lesson is read. Marks of sections that are gone from the course count for nothing and stay kept.</summary>
public sealed class ReadingProgress
{
    private readonly ImmutableArray<(DateTime Time, double Minutes)> _times;

    private ReadingProgress(ImmutableDictionary<string, double> shares, ImmutableArray<(DateTime Time, double Minutes)> times) => (Shares, _times) = (shares, times);

    /// <summary>For each lesson begun the share of its sections that is read, above 0 to 1.</summary>
    public ImmutableDictionary<string, double> Shares { get; }

    /// <summary>From a learner's marks.</summary>
    public static ReadingProgress Of(Course course, IEnumerable<SectionRead> marks)
    {
        ArgumentNullException.ThrowIfNull(course);
        var read = marks.ToLookup(m => m.Lesson, StringComparer.Ordinal);
        var shares = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var times = ImmutableArray.CreateBuilder<(DateTime Time, double Minutes)>();
        foreach (var lesson in course.Lessons.Where(l => read.Contains(l.Id)))
        {
            var sections = lesson.Sections.Where(IsCounted).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
            var counted = read[lesson.Id].Where(m => sections.Contains(m.Section)).DistinctBy(m => m.Section, StringComparer.Ordinal).ToList();
            if (counted.Count == 0) continue;
            shares[lesson.Id] = counted.Count / (double)sections.Count;
            times.AddRange(counted.Select(m => (m.Time, lesson.Minutes / (double)sections.Count)));
        }

        return new ReadingProgress(shares.ToImmutable(), times.ToImmutable());
    }

    /// <summary>Minutes of reading, by the lessons' own measure, in what was marked from a moment on (UTC).</summary>
    public double MinutesSince(DateTime moment) => _times.Where(t => t.Time >= moment).Sum(t => t.Minutes);

    /// <summary>Share of a lesson that is read, 0 to 1.</summary>
    public double Of(Lesson lesson) => lesson is null ? 0 : Shares.GetValueOrDefault(lesson.Id);

    /// <summary>Whether every section of a lesson is read.</summary>
    public bool IsRead(Lesson lesson) => Of(lesson) >= 1;

    /// <summary>Sections that readers see in the contents.</summary>
    public static bool IsCounted(Section section) => section?.Level <= 3;
}
