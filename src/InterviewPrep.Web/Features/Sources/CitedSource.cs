using System.Collections.Immutable;
using System.Text.RegularExpressions;
using InterviewPrep.Content.Loading;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Web.Features.Sources;

/// <summary>A source with the lessons that cite it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Lessons">In reading order.</param>
/// <param name="IsAsked">Whether a question cites it.</param>
public sealed partial record CitedSource(Source Source, ImmutableArray<Lesson> Lessons, bool IsAsked)
{
    /// <summary>Every source of a course by author and year. Citations are read off the text, since rendering every lesson for them would take seconds.</summary>
    public static IReadOnlyList<CitedSource> AllOf(LoadedCourse loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var lessons = loaded.Course.Lessons
            .SelectMany(l => KeysOf(l, loaded.Texts[l.Id].Body).Select(key => (key, l)))
            .ToLookup(p => p.key, p => p.l, StringComparer.Ordinal);
        var asked = loaded.Course.Questions.SelectMany(q => q.Sources).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. loaded.Course.Sources
                .OrderBy(s => s.Authors, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Year).ThenBy(s => s.Title, StringComparer.OrdinalIgnoreCase)
                .Select(s => new CitedSource(s, [.. lessons[s.Id]], asked.Contains(s.Id))),
        ];
    }

    private static IEnumerable<string> KeysOf(Lesson lesson, string body) =>
        lesson.Sources.Concat(Citation().Matches(body).Select(m => m.Groups[1].Value)).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<=[\[;]\s*)@([a-z0-9-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Citation();
}
