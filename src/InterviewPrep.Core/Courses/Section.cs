namespace InterviewPrep.Core.Courses;

/// <summary>A heading inside a lesson, addressable as <c>lesson#section</c>.</summary>
/// <param name="Id">Permanent anchor, unique within the lesson.</param>
/// <param name="Title">The heading in plain text.</param>
/// <param name="Level">2 for a section, 3 or 4 for one inside it.</param>
public sealed record Section(string Id, string Title, int Level);
