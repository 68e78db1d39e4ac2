namespace InterviewPrep.Core.Tests.Expressions;

public sealed class ExpressionComparisonTests
{
    [Theory]
    [InlineData("1 < 2", true)]
    [InlineData("2 < 2", false)]
    [InlineData("2 <= 2", true)]
    [InlineData("2 ≤ 1", false)]
    [InlineData("3 > 2", true)]
    [InlineData("2 > 2", false)]
    [InlineData("2 >= 2", true)]
    [InlineData("1 ≥ 2", false)]
    [InlineData("1 + 1 == 2", true)]
    [InlineData("1 == 2", false)]
    [InlineData("1 != 2", true)]
    [InlineData("1 ≠ 1", false)]
    [InlineData("0.1 + 0.2 == 0.3", true)]
    [InlineData("0.1 + 0.2 == 0.3000000001", false)]
    [InlineData("124439808 == 124439809", false)]
    [InlineData("9007199254740991 == 9007199254740990", false)]
    [InlineData("[1, 2] == [1, 2]", true)]
    [InlineData("[1, 2] == [1, 3]", false)]
    [InlineData("[1, 2] != [1, 3]", true)]
    [InlineData("(1 < 2)", true)]
    public void Evaluate_Comparison_IsTruth(string text, bool expected) =>
        Assert.Equal(expected, Evaluating.Truth(text).Holds);

    [Theory]
    // half a unit of the last written digit
    [InlineData("softmax([2, 1, 0])[0] ≈ 0.6652", true)]
    [InlineData("softmax([2, 1, 0])[0] ≈ 0.6653", false)]
    [InlineData("softmax([2, 1, 0])[0] ~= 0.665", true)]
    [InlineData("0.66525 ≈ 0.6652", true)]
    [InlineData("0.66515 ≈ 0.6652", true)]
    [InlineData("0.665251 ≈ 0.6652", false)]
    [InlineData("124439808 ≈ 124M", true)]
    [InlineData("124500000 ≈ 124M", true)]
    [InlineData("124500001 ≈ 124M", false)]
    [InlineData("123499999 ≈ 124M", false)]
    [InlineData("124439808 ≈ 1.24e8", true)]
    [InlineData("124600000 ≈ 1.24e8", false)]
    [InlineData("124439808 ≈ 124000000", false)]
    [InlineData("36.5 ≈ 36", true)]
    [InlineData("36.51 ≈ 36", false)]
    [InlineData("35.4 ≈ 36", false)]
    [InlineData("1_040 ≈ 1_000", false)]
    [InlineData("0.04 ≈ 0", true)]
    [InlineData("0.06 ≈ 0.0", false)]
    // negated, suffixed, with a unit, percent
    [InlineData("-0.3333 ≈ -0.33", true)]
    [InlineData("-0.336 ≈ -0.33", false)]
    [InlineData("3 / 19 ≈ 15.8 %", true)]
    [InlineData("3 / 19 ≈ 15.7 %", false)]
    [InlineData("0.00479 ≈ 4.8 ms", true)]
    [InlineData("0.00474 ≈ 4.8 ms", false)]
    [InlineData("17.2e9 ≈ 16 GiB", true)]
    [InlineData("17.2e9 ≈ 16.00 GiB", false)]
    [InlineData("17_179_869_184 ≈ 17.2 GB", true)]
    [InlineData("(0.6649) ≈ (0.665)", true)]
    // lists, each with its own digits
    [InlineData("softmax([2, 1, 0]) ≈ [0.665, 0.245, 0.090]", true)]
    [InlineData("softmax([2, 1, 0]) ≈ [0.665, 0.246, 0.090]", false)]
    [InlineData("[1.4, 1.4] ≈ [1, 1.4]", true)]
    [InlineData("[1.4, 1.4] ≈ [1.4, 1.0]", false)]
    // a computed right side: half a percent
    [InlineData("100.4 ≈ 50 * 2", true)]
    [InlineData("100.6 ≈ 50 * 2", false)]
    [InlineData("-4.01 ≈ -2^2", true)]
    [InlineData("-4.03 ≈ -2^2", false)]
    [InlineData("0 ≈ 1 - 1", true)]
    [InlineData("0.001 ≈ 1 - 1", false)]
    // an absolute tolerance
    [InlineData("104 ≈ 100 ± 5", true)]
    [InlineData("106 ≈ 100 ± 5", false)]
    [InlineData("104 ≈ 100 +/- 5", true)]
    [InlineData("100.4 ≈ 100 ± 0", false)]
    [InlineData("[1, 2] ≈ [1.1, 2.1] ± 0.2", true)]
    [InlineData("[1, 2] ≈ [1.1, 2.3] ± 0.2", false)]
    public void Evaluate_RoundedComparison_HoldsWithinTheWrittenDigits(string text, bool expected) =>
        Assert.Equal(expected, Evaluating.Truth(text).Holds);

    [Fact]
    public void Evaluate_LargeWholeLiteral_IsStillExactToHalfAUnit() =>
        Assert.False(Evaluating.Truth("174604259329 ≈ 174604259328").Holds);

    [Fact]
    public void Evaluate_ComparisonThatFails_SaysBothSides()
    {
        var because = Evaluating.Truth("softmax([2, 1, 0])[0] ≈ 0.66").Because;
        Assert.Contains("left is 0.665240", because, StringComparison.Ordinal);
        Assert.Contains("right is 0.66", because, StringComparison.Ordinal);
        Assert.Contains("allowed difference 0.005", because, StringComparison.Ordinal);
    }

    [Fact]
    public void IsComparison_Kinds_AreTold()
    {
        Assert.True(Evaluating.Parsed("1 ≈ 1").IsComparison);
        Assert.False(Evaluating.Parsed("1 + 1").IsComparison);
    }

    [Fact]
    public void Holds_NumberOrError_IsFalse()
    {
        Assert.False(Evaluating.Parsed("1").Evaluate().Holds);
        Assert.False(Evaluating.Parsed("1 / 0 == 1").Evaluate().Holds);
        Assert.True(Evaluating.Parsed("1 == 1").Evaluate().Holds);
    }

    [Fact]
    public void TryGetNumber_Kinds_OnlyNumbersAreTaken()
    {
        Assert.True(Evaluating.Parsed("2").Evaluate().TryGetNumber(out var number));
        Assert.Equal(2, number);
        Assert.False(Evaluating.Parsed("[2]").Evaluate().TryGetNumber(out _));
        Assert.False(Evaluating.Parsed("x").Evaluate().TryGetNumber(out _));
    }
}
