using System.Text.RegularExpressions;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Markdown;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Loading;

/// <summary>
/// Advice that needs nothing but the question, after the item-writing guidelines of Haladyna, Downing and Rodriguez 2002
/// (A review of multiple-choice item-writing guidelines, Applied Measurement in Education 15(3)).
/// </summary>
internal static partial class QuestionLint
{
    private const double MuchLonger = 1.5;
    private const int MuchLongerCharacters = 20;

    public static void Check(Question question, QuestionDocument document, DiagnosticBag diagnostics)
    {
        if (question.Sources.IsEmpty)
            diagnostics.Report(DiagnosticRules.QuestionWithoutSource, document.Position, $"'{question.Id}' names no source.", "Add sources: [key].");
        if (question.Lesson is not null && question.Section is null)
            diagnostics.Report(DiagnosticRules.QuestionWithoutSection, document.Position, $"'{question.Id}' does not say which section answers it.", "Add section: anchor.");
        if (question is NumberQuestion number) UnitLint.Check(number, document, diagnostics);
        if (question is ChoiceQuestion choice) CheckOptions(choice, document, diagnostics);
        if (question is ChoiceQuestion && NegativeStem(document.Prompt.Value))
            diagnostics.Report(DiagnosticRules.UnboldedNot, document.Prompt.Position, "The question is negative and does not stress it.", "Write **not** in bold, or turn the question round.");
    }

    private static void CheckOptions(ChoiceQuestion question, QuestionDocument document, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < question.Options.Length; i++)
        {
            var option = question.Options[i];
            if (option.Why is null)
                diagnostics.Report(DiagnosticRules.OptionWithoutWhy, document.Options[i].Position, $"The option '{option.Id}' gives no reason.", "Add why: what makes it right or wrong.");
            if (CatchAll().IsMatch(option.Text))
                diagnostics.Report(DiagnosticRules.CatchAllOption, document.Options[i].Text.Position, "The option refers to the others.", "Replace it by a real one.");
        }

        if (question is not SingleQuestion) return;
        // Markup only adds characters, so that a key short enough with it need not be read.
        var keyText = question.Options.First(o => o.Correct).Text;
        if (keyText.Length <= MuchLongerCharacters) return;
        var key = keyText.Length;
        var longest = question.Options.Where(o => !o.Correct).Max(o => PlainText.Of(o.Text).Length);
        if (IsMuchLonger(key, longest)) key = PlainText.Of(keyText).Length;
        if (IsMuchLonger(key, longest))
            diagnostics.Report(DiagnosticRules.KeyIsLongest, document.Options.First(o => o.Correct?.Value == true).Text.Position,
                $"The right option has {key} characters, the longest wrong one {longest}.", "Shorten it, or give the others as much detail.");
    }

    private static bool IsMuchLonger(int key, int longest) => key > longest * MuchLonger && key > longest + MuchLongerCharacters;

    private static bool NegativeStem(string prompt) =>
        QuestionSentence().Matches(prompt).Any(m => Negation().IsMatch(m.Value) && !BoldNegation().IsMatch(m.Value));

    [GeneratedRegex(@"\b(all|none|both|neither) of (the above|these|them)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"\b(which|what)\b[^.?!]*\?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuestionSentence();

    [GeneratedRegex(@"\b(is|are|was|does|do|did|can|would|will) not\b|\bexcept\b|n['’]t\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Negation();

    [GeneratedRegex(@"\*\*(not|except|[a-z]+ not|[a-z]+n['’]t)\*\*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BoldNegation();
}
