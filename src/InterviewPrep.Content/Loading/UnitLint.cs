using System.Text.RegularExpressions;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Files;
using InterviewPrep.Core.Expressions;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Loading;

/// <summary>
/// Advice on the unit of a number question. What a learner types is converted to base units, so a key that an author has
/// converted as well (hours, where seconds are compared) would mark every right answer wrong.
/// </summary>
internal static partial class UnitLint
{
    // Nobody asks for less than a hundredth of a unit or more than a million of it.
    private const double Least = 0.01;
    private const double Most = 1e6;
    private const double RoundingError = 1e-9;

    public static void Check(NumberQuestion question, QuestionDocument document, DiagnosticBag diagnostics)
    {
        if (ScaleAsked().Match(document.Prompt.Value) is { Success: true } scale && (question.Unit is null || !scale.Groups["share"].Success))
        {
            diagnostics.Report(DiagnosticRules.ScaleWithoutUnit, document.Prompt.Position.Into(document.Prompt.Value, scale.Index),
                $"The prompt asks for a number {scale.Value.ToLowerInvariant()}, and with that word typed behind it the number is read otherwise.",
                scale.Groups["share"].Success ? "Add unit: \"%\" with the key as a ratio, or unit: points." : "Ask for a form such as 12.3B, with the key in ones.");
        }

        if (!Unit.TryFind(question.Unit, out var unit) || unit.Factor == 1) return;
        var problem = IsConverted(question.Answer.Text, unit) ? $"The expression already converts to {unit.Symbol}." : Misfit(question, unit);
        if (problem is not null)
            diagnostics.Report(DiagnosticRules.KeyNotInBaseUnits, document.Answer!.Position, problem, $"Leave the key in base units: an answer typed in {unit.Symbol} is converted to them.");
    }

    /// <summary>Whether the expression ends with a division by the unit, or begins with the factor that undoes it.</summary>
    private static bool IsConverted(string text, Unit unit) =>
        (unit.Factor > 1 && Is(text[(text.LastIndexOf('/') + 1)..], unit.Factor))
        || (unit.Factor < 1 && text.IndexOf('*', StringComparison.Ordinal) is > 0 and var times && Is(text[..times], 1 / unit.Factor));

    private static bool Is(string text, double number) =>
        Expression.TryParse(text, out var expression, out _) && expression.Parameters.Count == 0
        && expression.Evaluate().TryGetNumber(out var value) && Math.Abs(value - number) <= RoundingError * number;

    private static string? Misfit(NumberQuestion question, Unit unit)
    {
        foreach (var parameters in question.Variants.Enumerate(ContentLimits.VariantsChecked))
        {
            if (!question.Answer.Evaluate(parameters).TryGetNumber(out var key) || key == 0) continue;
            if (Math.Abs(key) / unit.Factor is < Least or > Most) return $"The key would be {new NumberFormat { Unit = unit }.Format(key)}.";
        }

        return null;
    }

    [GeneratedRegex(@"\bin (\*\*)?((?<share>per ?cent|percentage points)|(thousands|millions|billions|trillions))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ScaleAsked();
}
