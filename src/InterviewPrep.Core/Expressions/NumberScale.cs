using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Core.Expressions;

/// <summary>A letter that multiplies a bare number: k, M, B (billion) and T. It touches its number: 124M, 8B.</summary>
public sealed class NumberScale
{
    private NumberScale(string symbol, string word, int powerOfTen)
    {
        Symbol = symbol;
        Word = word;
        PowerOfTen = powerOfTen;
        Factor = DecimalDigits.Parse("1", powerOfTen);
    }

    /// <summary>The four scales from small to large.</summary>
    public static IReadOnlyList<NumberScale> All { get; } =
    [
        new("k", "thousand", 3),
        new("M", "million", 6),
        new("B", "billion", 9),
        new("T", "trillion", 12),
    ];

    /// <summary>The letter: k, M, B or T.</summary>
    public string Symbol { get; }

    /// <summary>The word in the short scale: thousand, million, billion (10⁹), trillion (10¹²).</summary>
    public string Word { get; }

    /// <summary>What it multiplies by: 1e3, 1e6, 1e9 or 1e12.</summary>
    public double Factor { get; }

    internal int PowerOfTen { get; }

    /// <summary>Finds a scale by its letter; case counts.</summary>
    /// <param name="symbol">The letter; null finds nothing.</param>
    /// <param name="scale">The scale, or null.</param>
    public static bool TryFind(string? symbol, [NotNullWhen(true)] out NumberScale? scale)
    {
        scale = All.FirstOrDefault(candidate => candidate.Symbol == symbol);
        return scale is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Symbol;
}
