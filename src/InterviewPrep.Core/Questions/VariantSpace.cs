using System.Collections.Immutable;

namespace InterviewPrep.Core.Questions;

/// <summary>The parameters of a question and the values that each can take: every combination is a variant.</summary>
public sealed class VariantSpace
{
    private readonly ImmutableArray<KeyValuePair<string, ImmutableArray<double>>> _parameters;

    /// <summary>Builds the space; the order of the parameters is part of what a seed means.</summary>
    /// <exception cref="ArgumentException">A parameter has no value.</exception>
    public VariantSpace(ImmutableArray<KeyValuePair<string, ImmutableArray<double>>> parameters)
    {
        if (parameters.Any(p => p.Value.IsDefaultOrEmpty))
            throw new ArgumentException("Every parameter needs at least one value.", nameof(parameters));
        _parameters = parameters;
        Count = parameters.Aggregate(1L, (n, p) => Math.Min(MaximumCount, n * p.Value.Length));
    }

    /// <summary>No parameters: one variant.</summary>
    public static VariantSpace None { get; } = new([]);

    /// <summary>Where counting stops.</summary>
    public const long MaximumCount = 1_000_000_000;

    /// <summary>How many variants there are, at least 1, at most <see cref="MaximumCount"/>.</summary>
    public long Count { get; }

    /// <summary>The parameters with their values, in order.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<double>>> Parameters => _parameters;

    /// <summary>The names of the parameters, in order.</summary>
    public IEnumerable<string> Names => _parameters.Select(p => p.Key);

    /// <summary>The values that a seed draws. The same seed draws the same values as long as the space is unchanged.</summary>
    public IReadOnlyDictionary<string, double> Draw(long seed) => At(IndexOf(seed));

    /// <summary>The number of the variant that a seed draws, from 0; always 0 without parameters.</summary>
    public long IndexOf(long seed) => Count == 1 ? 0 : (long)(new SplitMix64(seed).Next() % (ulong)Count);

    /// <summary>The variant of each parameter's first value.</summary>
    public IReadOnlyDictionary<string, double> First => At(0);

    /// <summary>The variant of each parameter's last value.</summary>
    public IReadOnlyDictionary<string, double> Last => At(Count - 1);

    /// <summary>The first variants in order, the last parameter running fastest.</summary>
    /// <param name="atMost">How many at the most.</param>
    public IEnumerable<IReadOnlyDictionary<string, double>> Enumerate(int atMost)
    {
        for (long i = 0; i < Math.Min(Count, atMost); i++) yield return At(i);
    }

    /// <summary>The values of a variant.</summary>
    /// <param name="index">From 0, below <see cref="Count"/>.</param>
    public IReadOnlyDictionary<string, double> At(long index)
    {
        var values = new Dictionary<string, double>(_parameters.Length, StringComparer.Ordinal);
        for (var i = _parameters.Length - 1; i >= 0; i--)
        {
            var choices = _parameters[i].Value;
            values[_parameters[i].Key] = choices[(int)(index % choices.Length)];
            index /= choices.Length;
        }

        return values;
    }
}
