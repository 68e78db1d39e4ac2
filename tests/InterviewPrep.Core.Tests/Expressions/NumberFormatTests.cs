using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Core.Tests.Expressions;

/// <summary>In the expectations an underscore stands for a no-break space.</summary>
public sealed class NumberFormatTests
{
    [Theory]
    [InlineData(0, "", "0")]
    [InlineData(7, "", "7")]
    [InlineData(1024, "", "1,024")]
    [InlineData(124439808, "", "124,439,808")]
    [InlineData(-4096, "", "−4,096")]
    [InlineData(0.66524096, "", "0.6652")]
    [InlineData(0.5, "", "0.5")]
    [InlineData(-0.25, "", "−0.25")]
    [InlineData(10.8249, "", "10.82")]
    [InlineData(54410.3, "", "54,410")]
    [InlineData(123456.7, "", "123,500")]
    [InlineData(999.96, "", "1,000")]
    [InlineData(0.1 * 30, "", "3")]
    [InlineData(999999999999999, "", "999,999,999,999,999")]
    [InlineData(1e15, "", "1_×_10¹⁵")]
    [InlineData(3.1428e23, "", "3.143_×_10²³")]
    [InlineData(3.1428e23, ".3s", "3.14_×_10²³")]
    [InlineData(-3.1428e23, ".3s", "−3.14_×_10²³")]
    [InlineData(3e23, ".3s", "3.00_×_10²³")]
    [InlineData(0.0001, "", "0.0001")]
    [InlineData(0.00001234, "", "1.234_×_10⁻⁵")]
    [InlineData(9.9999999e-5, "", "1_×_10⁻⁴")]
    [InlineData(5e-324, "", "4.941_×_10⁻³²⁴")]
    [InlineData(536870912, "GiB", "0.5_GiB")]
    [InlineData(536870912, "MiB", "512_MiB")]
    [InlineData(536870912, "GB", "0.5369_GB")]
    [InlineData(536870912, "GiB .1f", "0.5_GiB")]
    [InlineData(536870912, " GiB | .3f ", "0.500_GiB")]
    [InlineData(131072, "bytes", "131,072_bytes")]
    [InlineData(124439808, "M", "124.4M")]
    [InlineData(124439808, "M .0f", "124M")]
    [InlineData(8030261248, "B .2f", "8.03B")]
    [InlineData(7e9, "B", "7B")]
    [InlineData(1.4e12, "T", "1.4T")]
    [InlineData(350000, "k", "350k")]
    [InlineData(0.00479, "ms", "4.79_ms")]
    [InlineData(1e-5, "us", "10_µs")]
    [InlineData(989e12, "TFLOP/s", "989_TFLOP/s")]
    [InlineData(0.157894, "%", "15.79_%")]
    [InlineData(0.157894, "% .1f", "15.8_%")]
    [InlineData(0.07, "%", "7_%")]
    [InlineData(1234.5, ".2f", "1,234.50")]
    [InlineData(0.125, ".2f", "0.13")]
    [InlineData(2.675, ".2f", "2.68")]
    [InlineData(0.66525, ".4s", "0.6653")]
    [InlineData(0.5, ".0f", "1")]
    [InlineData(123456789012345, ".2f", "123,456,789,012,345.00")]
    [InlineData(1.23456789012345, ".14f", "1.23456789012345")]
    [InlineData(-0.001, ".2f", "0.00")]
    [InlineData(0.000012, ".2f", "0.00")]
    [InlineData(1e23, ".2f", "1.00_×_10²³")]
    [InlineData(0.5, ".3s", "0.500")]
    [InlineData(1234, ".3s", "1,230")]
    [InlineData(99.96, ".3s", "100")]
    [InlineData(2, ".3s", "2.00")]
    [InlineData(0, ".3s", "0.00")]
    [InlineData(double.NaN, "", "undefined")]
    [InlineData(double.NegativeInfinity, "GB", "undefined")]
    public void Format_Pipes_PrintText(double value, string pipes, string expected) =>
        Assert.Equal(expected.Replace('_', '\u00A0'), Read(pipes).Format(value));

    [Theory]
    [InlineData(4096, "", "4{,}096")]
    [InlineData(-4096, "", "-4{,}096")]
    [InlineData(3.1428e23, ".3s", @"3.14 \times 10^{23}")]
    [InlineData(1.234e-5, "", @"1.234 \times 10^{-5}")]
    [InlineData(536870912, "GiB", @"0.5\,\text{GiB}")]
    [InlineData(124439808, "M", @"124.4\text{M}")]
    [InlineData(0.158, "%", @"15.8\,\%")]
    [InlineData(double.NaN, "", @"\text{undefined}")]
    public void FormatForMath_Pipes_PrintTex(double value, string pipes, string expected) =>
        Assert.Equal(expected, Read(pipes).FormatForMath(value));

    [Theory]
    [InlineData("Gib", 0, "Did you mean GiB?")]
    [InlineData("heads", 0, "behind the braces")]
    [InlineData("GiB MB", 4, "Remove")]
    [InlineData("k | M", 4, "Remove")]
    [InlineData(".2f .3s", 4, "one of")]
    [InlineData("GB .2x", 3, ".2f")]
    [InlineData(".16f", 0, ".2f")]
    [InlineData(".0s", 0, ".2f")]
    [InlineData(".f", 0, ".2f")]
    [InlineData(".", 0, ".2f")]
    [InlineData("2f", 0, "behind the braces")]
    public void TryParse_WrongPipe_ErrorHasPositionAndMend(string pipes, int position, string mend)
    {
        Assert.False(NumberFormat.TryParse(pipes, out _, out var error));
        Assert.Equal(position, error.Position);
        Assert.Contains(mend, error.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_Nothing_IsTheDefault()
    {
        Assert.True(NumberFormat.TryParse(null, out var format, out _));
        Assert.Equal(NumberFormat.Default, format);
    }

    [Fact]
    public void Format_WhatWasPrinted_IsReadBackByTheLearnersInput()
    {
        var random = new Random(20260101);
        string[] pipes = ["", "GiB", "ms .4s", "TFLOP", ".5s", "% .3f"];
        for (var i = 0; i < 2_000; i++)
        {
            var format = Read(pipes[i % pipes.Length]);
            var value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 20));
            var printed = format.Format(value);
            Assert.True(NumberInput.TryParse(printed, format.Unit?.Symbol, out var input, out var error), $"{printed}: {error}");
            Assert.Equal(value, input.Value, Math.Max(Math.Abs(value) * 0.0006, (format.Unit?.Factor ?? 1) * 0.0006));
        }
    }

    private static NumberFormat Read(string pipes)
    {
        Assert.True(NumberFormat.TryParse(pipes, out var format, out var error), error?.ToString());
        return format;
    }
}
