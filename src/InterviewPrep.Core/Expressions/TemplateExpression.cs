namespace InterviewPrep.Core.Expressions;

/// <summary>A <c>{{= expression | pipes }}</c> found in a text. Positions are zero-based indexes into the whole text.</summary>
/// <param name="Text">The expression, between <c>{{=</c> and the bar or the closing braces.</param>
/// <param name="Position">Where <paramref name="Text"/> begins.</param>
/// <param name="Pipes">What stands behind the first bar; empty when there is none.</param>
/// <param name="PipesPosition">Where <paramref name="Pipes"/> begins.</param>
/// <param name="Start">Where the opening braces are.</param>
/// <param name="End">Where the text goes on behind the closing braces.</param>
public sealed record TemplateExpression(string Text, int Position, string Pipes, int PipesPosition, int Start, int End);
