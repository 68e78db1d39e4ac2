using System.Collections.Immutable;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Rendering;

/// <summary>One variant of a question as HTML: the part that may be shown before the answer.</summary>
/// <param name="Question">The question.</param>
/// <param name="Prompt">Its prompt; blanks are numbered gaps.</param>
/// <param name="Choices">What is offered: options or steps in the author's order, to be shown in another; or the left sides of pairs, as inline HTML; else empty.</param>
/// <param name="Targets">The right sides of pairs, then the distractors, to be shown in another order; else empty.</param>
public sealed record RenderedPrompt(Question Question, string Prompt, ImmutableArray<string> Choices, ImmutableArray<string> Targets);

/// <summary>The part that is shown after the answer.</summary>
/// <param name="Explanation">The whole reasoning.</param>
/// <param name="Whys">The reason of each option or pair, in the author's order; <see langword="null"/> where there is none.</param>
/// <param name="Hints">The hints.</param>
/// <param name="Model">The model answer of an open question.</param>
/// <param name="KeyPoints">The key points of an open question.</param>
/// <param name="RedFlags">The red flags of an open question.</param>
public sealed record RenderedFeedback(
    string Explanation, ImmutableArray<string?> Whys, ImmutableArray<string> Hints, string? Model, ImmutableArray<string> KeyPoints, ImmutableArray<string> RedFlags);
