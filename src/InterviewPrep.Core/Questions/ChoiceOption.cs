namespace InterviewPrep.Core.Questions;

/// <summary>One option of a choice question.</summary>
/// <param name="Id">Permanent id within the question.</param>
/// <param name="Text">What is offered; inline Markdown.</param>
/// <param name="Correct">Whether it belongs to the key.</param>
/// <param name="Why">Why it is right or wrong; Markdown.</param>
/// <param name="Misconception">Id of the wrong belief that choosing it shows.</param>
public sealed record ChoiceOption(string Id, string Text, bool Correct, string? Why, string? Misconception);
