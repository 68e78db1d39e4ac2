using System.Text.RegularExpressions;
using InterviewPrep.Content.Markdown;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>What screens call the properties of a question.</summary>
public static partial class QuestionWords
{
    private const int TitleLength = 90;
    private const int ShortLength = 60;

    /// <summary>The beginning of what a question asks, in plain text: how lists name it. Gaps and numbers that are drawn are dots: a gap holds its key.</summary>
    public static string Title(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = PlainText.Of(Braces().Replace(question.Prompt, "…")).ReplaceLineEndings(" ");
        return text.Length <= TitleLength ? text : $"{text[..Cut(text)].TrimEnd(' ', '=', '…', ',')}…";
    }

    /// <summary><c>right</c>, <c>partly</c>, <c>wrong</c>, or <c>unknown</c> for an honest "I don't know".</summary>
    public static string StateOf(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Response is UnknownResponse ? "unknown" : answer.IsRight ? "right" : answer.Score > 0 ? "partly" : "wrong";
    }

    /// <summary>The sign of a state.</summary>
    public static string Sign(string state) => state switch
    {
        "right" => "✓",
        "partly" => "◐",
        "unknown" => "?",
        _ => "✕",
    };

    /// <summary>What sort of thinking a level asks for.</summary>
    public static string Level(int level) => string.Concat(char.ToUpperInvariant(QuestionLevel.Name(level)[0]).ToString(), QuestionLevel.Name(level).AsSpan(1));

    /// <summary>What sort of answer a type asks for.</summary>
    public static string Kind(QuestionType type) => type switch
    {
        QuestionType.Single => "One answer",
        QuestionType.Multi => "Several answers",
        QuestionType.Number => "A number",
        QuestionType.Text => "A short term",
        QuestionType.Order => "Put in order",
        QuestionType.Match => "Match",
        QuestionType.Cloze => "Fill the gaps",
        QuestionType.Open => "In your own words",
        _ => throw new InvalidOperationException($"Unhandled type {type}."),
    };

    /// <summary>The text of inline HTML, cut where a list has no room: beside its letter in a list to choose from.</summary>
    public static string Short(string html)
    {
        var text = System.Net.WebUtility.HtmlDecode(Tags().Replace(html, "")).ReplaceLineEndings(" ").Trim();
        return text.Length <= ShortLength ? text : $"{text[..ShortLength].TrimEnd()}…";
    }

    /// <summary>A, B, C … and numbers after Z: what right sides of pairs are called.</summary>
    public static string Letter(int index) => index < 26 ? ((char)('A' + index)).ToString() : $"{index + 1}";

    /// <summary>What to do, as a sentence.</summary>
    public static string Instruction(Question question) => question switch
    {
        SingleQuestion => "One of these is right.",
        MultiQuestion => "One or more of these are right. Tick every one that is.",
        NumberQuestion { Unit: { } unit } => $"A number is asked, in {unit}.",
        NumberQuestion => "A number is asked.",
        TextQuestion => "A short term is asked.",
        OrderQuestion => "Put these steps in order.",
        MatchQuestion => "Which belongs to which?",
        ClozeQuestion { Blanks.Length: 1 } => "What belongs in the gap?",
        ClozeQuestion cloze => $"What belongs in the {cloze.Blanks.Length} gaps?",
        OpenQuestion open => $"Say it aloud as to an interviewer, about {open.Minutes} {(open.Minutes == 1 ? "minute" : "minutes")}, or write it down. Then compare.",
        _ => throw new InvalidOperationException($"Unhandled question {question}."),
    };

    /// <summary>How sure somebody says they are.</summary>
    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.NotSure => "Not sure",
        Certainty.FairlySure => "Fairly sure",
        _ => "Certain",
    };

    /// <summary>Behind a word, where there is one.</summary>
    private static int Cut(string text) => text.LastIndexOf(' ', TitleLength) is > 0 and var end ? end : TitleLength;

    /// <summary>A third brace belongs to TeX.</summary>
    // The source of a formula, which is in its markup, is not read as text.
    [GeneratedRegex("<annotation[^>]*>.*?</annotation>|<[^>]*>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\{\{(?!\{).*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Braces();
}
