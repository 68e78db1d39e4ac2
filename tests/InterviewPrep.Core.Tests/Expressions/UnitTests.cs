using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Core.Tests.Expressions;

public sealed class UnitTests
{
    [Theory]
    [InlineData("B", "bytes", UnitDimension.Bytes, 1)]
    [InlineData("byte", "bytes", UnitDimension.Bytes, 1)]
    [InlineData("KB", "KB", UnitDimension.Bytes, 1e3)]
    [InlineData("kB", "KB", UnitDimension.Bytes, 1e3)]
    [InlineData("MB", "MB", UnitDimension.Bytes, 1e6)]
    [InlineData("GB", "GB", UnitDimension.Bytes, 1e9)]
    [InlineData("TB", "TB", UnitDimension.Bytes, 1e12)]
    [InlineData("PB", "PB", UnitDimension.Bytes, 1e15)]
    [InlineData("KiB", "KiB", UnitDimension.Bytes, 1024)]
    [InlineData("MiB", "MiB", UnitDimension.Bytes, 1048576)]
    [InlineData("GiB", "GiB", UnitDimension.Bytes, 1073741824)]
    [InlineData("TiB", "TiB", UnitDimension.Bytes, 1099511627776)]
    [InlineData("PiB", "PiB", UnitDimension.Bytes, 1125899906842624)]
    [InlineData("B/s", "B/s", UnitDimension.BytesPerSecond, 1)]
    [InlineData("GB/s", "GB/s", UnitDimension.BytesPerSecond, 1e9)]
    [InlineData("TB/s", "TB/s", UnitDimension.BytesPerSecond, 1e12)]
    [InlineData("bit", "bits", UnitDimension.Bits, 1)]
    [InlineData("Gbit/s", "Gbit/s", UnitDimension.BitsPerSecond, 1e9)]
    [InlineData("FLOP", "FLOP", UnitDimension.Flop, 1)]
    [InlineData("kFLOP", "kFLOP", UnitDimension.Flop, 1e3)]
    [InlineData("MFLOP", "MFLOP", UnitDimension.Flop, 1e6)]
    [InlineData("GFLOPs", "GFLOP", UnitDimension.Flop, 1e9)]
    [InlineData("TFLOP", "TFLOP", UnitDimension.Flop, 1e12)]
    [InlineData("PFLOP", "PFLOP", UnitDimension.Flop, 1e15)]
    [InlineData("EFLOP", "EFLOP", UnitDimension.Flop, 1e18)]
    [InlineData("FLOP/s", "FLOP/s", UnitDimension.FlopPerSecond, 1)]
    [InlineData("TFLOP/s", "TFLOP/s", UnitDimension.FlopPerSecond, 1e12)]
    [InlineData("TFLOPS", "TFLOP/s", UnitDimension.FlopPerSecond, 1e12)]
    [InlineData("EFLOP/s", "EFLOP/s", UnitDimension.FlopPerSecond, 1e18)]
    [InlineData("s", "s", UnitDimension.Seconds, 1)]
    [InlineData("ms", "ms", UnitDimension.Seconds, 1e-3)]
    [InlineData("us", "µs", UnitDimension.Seconds, 1e-6)]
    [InlineData("µs", "µs", UnitDimension.Seconds, 1e-6)]
    [InlineData("ns", "ns", UnitDimension.Seconds, 1e-9)]
    [InlineData("min", "min", UnitDimension.Seconds, 60)]
    [InlineData("h", "h", UnitDimension.Seconds, 3600)]
    [InlineData("day", "days", UnitDimension.Seconds, 86400)]
    [InlineData("%", "%", UnitDimension.Plain, 0.01)]
    public void TryFind_Symbol_IsTheUnit(string text, string symbol, UnitDimension dimension, double factor)
    {
        Assert.True(Unit.TryFind(text, out var unit));
        Assert.Equal(symbol, unit.Symbol);
        Assert.Equal(dimension, unit.Dimension);
        Assert.Equal(factor, unit.Factor);
    }

    [Theory]
    [InlineData("gib")]
    [InlineData("heads")]
    [InlineData("")]
    [InlineData(null)]
    public void TryFind_Unknown_IsFalse(string? text) => Assert.False(Unit.TryFind(text, out _));

    [Fact]
    public void All_Units_HaveWordsAndPositiveFactors() => Assert.All(Unit.All, unit =>
    {
        Assert.True(unit.Factor > 0);
        Assert.NotEmpty(unit.DimensionWords);
        Assert.Equal(unit.Symbol, unit.ToString());
    });

    [Fact]
    public void All_Units_AreReadBehindANumberAsTheyArePrinted() => Assert.All(
        Unit.All.Where(unit => unit.Symbol != "B/s"),
        unit => Assert.Equal(3 * unit.Factor, Evaluating.Number($"3 {unit.Symbol}"), 1e-12 * unit.Factor));

    [Theory]
    [InlineData("k", 1e3, "thousand")]
    [InlineData("M", 1e6, "million")]
    [InlineData("B", 1e9, "billion")]
    [InlineData("T", 1e12, "trillion")]
    public void TryFind_Scale_HasItsFactor(string symbol, double factor, string word)
    {
        Assert.True(NumberScale.TryFind(symbol, out var scale));
        Assert.Equal(factor, scale.Factor);
        Assert.Equal(word, scale.Word);
        Assert.False(NumberScale.TryFind("x", out _));
        Assert.False(NumberScale.TryFind(null, out _));
    }
}
