using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Core.Expressions;

/// <summary>The number part of an input, its unit not yet read.</summary>
internal sealed record TypedNumber
{
    private const string OneNumber = "Write one number, not a calculation; 1.5e9, 1.5 * 10^9, 2^30 and 1/2 are understood.";

    private TypedNumber(bool isNegative, string mantissa, int exponent, string divisor, double? power, string? note)
    {
        IsNegative = isNegative;
        Mantissa = mantissa;
        Exponent = exponent;
        Divisor = divisor;
        Power = power;
        Note = note;
    }

    /// <summary>How its marks were read, or null.</summary>
    public string? Note { get; }

    private bool IsNegative { get; }

    private string Mantissa { get; }

    private int Exponent { get; }

    /// <summary>What a fraction divides by; "1" for no fraction.</summary>
    private string Divisor { get; }

    /// <summary>The value of a power such as 2^30, or null.</summary>
    private double? Power { get; }

    /// <summary>Reads the number at the start of a normalised text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number.</param>
    /// <param name="rest">What stands behind it, trimmed.</param>
    /// <param name="error">What to write instead, or null.</param>
    public static bool TryRead(
        string text,
        [NotNullWhen(true)] out TypedNumber? number,
        [NotNullWhen(true)] out string? rest,
        [NotNullWhen(false)] out string? error)
    {
        number = null;
        rest = null;
        var at = 0;
        var isNegative = TakeSign(text, ref at);
        if (!TypedDigits.TryRead(text, ref at, out var digits, out error))
        {
            error ??= "Write the number first, such as 12, 3.5 or 1.5e9.";
            return false;
        }

        var exponent = 0;
        double? power = null;
        var divisor = new TypedDigits("1", null);
        if (at < text.Length && text[at] is 'e' or 'E' && TryTakeWhole(text, at + 1, out var typed, out var after))
        {
            exponent = typed;
            at = after;
        }
        else if (TryTakeTimesTen(text, at, out typed, out after))
        {
            exponent = typed;
            at = after;
        }
        else if (TryTakePower(text, at, out typed, out after))
        {
            power = Math.Pow(DecimalDigits.Parse(digits.Mantissa, 0), typed);
            at = after;
        }

        var slash = SkipSpaces(text, at);
        if (slash < text.Length && text[slash] == '/')
        {
            at = SkipSpaces(text, slash + 1);
            if (!TypedDigits.TryRead(text, ref at, out divisor, out error))
            {
                error ??= OneNumber;
                return false;
            }

            if (DecimalDigits.Parse(divisor.Mantissa, 0) == 0)
            {
                error = "Nothing is divided by zero. Write another number.";
                return false;
            }
        }

        rest = text[at..].Trim();
        if (rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || "+-*/^(),.:".Contains(rest[0], StringComparison.Ordinal)))
        {
            error = OneNumber;
            return false;
        }

        error = null;
        number = new(isNegative, digits.Mantissa, exponent, divisor.Mantissa, power, digits.Note ?? divisor.Note);
        return true;
    }

    /// <summary>The value in base units.</summary>
    public double In(TypedUnit typed)
    {
        var scale = typed.Scale?.PowerOfTen ?? 0;
        var unsigned = Power is { } power
            ? power * DecimalDigits.Parse("1", scale) * (typed.Unit?.Factor ?? 1)
            : typed.Unit?.ToBase(Mantissa, Exponent + scale) ?? DecimalDigits.Parse(Mantissa, Exponent + scale);
        var value = unsigned / DecimalDigits.Parse(Divisor, 0);
        return IsNegative && value != 0 ? -value : value;
    }

    /// <summary>The number in its unit, its decimals as typed where it was typed plainly.</summary>
    public string Show(TypedUnit typed)
    {
        const int MostDigits = 10;
        var value = In(typed.WithoutUnit());
        var isPlain = Exponent == 0 && Power is null && Divisor == "1" && typed.Scale is null && Math.Abs(value) < NumberDigits.Large;
        var decimals = DecimalDigits.Decimals(Mantissa);
        return isPlain && decimals <= NumberFormat.MaxDigits
            ? NumberDigits.Fixed(value, decimals).ForText()
            : NumberFormat.UpTo(value, MostDigits);
    }

    private static bool TakeSign(string text, ref int at)
    {
        var isNegative = text.StartsWith('-');
        if (isNegative || text.StartsWith('+'))
            at = SkipSpaces(text, 1);

        return isNegative;
    }

    /// <summary>× 10^9, also written x 10^9.</summary>
    private static bool TryTakeTimesTen(string text, int at, out int exponent, out int after)
    {
        exponent = 0;
        after = at;
        at = SkipSpaces(text, at);
        if (at >= text.Length || text[at] is not ('*' or 'x' or 'X'))
            return false;

        at = SkipSpaces(text, at + 1);
        return string.CompareOrdinal(text, at, "10", 0, 2) == 0 && TryTakePower(text, at + 2, out exponent, out after);
    }

    private static bool TryTakePower(string text, int at, out int exponent, out int after)
    {
        exponent = 0;
        after = at;
        at = SkipSpaces(text, at);
        if (at >= text.Length || text[at] != '^')
            return false;

        return TryTakeWhole(text, SkipSpaces(text, at + 1), out exponent, out after);
    }

    private static bool TryTakeWhole(string text, int at, out int whole, out int after)
    {
        var digits = at < text.Length && text[at] is '+' or '-' ? at + 1 : at;
        after = digits;
        while (after < text.Length && char.IsAsciiDigit(text[after]))
            after++;

        whole = after > digits ? DecimalDigits.ParseExponent(text.AsSpan(at, after - at)) : 0;
        return after > digits;
    }

    private static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;

        return at;
    }
}
