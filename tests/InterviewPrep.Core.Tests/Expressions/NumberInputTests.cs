using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Core.Tests.Expressions;

/// <summary>In the expectations an underscore stands for a no-break space.</summary>
public sealed class NumberInputTests
{
    [Theory]
    [InlineData("5", 5, "5")]
    [InlineData("-3", -3, "−3")]
    [InlineData("−3", -3, "−3")]
    [InlineData("– 3", -3, "−3")]
    [InlineData("+3", 3, "3")]
    [InlineData("≈ 5", 5, "5")]
    [InlineData("~5", 5, "5")]
    [InlineData("= 5", 5, "5")]
    [InlineData("about 5", 5, "5")]
    [InlineData("ca. 5", 5, "5")]
    [InlineData("  5\u00A0", 5, "5")]
    [InlineData("5.", 5, "5")]
    [InlineData(".5", 0.5, "0.5")]
    [InlineData("0.50", 0.5, "0.50")]
    [InlineData("1 024", 1024, "1,024")]
    [InlineData("1\u00A0024", 1024, "1,024")]
    [InlineData("1\u202F024\u202F000", 1024000, "1,024,000")]
    [InlineData("1_024", 1024, "1,024")]
    [InlineData("1'024", 1024, "1,024")]
    [InlineData("1’024", 1024, "1,024")]
    [InlineData("124,439,808", 124439808, "124,439,808")]
    [InlineData("1,024.5", 1024.5, "1,024.5")]
    [InlineData("3.141 592", 3.141592, "3.141592")]
    [InlineData("174604259328", 174604259328, "174,604,259,328")]
    [InlineData("1.5e9", 1.5e9, "1,500,000,000")]
    [InlineData("1.5E+9", 1.5e9, "1,500,000,000")]
    [InlineData("1.5 × 10^9", 1.5e9, "1,500,000,000")]
    [InlineData("1.5*10^9", 1.5e9, "1,500,000,000")]
    [InlineData("1.5 x 10^9", 1.5e9, "1,500,000,000")]
    [InlineData("1.5·10⁹", 1.5e9, "1,500,000,000")]
    [InlineData("3.14 × 10²³", 3.14e23, "3.14_×_10²³")]
    [InlineData("2 × 10⁻⁵", 2e-5, "2_×_10⁻⁵")]
    [InlineData("1.5 × 10^-2", 0.015, "0.015")]
    [InlineData("10^9", 1e9, "1,000,000,000")]
    [InlineData("2^30", 1073741824, "1,073,741,824")]
    [InlineData("2³⁰", 1073741824, "1,073,741,824")]
    [InlineData("8B", 8e9, "8,000,000,000")]
    [InlineData("8 B", 8e9, "8,000,000,000")]
    [InlineData("8 billion", 8e9, "8,000,000,000")]
    [InlineData("8 Bn", 8e9, "8,000,000,000")]
    [InlineData("350 k", 350000, "350,000")]
    [InlineData("350K", 350000, "350,000")]
    [InlineData("2M", 2e6, "2,000,000")]
    [InlineData("2 million", 2e6, "2,000,000")]
    [InlineData("1.4T", 1.4e12, "1,400,000,000,000")]
    [InlineData("1.1B", 1.1e9, "1,100,000,000")]
    [InlineData("62 %", 0.62, "62_%")]
    [InlineData("62%", 0.62, "62_%")]
    [InlineData("62 percent", 0.62, "62_%")]
    [InlineData("0.62", 0.62, "0.62")]
    [InlineData("1/2", 0.5, "0.5")]
    [InlineData("-1 / 4", -0.25, "−0.25")]
    [InlineData("1⁄3", 1.0 / 3, "0.3333333333")]
    [InlineData("1,024 / 2", 512, "512")]
    [InlineData("0", 0, "0")]
    [InlineData("-0", 0, "0")]
    [InlineData("１２", 12, "12")]
    public void TryParse_NoUnit_IsUnderstood(string text, double value, string understood) =>
        AssertUnderstood(text, null, value, understood);

    [Theory]
    [InlineData("3,5", 3.5, "decimal point: 3.5")]
    [InlineData("0,512", 0.512, "decimal point: 0.512")]
    [InlineData(",5", 0.5, "decimal point: 0.5")]
    [InlineData("1234,567", 1234.567, "decimal point: 1234.567")]
    [InlineData("1 024,125", 1024.125, "decimal point: 1024.125")]
    [InlineData("1.024,5", 1024.5, "decimal point: 1024.5")]
    [InlineData("1,024", 1024, "grouping thousands: 1024")]
    [InlineData("-1,024", -1024, "grouping thousands: 1024")]
    [InlineData("1.024.000", 1024000, "points were read as grouping thousands: 1024000")]
    [InlineData("2m", 2e6, "m was read as million")]
    public void TryParse_DoubtfulMark_NoteSaysHowItWasRead(string text, double value, string note)
    {
        Assert.True(NumberInput.TryParse(text, null, out var input, out _));
        Assert.Equal(value, input.Value, Math.Abs(value) * 1e-15);
        Assert.Contains(note, input.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("16 GiB", "GiB", 17179869184, "16_GiB")]
    [InlineData("16.0gib", "GiB", 17179869184, "16.0_GiB")]
    [InlineData("16", "GiB", 17179869184, "16_GiB")]
    [InlineData("17.2 GB", "GiB", 17.2e9, "17.2_GB")]
    [InlineData("17179869184 B", "GiB", 17179869184, "17,179,869,184_bytes")]
    [InlineData("17179869184 bytes", "GiB", 17179869184, "17,179,869,184_bytes")]
    [InlineData("2^34 bytes", "GiB", 17179869184, "17,179,869,184_bytes")]
    [InlineData("1/2 GiB", "GiB", 536870912, "0.5_GiB")]
    [InlineData("512 mib", "GiB", 536870912, "512_MiB")]
    [InlineData("8 billion bytes", "GB", 8e9, "8,000,000,000_bytes")]
    [InlineData("128 kb", "KB", 128000, "128_KB")]
    [InlineData("5 GB.", "GB", 5e9, "5_GB")]
    [InlineData("131072", "B", 131072, "131,072_bytes")]
    [InlineData("131072 b", "bytes", 131072, "131,072_bytes")]
    [InlineData("3.35 TB / s", "TB/s", 3.35e12, "3.35_TB/s")]
    [InlineData("3350 GB/s", "TB/s", 3.35e12, "3,350_GB/s")]
    [InlineData("4.79 ms", "ms", 0.00479, "4.79_ms")]
    [InlineData("4.79", "ms", 0.00479, "4.79_ms")]
    [InlineData("0.00479 s", "ms", 0.00479, "0.00479_s")]
    [InlineData("4790 μs", "ms", 0.00479, "4,790_µs")]
    [InlineData("4790 us", "ms", 0.00479, "4,790_µs")]
    [InlineData("2 H", "h", 7200, "2_h")]
    [InlineData("1 day", "h", 86400, "1_days")]
    [InlineData("989 tflops", "TFLOP/s", 989e12, "989_TFLOP/s")]
    [InlineData("989 tflops", "TFLOP", 989e12, "989_TFLOP")]
    [InlineData("5 TFLOP", "FLOP", 5e12, "5_TFLOP")]
    [InlineData("3.14e23", "FLOP", 3.14e23, "3.14_×_10²³_FLOP")]
    [InlineData("2M FLOP", "FLOP", 2e6, "2,000,000_FLOP")]
    [InlineData("2 trillion", "FLOP", 2e12, "2,000,000,000,000_FLOP")]
    [InlineData("62", "%", 0.62, "62_%")]
    [InlineData("62 %", "%", 0.62, "62_%")]
    [InlineData("0.62", "%", 0.0062, "0.62_%")]
    [InlineData("12", "heads", 12, "12_heads")]
    [InlineData("12 heads", "heads", 12, "12_heads")]
    [InlineData("1 head", "heads", 1, "1_heads")]
    [InlineData("350k Tokens", "tokens", 350000, "350,000_tokens")]
    [InlineData("3.0 nats", "nats", 3, "3.0_nats")]
    [InlineData("7B parameters", "parameters", 7e9, "7,000,000,000_parameters")]
    [InlineData("295 FLOP / byte", "FLOP/byte", 295, "295_FLOP/byte")]
    public void TryParse_Unit_IsInBaseUnits(string text, string unit, double value, string understood) =>
        AssertUnderstood(text, unit, value, understood);

    [Fact]
    public void TryParse_OtherUnitOfTheDimension_NoteConverts()
    {
        Assert.True(NumberInput.TryParse("17.2 GB", "GiB", out var input, out _));
        Assert.Equal("17.2_GB is 16.02_GiB.".Replace('_', '\u00A0'), input.Note);
        Assert.True(NumberInput.TryParse("16 GiB", "GiB", out input, out _));
        Assert.Null(input.Note);
    }

    [Fact]
    public void TryParse_ShareWherePercentIsAsked_NoteSaysWhatToWrite()
    {
        Assert.True(NumberInput.TryParse("0.62", "%", out var input, out _));
        Assert.Equal("Read as 0.62_%. For the share 0.62 write 62 %.".Replace('_', '\u00A0'), input.Note);
        Assert.True(NumberInput.TryParse("0.62 %", "%", out input, out _));
        Assert.Null(input.Note);
    }

    [Theory]
    [InlineData("", null, "Write a number")]
    [InlineData("   ", null, "Write a number")]
    [InlineData(null, null, "Write a number")]
    [InlineData("abc", null, "number first")]
    [InlineData("GiB 16", "GiB", "number first")]
    [InlineData("-", null, "number first")]
    [InlineData("1,02,3", null, "three digits")]
    [InlineData("12,34,567", null, "three digits")]
    [InlineData("1.2.3", null, "three digits")]
    [InlineData("1,2.3,4", null, "three digits")]
    [InlineData("1 02", null, "one number")]
    [InlineData("1 1/2", null, "one number")]
    [InlineData("2*32*8", null, "one number")]
    [InlineData("2 + 3", null, "one number")]
    [InlineData("2*3^4", null, "one number")]
    [InlineData("1/", null, "one number")]
    [InlineData("1/0", null, "zero")]
    [InlineData("5-6", null, "one number")]
    [InlineData("1e999", null, "too large")]
    [InlineData("10^400", null, "too large")]
    [InlineData("1e99999999999999999999", null, "too large")]
    [InlineData("5 s", "GiB", "measures a time, but this question asks for bytes")]
    [InlineData("5 TFLOP", "TFLOP/s", "asks for FLOP per second")]
    [InlineData("5 TB", "TB/s", "asks for bytes per second")]
    [InlineData("5 Gbit", "GB", "measures bits")]
    [InlineData("62 %", "GiB", "asks for bytes")]
    [InlineData("5 GB", null, "without a unit")]
    [InlineData("5 GB", "heads", "asks for heads")]
    [InlineData("5 apples", null, "Write the number alone")]
    [InlineData("5 apples", "heads", "with heads")]
    [InlineData("5 apples", "GiB", "with GiB")]
    [InlineData("128 KiB per token", "KiB", "with KiB")]
    [InlineData("2M", "GiB", "MB or MiB")]
    [InlineData("2 G", "GiB", "GB or GiB")]
    [InlineData("2k", "GB", "KB or KiB")]
    [InlineData("2T", "TB/s", "TB/s")]
    [InlineData("2 billion", "GB", "of what?")]
    [InlineData("5m", "ms", "min or ms")]
    [InlineData("5kk", null, "not understood")]
    [InlineData("5 k M", null, "not understood")]
    public void TryParse_Mistake_ErrorSaysWhatToWrite(string? text, string? unit, string expected)
    {
        Assert.False(NumberInput.TryParse(text, unit, out var input, out var error));
        Assert.Null(input);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_InputAtTheLimit_IsReadAndOneMoreIsNot()
    {
        var longest = new string('9', NumberInput.MaxLength);
        Assert.True(NumberInput.TryParse(longest, null, out _, out _));
        Assert.False(NumberInput.TryParse(longest + "9", null, out _, out var error));
        Assert.Contains("100", error, StringComparison.Ordinal);
    }

    private static void AssertUnderstood(string text, string? unit, double value, string understood)
    {
        Assert.True(NumberInput.TryParse(text, unit, out var input, out var error), $"{text}: {error}");
        Assert.Equal(value, input.Value, Math.Abs(value) * 1e-15);
        Assert.Equal(understood.Replace('_', '\u00A0'), input.Understood);
    }
}
