namespace InterviewPrep.Core.Courses;

/// <summary>A bank of questions that belong to no lesson.</summary>
/// <param name="Id">Permanent id.</param>
/// <param name="Title">Title in plain text.</param>
/// <param name="Description">What it covers, in plain text.</param>
public sealed record Deck(string Id, string Title, string Description);
