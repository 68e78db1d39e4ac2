using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Documents;

/// <summary>A <c>.quiz.yaml</c> file: the questions of a lesson or of a deck.</summary>
internal sealed class QuizDocument : Document
{
    [Key("Id of the lesson that the questions belong to.", Pattern = Patterns.Id)]
    public Located<string>? Lesson { get; set; }

    [Key("Permanent id of the deck, for questions without a lesson.", Pattern = Patterns.Id)]
    public Located<string>? Deck { get; set; }

    [Key("Title of the deck in plain text.")]
    public Located<string>? Title { get; set; }

    [Key("What the deck covers, in plain text.")]
    public Located<string>? Description { get; set; }

    [Key("The questions.", Required = true)]
    public IReadOnlyList<QuestionDocument> Questions { get; set; } = [];
}

/// <summary>One question.</summary>
internal sealed class QuestionDocument : Document
{
    private readonly List<KeyValuePair<string, SourcePosition>> _keys = new(12);

    /// <summary>Where a key stands; the question itself when it has none.</summary>
    public SourcePosition PositionOf(string key) => _keys.FirstOrDefault(k => k.Key == key, KeyValuePair.Create(key, Position)).Value;

    public override void NoteKey(string key, SourcePosition position) => _keys.Add(new(key, position));

    [Key("Permanent id, unique over the course.", Required = true, Pattern = Patterns.Id)]
    public Located<string> Id { get; set; } = null!;

    [Key("From 1; goes up when the meaning or the key changes, not for a typo.", Required = true, Minimum = 1, Maximum = 10_000)]
    public Located<int> Version { get; set; } = null!;

    [Key("Below `version`, when its key was mended: answers to versions from this one on are marked again with this key.", Minimum = 1, Maximum = 9_999)]
    public Located<int>? Regrade { get; set; }

    [Key("How it is asked.", Required = true)]
    public Located<QuestionType> Type { get; set; } = null!;

    [Key("Ids of the concepts that it tests, the primary one first.", Required = true, Pattern = Patterns.ConceptId)]
    public IReadOnlyList<Located<string>> Concepts { get; set; } = [];

    [Key("1 recall, 2 explain, 3 compute or apply, 4 trade-off or debug.", Required = true, Minimum = 1, Maximum = 4)]
    public Located<int> Level { get; set; } = null!;

    [Key("Anchor of the lesson's section that answers it.", Pattern = Patterns.Id)]
    public Located<string>? Section { get; set; }

    [Key("Numbers, from 1, of the lesson's objectives that it tests.", Minimum = 1, Maximum = 50)]
    public IReadOnlyList<Located<int>> Objectives { get; set; } = [];

    [Key("Parameters that make variants: a list of numbers for each name.", Pattern = Patterns.Parameter)]
    public IReadOnlyDictionary<string, Located<IReadOnlyList<double>>> Params { get; set; } = new Dictionary<string, Located<IReadOnlyList<double>>>();

    [Key("What is asked; Markdown.", Required = true)]
    public Located<string> Prompt { get; set; } = null!;

    [Key("The options.", Types = [nameof(QuestionType.Single), nameof(QuestionType.Multi)])]
    public IReadOnlyList<OptionDocument> Options { get; set; } = [];

    [Key("The key as an expression in base units.", Types = [nameof(QuestionType.Number)])]
    public Located<string>? Answer { get; set; }

    [Key("The unit asked for.", Types = [nameof(QuestionType.Number)])]
    public Located<string>? Unit { get; set; }

    [Key("How far from the key still counts.", Types = [nameof(QuestionType.Number)])]
    public ToleranceDocument? Tolerance { get; set; }

    [Key("Typical wrong results.", Types = [nameof(QuestionType.Number)])]
    public IReadOnlyList<SlipDocument> Wrong { get; set; } = [];

    [Key("Accepted answers, the one to show first.", Types = [nameof(QuestionType.Text)])]
    public IReadOnlyList<Located<string>> Accept { get; set; } = [];

    [Key("Regular expression over the normalised answer that is accepted too.", Types = [nameof(QuestionType.Text)])]
    public Located<string>? Pattern { get; set; }

    [Key("The steps in the right order; inline Markdown.", Types = [nameof(QuestionType.Order)])]
    public IReadOnlyList<Located<string>> Steps { get; set; } = [];

    [Key("What belongs together.", Types = [nameof(QuestionType.Match)])]
    public IReadOnlyList<PairDocument> Pairs { get; set; } = [];

    [Key("Right sides that belong to no left side.", Types = [nameof(QuestionType.Match)])]
    public IReadOnlyList<Located<string>> Distractors { get; set; } = [];

    [Key("What a strong answer contains.", Types = [nameof(QuestionType.Open)])]
    public IReadOnlyList<KeyPointDocument> Keypoints { get; set; } = [];

    [Key("What makes an interviewer frown; inline Markdown.", Types = [nameof(QuestionType.Open)])]
    public IReadOnlyList<Located<string>> Redflags { get; set; } = [];

    [Key("A model answer; Markdown.", Types = [nameof(QuestionType.Open)])]
    public Located<string>? Model { get; set; }

    [Key("Minutes to speak.", Types = [nameof(QuestionType.Open)], Minimum = 1, Maximum = 60)]
    public Located<int>? Minutes { get; set; }

    [Key("Hints from vague to pointed; Markdown.")]
    public IReadOnlyList<Located<string>> Hints { get; set; } = [];

    [Key("The whole reasoning, shown after the answer; Markdown.", Required = true)]
    public Located<string> Explain { get; set; } = null!;

    [Key("Ids of the questions that ask the next thing, harder.", Pattern = Patterns.Id)]
    public IReadOnlyList<Located<string>> Followups { get; set; } = [];

    [Key("Keys of the sources that settle it.", Pattern = Patterns.Id)]
    public IReadOnlyList<Located<string>> Sources { get; set; } = [];

    [Key("Expressions that must hold, for every variant.")]
    public IReadOnlyList<Located<string>> Checks { get; set; } = [];
}

/// <summary>One option of a choice question.</summary>
internal sealed class OptionDocument : Document
{
    [Key("Permanent id within the question.", Required = true, Pattern = Patterns.Id)]
    public Located<string> Id { get; set; } = null!;

    [Key("Whether it belongs to the key.")]
    public Located<bool>? Correct { get; set; }

    [Key("What is offered; inline Markdown.", Required = true)]
    public Located<string> Text { get; set; } = null!;

    [Key("Why it is right or wrong; Markdown.")]
    public Located<string>? Why { get; set; }

    [Key("Id of the wrong belief that choosing it shows.", Pattern = Patterns.Id)]
    public Located<string>? Misconception { get; set; }
}

/// <summary>How far from the key still counts; the wider of the two holds.</summary>
internal sealed class ToleranceDocument : Document
{
    [Key("Share of the key.", Minimum = 0, Maximum = 1)]
    public Located<double>? Rel { get; set; }

    [Key("Distance in the key's base units.", Minimum = 0)]
    public Located<double>? Abs { get; set; }
}

/// <summary>A typical wrong result.</summary>
internal sealed class SlipDocument : Document
{
    [Key("What somebody who makes it computes.", Required = true)]
    public Located<string> Expr { get; set; } = null!;

    [Key("What went wrong; Markdown.", Required = true)]
    public Located<string> Why { get; set; } = null!;

    [Key("Id of the wrong belief behind it.", Pattern = Patterns.Id)]
    public Located<string>? Misconception { get; set; }
}

/// <summary>What belongs together.</summary>
internal sealed class PairDocument : Document
{
    [Key("The side that stays put; inline Markdown.", Required = true)]
    public Located<string> Left { get; set; } = null!;

    [Key("The side that is chosen; inline Markdown.", Required = true)]
    public Located<string> Right { get; set; } = null!;

    [Key("Why they belong together; Markdown.")]
    public Located<string>? Why { get; set; }
}

/// <summary>One thing that a strong answer says.</summary>
internal sealed class KeyPointDocument : Document
{
    [Key("The point; inline Markdown.", Required = true)]
    public Located<string> Text { get; set; } = null!;

    [Key("Its share of the mark.", Minimum = 1, Maximum = 10)]
    public Located<int>? Weight { get; set; }
}
