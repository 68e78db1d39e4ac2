using System.Globalization;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Content.Files;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Loading;

/// <summary>Goes through the variants of a question: its key must be finite and differ from each slip, slips from each other, and its checks must hold.</summary>
internal static class VariantCheck
{
    /// <summary>Whether everything holds; a diagnostic when not.</summary>
    public static bool Check(Question question, QuestionDocument document, DiagnosticBag diagnostics)
    {
        var checks = ExpressionCheck.Parse(document.Checks, diagnostics).ToList();
        if (checks.Count < document.Checks.Count) return false;
        if (checks.Count == 0 && question is not NumberQuestion) return true;
        var coinciding = new HashSet<int>();
        foreach (var parameters in question.Variants.Enumerate(ContentLimits.VariantsChecked))
        {
            if (question is NumberQuestion number && !CheckKey(number, document, parameters, coinciding, diagnostics)) return false;
            foreach (var (expression, position) in checks)
            {
                if (!ExpressionCheck.Holds(expression, position, parameters, diagnostics)) return false;
            }
        }

        return true;
    }

    private static bool CheckKey(NumberQuestion question, QuestionDocument document, IReadOnlyDictionary<string, double> parameters, HashSet<int> coinciding, DiagnosticBag diagnostics)
    {
        var result = question.Answer.Evaluate(parameters);
        if (!result.TryGetNumber(out var key) || !double.IsFinite(key))
        {
            diagnostics.Report(DiagnosticRules.InvalidVariant, document.Answer!.Position,
                $"The key is not a finite number{For(parameters)}: {result.Error?.Message ?? "it is not a number."}", "Mend the expression or the parameters.");
            return false;
        }

        var slips = new double[question.Slips.Length];
        for (var i = 0; i < question.Slips.Length; i++)
        {
            var slip = question.Slips[i].Result.Evaluate(parameters);
            if (!slip.TryGetNumber(out var wrong))
            {
                diagnostics.Report(DiagnosticRules.InvalidVariant, document.Wrong[i].Expr.Position, $"The slip is not a number{For(parameters)}: {slip.Error?.Message}", "Mend the expression.");
                return false;
            }

            if (question.Tolerance.Accepts(key, wrong))
            {
                diagnostics.Report(DiagnosticRules.InvalidVariant, document.Wrong[i].Expr.Position, $"The slip would count as right{For(parameters)}.", "Tighten the tolerance, or change the parameters.");
                return false;
            }

            slips[i] = wrong;
            if (Array.FindIndex(slips, 0, i, s => question.Tolerance.Accepts(s, wrong)) is >= 0 and var first && coinciding.Add(i))
            {
                diagnostics.Report(DiagnosticRules.SlipsCoincide, document.Wrong[i].Expr.Position,
                    $"The slip cannot be told from slip {first + 1}{For(parameters)}, whose reason would be shown.", "Say both causes in one slip, tighten the tolerance, or change the parameters.");
            }
        }

        return true;
    }

    private static string For(IReadOnlyDictionary<string, double> parameters) => parameters.Count == 0
        ? ""
        : " for " + string.Join(", ", parameters.Select(p => $"{p.Key} = {p.Value.ToString(CultureInfo.InvariantCulture)}"));
}
