using System.Collections.Immutable;

namespace InterviewPrep.Core;

/// <summary>
/// A seeded generator whose sequence never changes between versions, since seeds are kept with answers (Steele, Lea and Flood
/// 2014, Fast splittable pseudorandom number generators, figure 16).
/// </summary>
public struct SplitMix64
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>Starts at a seed.</summary>
    public SplitMix64(long seed) => _state = (ulong)seed;

    /// <summary>Starts at a seed.</summary>
    public SplitMix64(ulong seed) => _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += Golden;
        return Mix(_state);
    }

    /// <summary>A whole number from 0 to below <paramref name="count"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public int Next(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return (int)(Next() % (ulong)count);
    }

    /// <summary>A number from 0 to below 1 with 53 random bits.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A seed for another generator.</summary>
    public long NextSeed() => (long)Next();

    /// <summary>The numbers from 0 to below <paramref name="count"/> in random order (Fisher and Yates).</summary>
    public ImmutableArray<int> Permutation(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        Shuffle(order.AsSpan());
        return ImmutableArray.Create(order);
    }

    /// <summary>Puts items into a random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>The finaliser: spreads every bit of a number over all.</summary>
    internal static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
