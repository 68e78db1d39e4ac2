using System.Globalization;
using System.Text;

namespace InterviewPrep.Core.Expressions;

/// <summary>A number rounded to decimal digits, and perhaps a power of ten; the typography comes last.</summary>
/// <param name="IsNegative">Whether it is below zero after rounding.</param>
/// <param name="Mantissa">Digits with a point, without grouping.</param>
/// <param name="Exponent">The power of ten, or null when none is printed.</param>
internal readonly record struct NumberDigits(bool IsNegative, string Mantissa, int? Exponent)
{
    /// <summary>From here on a power of ten is printed.</summary>
    public const double Large = 1e15;

    private const double Small = 1e-4;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static NumberDigits Fixed(double value, int decimals) => Math.Abs(value) < Large
        ? Plain(value, decimals, keepZeros: true)
        : Scientific(value, decimals, keepZeros: true);

    public static NumberDigits Significant(double value, int digits, bool keepZeros)
    {
        if (value == 0)
            return Plain(0, digits - 1, keepZeros);

        if (Math.Abs(value) is >= Large or < Small)
            return Scientific(value, digits - 1, keepZeros);

        // Round once, by the digits, and then print what was rounded.
        var rounded = ((decimal)value).ToString($"E{digits - 1}", CultureInfo.InvariantCulture);
        return Plain(
            double.Parse(rounded, CultureInfo.InvariantCulture), Math.Max(0, digits - 1 - PowerOf(rounded)), keepZeros);
    }

    public string ForText()
    {
        var sign = IsNegative ? "\u2212" : "";
        var power = Exponent is { } exponent ? $"\u00A0×\u00A010{Superscript(exponent)}" : "";
        return sign + Group(",") + power;
    }

    public string ForMath()
    {
        var sign = IsNegative ? "-" : "";
        var power = Exponent is { } exponent ? $@" \times 10^{{{exponent.ToString(CultureInfo.InvariantCulture)}}}" : "";
        return sign + Group("{,}") + power;
    }

    private static NumberDigits Plain(double value, int decimals, bool keepZeros)
    {
        // A decimal takes the fifteen digits that a reader sees and rounds halves up: 2.675 prints as 2.68, not as the
        // double just below it.
        var text = ((decimal)Math.Abs(value)).ToString($"F{decimals}", CultureInfo.InvariantCulture);
        return Build(value, keepZeros ? text : TrimZeros(text), null);
    }

    private static NumberDigits Scientific(double value, int decimals, bool keepZeros)
    {
        var text = Math.Abs(value).ToString($"E{decimals}", CultureInfo.InvariantCulture);
        var mantissa = text[..text.IndexOf('E', StringComparison.Ordinal)];
        return Build(value, keepZeros ? mantissa : TrimZeros(mantissa), PowerOf(text));
    }

    private static int PowerOf(string text) => int.Parse(
        text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    // What rounds to zero has no sign.
    private static NumberDigits Build(double value, string mantissa, int? exponent) =>
        new(value < 0 && mantissa.Any(digit => digit is >= '1' and <= '9'), mantissa, exponent);

    private static string TrimZeros(string text) =>
        text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;

    private string Group(string separator)
    {
        var point = Mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? Mantissa.Length : point;
        var grouped = new StringBuilder();
        for (var i = 0; i < whole; i++)
        {
            if (i > 0 && (whole - i) % 3 == 0)
                grouped.Append(separator);

            grouped.Append(Mantissa[i]);
        }

        return grouped.Append(Mantissa, whole, Mantissa.Length - whole).ToString();
    }

    private static string Superscript(int exponent) => string.Concat(
        exponent.ToString(CultureInfo.InvariantCulture).Select(digit => digit == '-' ? '⁻' : Superscripts[digit - '0']));
}
