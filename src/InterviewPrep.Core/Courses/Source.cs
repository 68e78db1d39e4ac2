namespace InterviewPrep.Core.Courses;

/// <summary>A paper, book or page that the course cites.</summary>
/// <param name="Id">Permanent key: first author's surname and year, such as <c>vaswani2017</c>.</param>
/// <param name="Title">Title in plain text.</param>
/// <param name="Authors">Authors as they are shown.</param>
/// <param name="Year">Year of the cited version.</param>
/// <param name="Url">An <c>https</c> address; <see langword="null"/> for what has none.</param>
/// <param name="Note">A word on the version or the reliability, in plain text.</param>
public sealed record Source(string Id, string Title, string Authors, int Year, string? Url, string? Note);
