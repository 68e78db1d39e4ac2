namespace InterviewPrep.Core.Expressions;

/// <summary>What an expression comes to: a number, a list of numbers, or the truth of a comparison.</summary>
public abstract record ExpressionValue
{
    private ExpressionValue()
    {
    }

    /// <summary>A number in base units (bytes, seconds, FLOP, a ratio for percent).</summary>
    /// <param name="Value">Always finite.</param>
    public sealed record Number(double Value) : ExpressionValue;

    /// <summary>A list of numbers.</summary>
    /// <param name="Values">At least one, at most <see cref="Expression.MaxListLength"/>, each finite.</param>
    public sealed record List(IReadOnlyList<double> Values) : ExpressionValue
    {
        /// <summary>Two lists are equal when they hold the same numbers in the same order.</summary>
        public bool Equals(List? other) => other is not null && Values.SequenceEqual(other.Values);

        /// <inheritdoc/>
        public override int GetHashCode() =>
            Values.Aggregate(Values.Count, (hash, value) => HashCode.Combine(hash, value));
    }

    /// <summary>The outcome of a comparison.</summary>
    /// <param name="Holds">Whether the comparison holds.</param>
    /// <param name="Because">Both sides as computed and the difference that was allowed, for the message of a failed check.</param>
    public sealed record Truth(bool Holds, string Because) : ExpressionValue;
}
