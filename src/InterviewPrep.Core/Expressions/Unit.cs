using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Core.Expressions;

/// <summary>
/// A unit of the closed table: how it is written, what it measures, and how many base units it is.
/// Decimal prefixes are powers of 1,000 (KB, GB) and binary ones powers of 1,024 (KiB, GiB); the two are never mixed up.
/// </summary>
public sealed class Unit
{
    private const int NotDecimal = int.MinValue;
    private readonly int _powerOfTen;

    private Unit(string symbol, UnitDimension dimension, double factor, int powerOfTen, string[] aliases)
    {
        Symbol = symbol;
        Dimension = dimension;
        Factor = factor;
        _powerOfTen = powerOfTen;
        Aliases = aliases;
    }

    /// <summary>All units, those of one dimension together and from small to large.</summary>
    public static IReadOnlyList<Unit> All { get; } = Build();

    private static Dictionary<string, Unit> BySymbol { get; } = All
        .SelectMany(unit => unit.Aliases.Prepend(unit.Symbol), (unit, name) => (name, unit))
        .ToDictionary(pair => pair.name, pair => pair.unit, StringComparer.Ordinal);

    /// <summary>How it is printed, such as <c>GiB</c>, <c>bytes</c>, <c>µs</c> or <c>TFLOP/s</c>.</summary>
    public string Symbol { get; }

    /// <summary>What it measures.</summary>
    public UnitDimension Dimension { get; }

    /// <summary>How many base units of <see cref="Dimension"/> one of it is; positive.</summary>
    public double Factor { get; }

    /// <summary>Other ways to write it, such as <c>us</c> for <c>µs</c>.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>The dimension in words, such as "bytes per second".</summary>
    public string DimensionWords => Dimension switch
    {
        UnitDimension.Plain => "a plain number",
        UnitDimension.Bytes => "bytes",
        UnitDimension.BytesPerSecond => "bytes per second",
        UnitDimension.Bits => "bits",
        UnitDimension.BitsPerSecond => "bits per second",
        UnitDimension.Flop => "FLOP (an amount of work)",
        UnitDimension.FlopPerSecond => "FLOP per second",
        UnitDimension.Seconds => "a time",
        _ => throw new InvalidOperationException($"No words for {Dimension}."),
    };

    /// <summary>
    /// Finds a unit by its symbol or an alias; case counts (<c>ms</c>, <c>MB</c>). <c>B</c> is the byte here:
    /// where it may mean billion, the caller asks <see cref="NumberScale"/> first.
    /// </summary>
    /// <param name="symbol">The word to look for; null and empty find nothing.</param>
    /// <param name="unit">The unit, or null.</param>
    public static bool TryFind(string? symbol, [NotNullWhen(true)] out Unit? unit)
    {
        unit = null;
        return symbol is not null && BySymbol.TryGetValue(symbol, out unit);
    }

    /// <summary>All units that are written so when case is set aside: <c>tflops</c> may be FLOP or FLOP/s.</summary>
    internal static IEnumerable<Unit> FindIgnoringCase(string word) =>
        All.Where(unit => unit.Aliases.Prepend(unit.Symbol).Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>So many of this unit in base units, by way of decimal digits so that 1.1 GB is exactly 1,100,000,000.</summary>
    internal double ToBase(string mantissa, int exponent) => _powerOfTen == NotDecimal
        ? DecimalDigits.Parse(mantissa, exponent) * Factor
        : DecimalDigits.Parse(mantissa, exponent + _powerOfTen);

    /// <inheritdoc/>
    public override string ToString() => Symbol;

    private static List<Unit> Build()
    {
        List<Unit> units = [Decimal("%", UnitDimension.Plain, -2, "percent")];

        units.Add(Decimal("bytes", UnitDimension.Bytes, 0, "byte", "B"));
        AddPrefixed(units, ["KB", "MB", "GB", "TB", "PB"], UnitDimension.Bytes, 3, word => word == "KB" ? ["kB"] : []);
        string[] binary = ["KiB", "MiB", "GiB", "TiB", "PiB"];
        units.AddRange(binary.Select((word, index) =>
            new Unit(word, UnitDimension.Bytes, Math.Pow(1024, index + 1), NotDecimal, word == "KiB" ? ["kiB"] : [])));

        units.Add(Decimal("B/s", UnitDimension.BytesPerSecond, 0, "bytes/s", "byte/s"));
        AddPrefixed(units, ["KB/s", "MB/s", "GB/s", "TB/s", "PB/s"], UnitDimension.BytesPerSecond, 3,
            word => word == "KB/s" ? ["kB/s"] : []);

        units.Add(Decimal("bits", UnitDimension.Bits, 0, "bit"));
        AddPrefixed(units, ["kbit", "Mbit", "Gbit", "Tbit"], UnitDimension.Bits, 3, word => [word + "s"]);
        units.Add(Decimal("bit/s", UnitDimension.BitsPerSecond, 0, "bits/s"));
        AddPrefixed(units, ["kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"], UnitDimension.BitsPerSecond, 3, _ => []);

        // FLOPs counts operations; FLOPS, as data sheets write it, is a speed.
        units.Add(Decimal("FLOP", UnitDimension.Flop, 0, "FLOPs"));
        string[] work = ["kFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP", "EFLOP"];
        AddPrefixed(units, work, UnitDimension.Flop, 3, word => [word + "s"]);
        units.Add(Decimal("FLOP/s", UnitDimension.FlopPerSecond, 0, "FLOPs/s", "FLOPS"));
        AddPrefixed(units, [.. work.Select(word => word + "/s")], UnitDimension.FlopPerSecond, 3,
            word => [word[..^2] + "s/s", word[..^2] + "S"]);

        units.Add(Decimal("ns", UnitDimension.Seconds, -9));
        units.Add(Decimal("µs", UnitDimension.Seconds, -6, "us", "μs"));
        units.Add(Decimal("ms", UnitDimension.Seconds, -3));
        units.Add(Decimal("s", UnitDimension.Seconds, 0, "sec", "second", "seconds"));
        units.Add(new Unit("min", UnitDimension.Seconds, 60, NotDecimal, ["minute", "minutes"]));
        units.Add(new Unit("h", UnitDimension.Seconds, 3_600, NotDecimal, ["hour", "hours"]));
        units.Add(new Unit("days", UnitDimension.Seconds, 86_400, NotDecimal, ["day"]));
        return units;
    }

    private static void AddPrefixed(
        List<Unit> units, string[] symbols, UnitDimension dimension, int step, Func<string, string[]> aliases) =>
        units.AddRange(symbols.Select((word, index) => Decimal(word, dimension, (index + 1) * step, aliases(word))));

    private static Unit Decimal(string symbol, UnitDimension dimension, int powerOfTen, params string[] aliases) =>
        new(symbol, dimension, DecimalDigits.Parse("1", powerOfTen), powerOfTen, aliases);
}
