namespace InterviewPrep.Web.Features.Mails;

/// <summary>One message of plain text.</summary>
/// <param name="To">Address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The words; lines end with <c>\n</c>.</param>
public sealed record Mail(string To, string Subject, string Text);
