using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Core.Tests.Expressions;

public sealed class ExpressionOperatorTests
{
    [Theory]
    [InlineData("1 + 2", 3)]
    [InlineData("1 - 2 - 3", -4)]
    [InlineData("2 + 3 * 4", 14)]
    [InlineData("(2 + 3) * 4", 20)]
    [InlineData("12 / 3 / 2", 2)]
    [InlineData("12 / 3 * 2", 8)]
    [InlineData("2^3^2", 512)]
    [InlineData("-2^2", -4)]
    [InlineData("(-2)^2", 4)]
    [InlineData("2^-1", 0.5)]
    [InlineData("2^-2^2", 0.0625)]
    [InlineData("2 * -3", -6)]
    [InlineData("2 - -3", 5)]
    [InlineData("--3", 3)]
    [InlineData("+3", 3)]
    [InlineData("-(1 + 2)", -3)]
    [InlineData("-2 * 3 + 1", -5)]
    [InlineData("2 * 3^2", 18)]
    [InlineData("2 × 3 · 4 ÷ 6 − 1", 3)]
    [InlineData("200 * 50 %", 100)]
    [InlineData("(1/4)%", 0.0025)]
    [InlineData("2^50%", 1.4142135623730951)]
    [InlineData("[1, 2, 3][2]", 3)]
    [InlineData("[1, 2, 3][1 + 1]", 3)]
    [InlineData("-[1, 2][1]", -2)]
    [InlineData("[2, 3][0]^2", 4)]
    [InlineData("  1\n+\t1 ", 2)]
    public void Evaluate_Operators_FollowPrecedence(string text, double expected) =>
        Assert.Equal(expected, Evaluating.Number(text), 1e-15);

    [Theory]
    [InlineData("1_000", 1000)]
    [InlineData("1_000_000.5", 1_000_000.5)]
    [InlineData("1e9", 1e9)]
    [InlineData("1.24E8", 1.24e8)]
    [InlineData("5e-3", 0.005)]
    [InlineData("5e+3", 5000)]
    [InlineData(".5", 0.5)]
    [InlineData("0.5", 0.5)]
    [InlineData("0", 0)]
    [InlineData("124M", 124e6)]
    [InlineData("8B", 8e9)]
    [InlineData("1.1B", 1_100_000_000)]
    [InlineData("1.4T", 1.4e12)]
    [InlineData("350k", 350_000)]
    [InlineData("2e3k", 2e6)]
    [InlineData("62 %", 0.62)]
    [InlineData("62%", 0.62)]
    [InlineData("80 GB", 80e9)]
    [InlineData("80GB", 80e9)]
    [InlineData("16 GiB", 17_179_869_184)]
    [InlineData("1 KiB", 1024)]
    [InlineData("3.35 TB", 3.35e12)]
    [InlineData("3.35 TB/s", 3.35e12)]
    [InlineData("4 bytes", 4)]
    [InlineData("8B bytes", 8e9)]
    [InlineData("4.79 ms", 0.00479)]
    [InlineData("10 µs", 1e-5)]
    [InlineData("10 us", 1e-5)]
    [InlineData("3 ns", 3e-9)]
    [InlineData("2 min", 120)]
    [InlineData("2 h", 7200)]
    [InlineData("30 days", 2_592_000)]
    [InlineData("989 TFLOP/s", 989e12)]
    [InlineData("1 EFLOP", 1e18)]
    [InlineData("400 Gbit/s", 400e9)]
    [InlineData("(1 + 1) GiB", 2_147_483_648)]
    [InlineData("16 GB / 3.35 TB/s", 16e9 / 3.35e12)]
    [InlineData("989 TFLOP/s / 3.35 TB/s", 989e12 / 3.35e12)]
    [InlineData("1 GB/2", 5e8)]
    public void Evaluate_NumberWithSuffix_IsInBaseUnits(string text, double expected) =>
        Assert.Equal(expected, Evaluating.Number(text));

    [Theory]
    [InlineData("[1, 2] + [3, 4]", new double[] { 4, 6 })]
    [InlineData("[1, 2] * 3", new double[] { 3, 6 })]
    [InlineData("6 / [1, 2]", new double[] { 6, 3 })]
    [InlineData("[1, 2] - 1", new double[] { 0, 1 })]
    [InlineData("2 ^ [1, 2, 3]", new double[] { 2, 4, 8 })]
    [InlineData("[1, 2] ^ 2", new double[] { 1, 4 })]
    [InlineData("-[1, -2]", new double[] { -1, 2 })]
    [InlineData("[1k, 50 %]", new double[] { 1000, 0.5 })]
    [InlineData("[200] %", new double[] { 2 })]
    [InlineData("[1, 2] KB", new double[] { 1000, 2000 })]
    public void Evaluate_Lists_WorkElementwise(string text, double[] expected) =>
        Assert.Equal(expected, Evaluating.List(text));

    [Fact]
    public void Parameters_Expression_AreNamesOnceInOrder() =>
        Assert.Equal(["layers", "d_model", "ctx"], Evaluating.Parsed("2 * layers * d_model + layers * sqrt(ctx) * pi + e").Parameters);

    [Fact]
    public void Evaluate_Parameters_AreRead() =>
        Assert.Equal(536_870_912, Evaluating.Number("2 * layers * 8 * 128 * ctx * 2", ("layers", 32), ("ctx", 4096), ("unread", 1)));

    [Fact]
    public void Evaluate_Constants_AreKnown() =>
        Assert.Equal(Math.PI + Math.E, Evaluating.Number("pi + e"));

    [Theory]
    [InlineData("layers", true)]
    [InlineData("d_k", true)]
    [InlineData("_x1", true)]
    [InlineData("α", true)]
    [InlineData("h", true)]
    [InlineData("e", false)]
    [InlineData("pi", false)]
    [InlineData("norm", false)]
    [InlineData("1x", false)]
    [InlineData("a b", false)]
    [InlineData("a-b", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsParameterName_Name_IsJudged(string? name, bool expected) =>
        Assert.Equal(expected, Expression.IsParameterName(name));

    [Fact]
    public void List_SameNumbers_AreEqual()
    {
        var left = new ExpressionValue.List([1, 2]);
        Assert.Equal(left, new ExpressionValue.List([1, 2]));
        Assert.Equal(left.GetHashCode(), new ExpressionValue.List([1, 2]).GetHashCode());
        Assert.NotEqual(left, new ExpressionValue.List([2, 1]));
    }
}
