namespace InterviewPrep.Core.Memory;

/// <summary>
/// Baagøe's Alea generator with its Mash hash: what ts-fsrs draws fuzz from (<c>alea.ts</c>), so that its fuzzed intervals can be
/// reproduced. The app itself uses <see cref="SplitMix64"/>.
/// </summary>
public sealed class Alea
{
    private const double Power32 = 4294967296;
    private const double MinusPower32 = 1 / Power32;
    private double _s0;
    private double _s1;
    private double _s2;
    private double _carry = 1;

    /// <summary>Begins the sequence of a seed.</summary>
    public Alea(string seed)
    {
        double hash = 0xEFC8249D;
        _s0 = Mash(" ", ref hash);
        _s1 = Mash(" ", ref hash);
        _s2 = Mash(" ", ref hash);
        _s0 = Wrap(_s0 - Mash(seed, ref hash));
        _s1 = Wrap(_s1 - Mash(seed, ref hash));
        _s2 = Wrap(_s2 - Mash(seed, ref hash));
    }

    /// <summary>At least 0, below 1, in steps of 2⁻³².</summary>
    public double NextDouble()
    {
        var sum = (2091639 * _s0) + (_carry * MinusPower32);
        _carry = Math.Floor(sum);
        (_s0, _s1, _s2) = (_s1, _s2, sum - _carry);
        return _s2;
    }

    private static double Wrap(double value) => value < 0 ? value + 1 : value;

    private static double Mash(string text, ref double hash)
    {
        foreach (var character in text)
        {
            hash += character;
            var product = 0.02519603282416938 * hash;
            hash = Math.Floor(product);
            product = (product - hash) * hash;
            hash = Math.Floor(product);
            hash += (product - hash) * Power32;
        }

        return Math.Floor(hash % Power32) * MinusPower32;
    }
}
