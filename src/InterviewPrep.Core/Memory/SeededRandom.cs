namespace InterviewPrep.Core.Memory;

/// <summary>Chance that can be repeated: SplitMix64 (Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators).</summary>
public struct SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>At least 0, below 1, in steps of 2⁻⁵³.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number at least 0 and below <paramref name="limit"/>, which is above 0.</summary>
    public int NextInt(int limit) => (int)(((UInt128)Next() * (ulong)limit) >> 64);

    /// <summary>Puts items into a random order, every order being equally likely (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
