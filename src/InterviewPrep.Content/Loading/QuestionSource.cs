using InterviewPrep.Content.Documents;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Loading;

/// <summary>A question and the document it was read from, whose parts know their places.</summary>
internal sealed record QuestionSource(Question Question, QuestionDocument Document);

/// <summary>A quiz file: whose questions, and which.</summary>
internal sealed record QuizFile(QuizDocument Document, IReadOnlyList<QuestionSource> Questions);
