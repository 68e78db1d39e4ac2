using InterviewPrep.Core.Courses;

namespace InterviewPrep.Web.Features.Home;

/// <summary>The course's description, cut into what is said large and what follows.</summary>
/// <param name="Headline">The first sentence, or the title of a course without a description.</param>
/// <param name="Rest">The other sentences; may be empty.</param>
public sealed record Introduction(string Headline, string Rest)
{
    /// <summary>Of a course.</summary>
    public static Introduction Of(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var text = course.Description.Trim();
        if (text.Length == 0) return new(course.Title, "");
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? new(text, "") : new(text[..(end + 1)], text[(end + 2)..].Trim());
    }
}
