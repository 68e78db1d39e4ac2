namespace InterviewPrep.Core.Expressions;

/// <summary>A text with its computed numbers and parameters filled in.</summary>
/// <param name="Text">The expanded text; what has an error stands in it as it was written.</param>
/// <param name="Errors">All errors in the order of the text, with zero-based positions into the text that was given.</param>
public sealed record TemplateResult(string Text, IReadOnlyList<ExpressionError> Errors);
