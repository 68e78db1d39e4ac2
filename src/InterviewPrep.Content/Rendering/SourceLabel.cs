using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Rendering;

/// <summary>How a source is named in running text.</summary>
public static class SourceLabel
{
    /// <summary>Surnames and year: <c>Vaswani et al. 2017</c>, <c>Press &amp; Wolf 2016</c>.</summary>
    public static string Of(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var names = source.Authors.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        var authors = names.Length switch
        {
            0 or 1 => source.Authors,
            2 when !names[1].Contains("et al.", StringComparison.Ordinal) => $"{names[0]} & {names[1]}",
            _ => $"{names[0]} et al.",
        };
        return $"{authors} {source.Year}";
    }
}
