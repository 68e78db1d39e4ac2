using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Content.Loading;

/// <summary>Parses and evaluates the <c>checks</c> of lessons and questions.</summary>
internal static class ExpressionCheck
{
    public static IEnumerable<(Expression Expression, SourcePosition Position)> Parse(IEnumerable<Located<string>> checks, DiagnosticBag diagnostics)
    {
        foreach (var check in checks)
        {
            if (!Expression.TryParse(check.Value, out var expression, out var error))
                diagnostics.Report(DiagnosticRules.InvalidExpression, check.Position.Into(check.Value, error.Position), error.Message, error.Mend);
            else if (!expression.IsComparison)
                diagnostics.Report(DiagnosticRules.InvalidExpression, check.Position, "A check must compare two things.", "Write a ≈ b, a == b or a < b.");
            else
                yield return (expression, check.Position);
        }
    }

    /// <summary>Whether it holds; a diagnostic when not.</summary>
    public static bool Holds(Expression expression, SourcePosition position, IReadOnlyDictionary<string, double>? parameters, DiagnosticBag diagnostics)
    {
        var result = expression.Evaluate(parameters);
        if (result.Holds) return true;
        if (result.Error is { } error)
            diagnostics.Report(DiagnosticRules.InvalidExpression, position.Into(expression.Text, error.Position), error.Message, error.Mend);
        else
            diagnostics.Report(DiagnosticRules.CheckFailed, position, $"The check does not hold: {expression.Text} ({(result.Value as ExpressionValue.Truth)?.Because})", "Mend the number, in the check and in the text.");
        return false;
    }
}
