using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Core.Expressions;

/// <summary>The outcome of <see cref="Expression.Evaluate"/>: a value or an error, never both.</summary>
public sealed class ExpressionResult
{
    internal ExpressionResult(ExpressionValue value) => Value = value;

    internal ExpressionResult(ExpressionError error) => Error = error;

    /// <summary>The value; null when there is an error.</summary>
    public ExpressionValue? Value { get; }

    /// <summary>The error; null when there is a value.</summary>
    public ExpressionError? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Value is not null;

    /// <summary>Whether this is a comparison that holds: false for an error, a number and a list too.</summary>
    public bool Holds => Value is ExpressionValue.Truth { Holds: true };

    /// <summary>Takes the value as one number.</summary>
    /// <param name="number">The number in base units; 0 when this is not a number.</param>
    /// <returns>False for an error, a list and a comparison.</returns>
    public bool TryGetNumber(out double number)
    {
        number = Value is ExpressionValue.Number found ? found.Value : 0;
        return Value is ExpressionValue.Number;
    }
}
