namespace InterviewPrep.Web.Components;

/// <summary>An address on this site and what it is called.</summary>
/// <param name="Url">Path with anchor.</param>
/// <param name="Title">Plain text.</param>
public sealed record PageLink(string Url, string Title);
