using InterviewPrep.Content.Diagnostics;

namespace InterviewPrep.Content.Reporting;

/// <summary>A number in a lesson's text that no check of the lesson holds and that the lesson does not compute.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="IsSourced">Whether its paragraph, list or table cites a source.</param>
/// <param name="Context">A few words around it, on one line.</param>
public sealed record ProseNumber(string Text, SourcePosition Position, bool IsSourced, string Context);
