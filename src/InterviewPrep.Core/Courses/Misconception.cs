namespace InterviewPrep.Core.Courses;

/// <summary>A named wrong belief; wrong options and known wrong numbers point to one.</summary>
/// <param name="Id">Permanent id, such as <c>scale-by-length</c>.</param>
/// <param name="Belief">What somebody who holds it would say; inline Markdown.</param>
/// <param name="Correction">What is right instead; inline Markdown.</param>
/// <param name="Concept">Id of the concept that it is about.</param>
public sealed record Misconception(string Id, string Belief, string Correction, string Concept);
