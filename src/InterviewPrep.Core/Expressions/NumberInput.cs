using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Core.Expressions;

/// <summary>
/// What a learner typed for a number question: <c>16 GiB</c>, <c>1,024</c>, <c>1.5 × 10^9</c>, <c>8B</c>, <c>62 %</c>,
/// <c>1/2</c>, <c>2^30</c>, <c>3,5</c>. One number, not a calculation.
/// </summary>
/// <param name="Value">In base units (bytes, seconds, FLOP, a ratio for percent); finite. For a unit outside the table, as typed.</param>
/// <param name="Understood">How it was read, to be shown beside the field: "16.0 GiB".</param>
/// <param name="Note">A remark on how it was read where that may surprise (a comma, a conversion); null when there is none.</param>
public sealed record NumberInput(double Value, string Understood, string? Note)
{
    /// <summary>The longest input, in UTF-16 units.</summary>
    public const int MaxLength = 100;

    /// <summary>Reads an input. Case of units and scales is set aside; GB and GiB are kept apart.</summary>
    /// <param name="text">What was typed; null counts as empty.</param>
    /// <param name="unit">
    /// The question's unit: one of the table (<c>GiB</c>, <c>ms</c>, <c>%</c>), any other word (<c>heads</c>, <c>nats</c>), or
    /// null or blank for a bare number. A number typed without a unit is in this unit. In a question about bytes
    /// <c>B</c> means byte, elsewhere billion.
    /// </param>
    /// <param name="input">The number, or null when there is an error.</param>
    /// <param name="error">What to write instead, a sentence or two for the learner; or null.</param>
    public static bool TryParse(
        string? text,
        string? unit,
        [NotNullWhen(true)] out NumberInput? input,
        [NotNullWhen(false)] out string? error)
    {
        input = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            error = "Write a number, such as 12, 3.5 or 1.5e9.";
            return false;
        }

        if (text.Length > MaxLength)
        {
            error = $"That is longer than {MaxLength} characters. Write one number.";
            return false;
        }

        if (!TypedNumber.TryRead(NumberInputText.Normalise(text), out var number, out var rest, out error)
            || !TypedUnit.TryRead(rest, NumberInputText.Normalise(unit ?? ""), out var typed, out error))
        {
            return false;
        }

        var value = number.In(typed);
        if (!double.IsFinite(value))
        {
            error = "That number is too large.";
            return false;
        }

        error = null;
        string[] notes = [.. new[] { number.Note, typed.Note(number, value) }.OfType<string>()];
        input = new(value, typed.Show(number), notes.Length == 0 ? null : string.Join(" ", notes));
        return true;
    }
}
