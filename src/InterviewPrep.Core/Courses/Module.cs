using System.Collections.Immutable;

namespace InterviewPrep.Core.Courses;

/// <summary>A group of lessons that is read in one go.</summary>
/// <param name="Id">Permanent id and folder name.</param>
/// <param name="Number">Place in the course, from 1.</param>
/// <param name="Title">Title in plain text.</param>
/// <param name="Summary">One or two sentences of plain text.</param>
/// <param name="Lessons">The lessons in reading order.</param>
public sealed record Module(string Id, int Number, string Title, string Summary, ImmutableArray<Lesson> Lessons)
{
    /// <summary>Reading time of all its lessons in minutes.</summary>
    public int Minutes => Lessons.Sum(l => l.Minutes);
}
