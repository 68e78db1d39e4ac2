using InterviewPrep.Core.Questions;
using InterviewPrep.Core.Quizzes;

namespace InterviewPrep.Content.Documents;

/// <summary><c>loop.yaml</c>.</summary>
internal sealed class LoopDocument : Document
{
    [Key("Title in plain text.", Required = true)]
    public Located<string> Title { get; set; } = null!;

    [Key("What it is and how to take it, in plain text.", Required = true)]
    public Located<string> Summary { get; set; } = null!;

    [Key("Share of the marks from which a round is passed.", Required = true, Minimum = 0, Maximum = 1)]
    public Located<double> Pass { get; set; } = null!;

    [Key("The rounds in order.", Required = true)]
    public IReadOnlyList<RoundDocument> Rounds { get; set; } = [];
}

/// <summary>One round of the loop.</summary>
internal sealed class RoundDocument : Document
{
    [Key("Permanent id, unique over the course.", Required = true, Pattern = Patterns.Id)]
    public Located<string> Id { get; set; } = null!;

    [Key("Title in plain text.", Required = true)]
    public Located<string> Title { get; set; } = null!;

    [Key("What is graded and how to take it, in plain text.", Required = true)]
    public Located<string> Summary { get; set; } = null!;

    [Key("Time limit in minutes.", Required = true, Minimum = 1, Maximum = QuizSpec.MaxMinutes)]
    public Located<int> Minutes { get; set; } = null!;

    [Key("What is drawn, in the order in which it is asked.", Required = true)]
    public IReadOnlyList<PartDocument> Parts { get; set; } = [];
}

/// <summary>Questions of a round that are drawn together.</summary>
internal sealed class PartDocument : Document
{
    [Key("How many are drawn.", Required = true, Minimum = 1, Maximum = QuizSpec.MaxLength)]
    public Located<int> Questions { get; set; } = null!;

    [Key("Ids of lessons to draw from.", Pattern = Patterns.Id)]
    public IReadOnlyList<Located<string>> Lessons { get; set; } = [];

    [Key("Ids of modules to draw from.", Pattern = Patterns.Id)]
    public IReadOnlyList<Located<string>> Modules { get; set; } = [];

    [Key("Ids of decks to draw from.", Pattern = Patterns.Id)]
    public IReadOnlyList<Located<string>> Decks { get; set; } = [];

    [Key("Types to draw; without it all.")]
    public IReadOnlyList<Located<QuestionType>> Types { get; set; } = [];

    [Key("Levels to draw; without it all.", Minimum = 1, Maximum = 4)]
    public IReadOnlyList<Located<int>> Levels { get; set; } = [];
}
