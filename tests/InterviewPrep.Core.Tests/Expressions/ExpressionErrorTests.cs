using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Core.Tests.Expressions;

public sealed class ExpressionErrorTests
{
    [Theory]
    [InlineData("", 0, "Write a number")]
    [InlineData("   ", 0, "Write a number")]
    [InlineData("1 +", 3, "Write a number")]
    [InlineData("* 2", 0, "before it")]
    [InlineData("(1 + 2", 0, "“)”")]
    [InlineData("[1, 2", 0, "“]”")]
    [InlineData("1 + 2)", 5, "Remove it")]
    [InlineData("[1, 2)", 5, "Remove it")]
    [InlineData("()", 1, "Remove it")]
    [InlineData("[]", 0, "at least one")]
    [InlineData("sum()", 3, "at least one")]
    [InlineData("1 2", 2, "operator")]
    [InlineData("2(3 + 4)", 1, "operator")]
    [InlineData("1,024", 2, "1_024")]
    [InlineData("1,124", 1, "1_024")]
    [InlineData("[1,024]", 3, "1_024")]
    [InlineData("007", 0, "Write 24")]
    [InlineData("1 < 2 < 3", 6, "Write two")]
    [InlineData("1 ≈ 2 ± 1 ≈ 3", 10, "Write two")]
    [InlineData("1 ± 2", 2, "a ≈ b ± t")]
    [InlineData("1 == 2 ± 1", 7, "a ≈ b ± t")]
    [InlineData("a = 2", 2, "==")]
    [InlineData("2 ** 3", 2, "^")]
    [InlineData("7 // 2", 2, "floor")]
    [InlineData("5 % 3", 2, "mod")]
    [InlineData("(5) % 3", 4, "mod")]
    [InlineData("5 % x", 2, "mod")]
    [InlineData("5!", 1, "factorial")]
    [InlineData("√2", 0, "sqrt")]
    [InlineData("x²", 1, "x^2")]
    [InlineData("{{x}}", 0, "without braces")]
    [InlineData("1 | GiB", 2, "{{=")]
    [InlineData("1 < 2 && 2 < 3", 6, "two checks")]
    [InlineData("1.2.3", 3, "one point")]
    [InlineData("5.", 1, "after it")]
    [InlineData("1__0", 1, "underscores")]
    [InlineData("1_", 1, "underscores")]
    [InlineData("8 B", 2, "8B")]
    [InlineData("8 billion", 2, "8B")]
    [InlineData("124 M", 4, "8M")]
    [InlineData("2x", 1, "2 * x")]
    [InlineData("2 sqrt(2)", 2, "2 * sqrt")]
    [InlineData("8B/s", 3, "no parameters")]
    [InlineData("16 Gib", 3, "GiB")]
    [InlineData("16 gb", 3, "GB")]
    [InlineData("124M tokens", 5, "leave the word out")]
    [InlineData("log(2)", 0, "ln")]
    [InlineData("sofmax([1])", 0, "softmax")]
    [InlineData("foo(1)", 0, "functions are")]
    [InlineData("sum", 0, "sum(")]
    [InlineData("max([1 < 2])", 7, "one comparison")]
    [InlineData("1 # 2", 2, "Remove it")]
    [InlineData("1 😀", 2, "Remove it")]
    [InlineData("1e400", 0, "1.7e308")]
    [InlineData("1e99999999999", 0, "1.7e308")]
    public void TryParse_Mistake_ErrorHasPositionAndMend(string text, int position, string mend)
    {
        var error = Evaluating.Error(text);
        Assert.Equal(position, error.Position);
        Assert.Contains(mend, error.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 / 0", 2, "zero")]
    [InlineData("1 / (2 - 2)", 2, "zero")]
    [InlineData("[1, 1] / [1, 0]", 7, "zero")]
    [InlineData("1e308 * 10", 6, "range")]
    [InlineData("(-8)^0.5", 4, "power")]
    [InlineData("0^-1", 1, "power")]
    [InlineData("10^400", 2, "range")]
    [InlineData("[1, 2] + [1, 2, 3]", 7, "different lengths")]
    [InlineData("[1, 2] == [1, 2, 3]", 7, "different lengths")]
    [InlineData("[1, 2] ≈ 1.5", 7, "with a number")]
    [InlineData("1.5 ≈ [1, 2]", 4, "with a number")]
    [InlineData("[1, 2] < [2, 3]", 7, "not compared")]
    [InlineData("[[1], 2]", 1, "numbers only")]
    [InlineData("[1, 2][2]", 6, "no such item")]
    [InlineData("[1, 2][-1]", 6, "no such item")]
    [InlineData("[1, 2][0.5]", 6, "no such item")]
    [InlineData("[1, 2][[1]]", 6, "no such item")]
    [InlineData("5[0]", 1, "Only a list")]
    [InlineData("(1 < 2) + 1", 3, "comparison is no number")]
    [InlineData("-(1 < 2)", 4, "comparison is no number")]
    [InlineData("(1 < 2) == (2 < 3)", 3, "comparison is no number")]
    [InlineData("1 ≈ 2 ± -1", 8, "tolerance")]
    [InlineData("1 ≈ 2 ± [1]", 8, "tolerance")]
    public void Evaluate_Mistake_ErrorHasPosition(string text, int position, string message)
    {
        var error = Evaluating.Error(text);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(position, error.Position);
    }

    [Fact]
    public void Evaluate_UnknownName_SuggestsTheNearest()
    {
        var error = Evaluating.Error("2 * layer", ("layers", 24));
        Assert.Equal(4, error.Position);
        Assert.Equal("Did you mean layers?", error.Mend);
    }

    [Fact]
    public void Evaluate_UnknownNameUnlikeAny_ListsTheParameters() =>
        Assert.Equal("The parameters are ctx, layers.", Evaluating.Error("qqqqqq", ("layers", 24), ("ctx", 1)).Mend);

    [Theory]
    [InlineData("2h", "h", 1)]
    [InlineData("1.4T * 2", "T", 3)]
    [InlineData("80 GB/s", "s", 3)]
    public void Evaluate_UnitThatIsAlsoAParameter_IsAnErrorInsteadOfAGuess(string text, string name, int position)
    {
        var error = Evaluating.Error(text, (name, 5));
        Assert.Equal(position, error.Position);
        Assert.Contains("also a parameter", error.Message, StringComparison.Ordinal);
        Assert.Null(Evaluating.Parsed(text).Evaluate().Error);
    }

    [Fact]
    public void Evaluate_ParameterWithTheNameOfAConstant_IsAnError() =>
        Assert.Contains("Rename", Evaluating.Error("2 * e", ("e", 5)).Mend, StringComparison.Ordinal);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Evaluate_ParameterThatIsNotFinite_IsAnError(double value) =>
        Assert.Contains("not a finite number", Evaluating.Error("x", ("x", value)).Message, StringComparison.Ordinal);

    [Fact]
    public void TryParse_Null_IsEmpty()
    {
        Assert.False(Expression.TryParse(null, out _, out var error));
        Assert.Equal(0, error.Position);
    }

    [Fact]
    public void TryParse_TextAtTheLimit_IsReadAndOneMoreIsNot()
    {
        var longest = "1" + new string(' ', Expression.MaxTextLength - 1);
        Assert.Equal(1, Evaluating.Number(longest));
        Assert.False(Expression.TryParse(longest + " ", out _, out var error));
        Assert.Equal(Expression.MaxTextLength, error.Position);
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[0][", "0", "]")]
    [InlineData("-", "x", "")]
    [InlineData("2^", "1", "")]
    [InlineData("abs(", "1", ")")]
    public void TryParse_NestingAtTheLimit_IsReadAndOneMoreIsNot(string open, string core, string close)
    {
        var text = Nested(Expression.MaxDepth);
        Assert.True(Expression.TryParse(text, out _, out _));
        Assert.False(Expression.TryParse(Nested(Expression.MaxDepth + 1), out _, out var error));
        Assert.Contains("nested", error.Message, StringComparison.Ordinal);

        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + core + string.Concat(Enumerable.Repeat(close, depth));
    }

    [Fact]
    public void Evaluate_LongestChain_DoesNotOverflowTheStack() =>
        Assert.Equal(500, Evaluating.Number(string.Join('+', Enumerable.Repeat("1", 500))));

    [Fact]
    public void ToString_Error_HasAllThreeParts() =>
        Assert.Equal("Bad. (position 3) Mend it.", new ExpressionError("Bad.", 3, "Mend it.").ToString());
}
