using System.Collections.Immutable;
using InterviewPrep.Core.Courses;
using InterviewPrep.Data.Reading;

namespace InterviewPrep.Web.Features.Progress;

/// <summary>How much of each lesson is read. Marks of sections that are gone from the course count for nothing and stay kept.</summary>
public sealed class ReadingProgress
{
    private ReadingProgress(ImmutableDictionary<string, double> shares) => Shares = shares;

    /// <summary>For each lesson begun the share of its sections that is read, above 0 to 1.</summary>
    public ImmutableDictionary<string, double> Shares { get; }

    /// <summary>From a learner's marks.</summary>
    public static ReadingProgress Of(Course course, IEnumerable<SectionRead> marks)
    {
        ArgumentNullException.ThrowIfNull(course);
        var read = marks.GroupBy(m => m.Lesson, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(m => m.Section).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return new ReadingProgress(course.Lessons
            .Where(l => read.ContainsKey(l.Id) && l.Sections.Any(IsCounted))
            .Select(l => KeyValuePair.Create(l.Id, l.Sections.Count(s => IsCounted(s) && read[l.Id].Contains(s.Id)) / (double)l.Sections.Count(IsCounted)))
            .Where(p => p.Value > 0)
            .ToImmutableDictionary(StringComparer.Ordinal));
    }

    /// <summary>Share of a lesson that is read, 0 to 1.</summary>
    public double Of(Lesson lesson) => lesson is null ? 0 : Shares.GetValueOrDefault(lesson.Id);

    /// <summary>Whether every section of a lesson is read.</summary>
    public bool IsRead(Lesson lesson) => Of(lesson) >= 1;

    /// <summary>Sections that readers see in the contents.</summary>
    public static bool IsCounted(Section section) => section?.Level <= 3;
}
