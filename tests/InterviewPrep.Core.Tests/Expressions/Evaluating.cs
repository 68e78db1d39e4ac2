using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Core.Tests.Expressions;

/// <summary>Short ways to evaluate in tests.</summary>
internal static class Evaluating
{
    public static Expression Parsed(string text)
    {
        Assert.True(Expression.TryParse(text, out var expression, out var error), $"{text}: {error}");
        Assert.Null(error);
        return expression;
    }

    public static ExpressionValue Value(string text, params (string Name, double Value)[] parameters)
    {
        var result = Parsed(text).Evaluate(parameters.ToDictionary(pair => pair.Name, pair => pair.Value));
        Assert.True(result.Succeeded, $"{text}: {result.Error}");
        return result.Value;
    }

    public static double Number(string text, params (string Name, double Value)[] parameters) =>
        Assert.IsType<ExpressionValue.Number>(Value(text, parameters)).Value;

    public static IReadOnlyList<double> List(string text) => Assert.IsType<ExpressionValue.List>(Value(text)).Values;

    public static ExpressionValue.Truth Truth(string text, params (string Name, double Value)[] parameters) =>
        Assert.IsType<ExpressionValue.Truth>(Value(text, parameters));

    /// <summary>The error of reading, or else of evaluating; its position lies within the text.</summary>
    public static ExpressionError Error(string text, params (string Name, double Value)[] parameters)
    {
        if (Expression.TryParse(text, out var expression, out var error))
            error = expression.Evaluate(parameters.ToDictionary(pair => pair.Name, pair => pair.Value)).Error;

        Assert.NotNull(error);
        Assert.InRange(error.Position, 0, text.Length);
        Assert.NotEmpty(error.Message);
        Assert.NotEmpty(error.Mend);
        return error;
    }
}
