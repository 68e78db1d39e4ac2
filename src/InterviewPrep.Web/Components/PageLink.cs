using InterviewPrep.Core.Courses;

namespace InterviewPrep.Web.Components;

/// <summary>An address on this site and what it is called.</summary>
/// <param name="Url">Path with anchor.</param>
/// <param name="Title">Plain text.</param>
public sealed record PageLink(string Url, string Title)
{
    /// <summary>A section of a lesson; the lesson where it has no such section any more.</summary>
    public static PageLink To(Course course, SectionReference place)
    {
        ArgumentNullException.ThrowIfNull(course);
        var lesson = course.FindLesson(place.Lesson);
        var title = lesson?.Title ?? place.Lesson;
        return place.Section is { } id && lesson?.FindSection(id) is { } section
            ? new($"/lessons/{place.Lesson}#{section.Id}", $"{title}: {section.Title}")
            : new($"/lessons/{place.Lesson}", title);
    }
}
