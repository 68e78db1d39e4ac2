using InterviewPrep.Content.Diagnostics;

namespace InterviewPrep.Content.Documents;

/// <summary>A value and the place where it stands.</summary>
/// <param name="Value">The value.</param>
/// <param name="Position">Where its text begins.</param>
public sealed record Located<T>(T Value, SourcePosition Position);
