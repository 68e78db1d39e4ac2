using System.Collections.Immutable;

namespace InterviewPrep.Core.Memory;

/// <summary>
/// The 21 weights of FSRS-6, the same algorithm and defaults as ts-fsrs 5.4 (<c>constant.ts</c>, <c>default.ts</c>) and fsrs-rs 6.
/// Weights 0 to 3 are the first stabilities in days, 4 to 7 rule difficulty, 8 to 10 and 15, 16 success, 11 to 14 lapses, 17 to
/// 19 reviews on the same day, 20 the shape of forgetting.
/// </summary>
public sealed class FsrsParameters : IEquatable<FsrsParameters>
{
    /// <summary>Which algorithm the weights belong to; stored beside them.</summary>
    public const string Version = "FSRS-6";

    /// <summary>How many weights there are.</summary>
    public const int Count = 21;

    /// <summary>The smallest stability in days.</summary>
    public const double MinStability = 0.001;

    /// <summary>The largest stability in days: a hundred years.</summary>
    public const double MaxStability = 36500;

    private static readonly ImmutableArray<(double Low, double High)> Boxes =
    [
        (0.001, 100), (0.001, 100), (0.001, 100), (0.001, 100), (1, 10), (0.001, 4), (0.001, 4), (0.001, 0.75), (0, 4.5), (0, 0.8),
        (0.001, 3.5), (0.001, 5), (0.001, 0.25), (0.001, 0.9), (0, 4), (0, 1), (1, 6), (0, 2), (0, 2), (0, 0.8), (0.1, 0.8),
    ];

    private FsrsParameters(ImmutableArray<double> weights) => Weights = weights;

    /// <summary>What holds until a learner's own answers say more: fitted to the reviews of about ten thousand people.</summary>
    public static FsrsParameters Default { get; } = new(
    [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
        0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]);

    /// <summary>The weights, each inside its bounds.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>
    /// Takes weights of FSRS-6 (21), FSRS-5 (19) or FSRS-4.5 (17), moves older ones over as ts-fsrs does, and clamps each to its
    /// bounds.
    /// </summary>
    /// <param name="weights">17, 19 or 21 finite numbers.</param>
    /// <param name="shortTerm">Whether reviews on the same day have formulas of their own.</param>
    /// <param name="relearningSteps">How many relearning steps there are; with several, weights 17 and 18 are bounded more tightly, so that a lapse and its steps never end above where it began.</param>
    /// <exception cref="ArgumentException">There is another number of weights, or one is not finite.</exception>
    public static FsrsParameters Create(ReadOnlySpan<double> weights, bool shortTerm = true, int relearningSteps = 1)
    {
        foreach (var weight in weights)
        {
            if (!double.IsFinite(weight)) throw new ArgumentException("A weight is not a finite number.", nameof(weights));
        }

        double[] migrated = weights.Length switch
        {
            Count => [.. weights],
            19 => [.. weights, 0, 0.5],
            17 => FromFsrs4(weights),
            var other => throw new ArgumentException($"FSRS has 17, 19 or 21 weights, not {other}.", nameof(weights)),
        };
        Clamp(migrated, shortTerm, relearningSteps);
        return new FsrsParameters([.. migrated]);
    }

    /// <summary>Moves each weight into its bounds.</summary>
    internal static void Clamp(Span<double> weights, bool shortTerm, int relearningSteps)
    {
        for (var i = 0; i < Count; i++) weights[i] = Math.Clamp(weights[i], Boxes[i].Low, Boxes[i].High);
        if (shortTerm) weights[19] = Math.Max(weights[19], 0.01);
        if (relearningSteps <= 1) return;
        var room = -(Math.Log(weights[11]) + Math.Log(Math.Pow(2, weights[13]) - 1) + (0.3 * weights[14])) / relearningSteps;
        var ceiling = Math.Clamp(Math.Sqrt(Math.Max(0, room)), 0.01, 2);
        weights[17] = Math.Min(weights[17], ceiling);
        weights[18] = Math.Min(weights[18], ceiling);
    }

    /// <inheritdoc/>
    public bool Equals(FsrsParameters? other) => other is not null && Weights.AsSpan().SequenceEqual(other.Weights.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FsrsParameters);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var weight in Weights) hash.Add(weight);
        return hash.ToHashCode();
    }

    private static double[] FromFsrs4(ReadOnlySpan<double> weights)
    {
        double[] migrated = [.. weights, 0, 0, 0, 0.5];
        var old = weights[5];
        migrated[4] += 2 * old;
        migrated[5] = Math.Log((3 * old) + 1) / 3;
        migrated[6] += 0.5;
        return migrated;
    }
}
