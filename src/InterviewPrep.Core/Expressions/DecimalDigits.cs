using System.Globalization;

namespace InterviewPrep.Core.Expressions;

/// <summary>
/// Numbers by way of their decimal digits: a suffix moves the exponent of the text instead of multiplying the double, so
/// that 1.1B is the double nearest to 1,100,000,000 and not one beside it.
/// </summary>
internal static class DecimalDigits
{
    private const int MaxExponent = 99_999;

    /// <summary>The double nearest to mantissa × 10^exponent; infinite when that is beyond the range of a double.</summary>
    /// <param name="mantissa">Digits with at most one point, such as "1.24".</param>
    /// <param name="exponent">Any whole number.</param>
    public static double Parse(string mantissa, int exponent)
    {
        var power = Math.Clamp(exponent, -MaxExponent, MaxExponent).ToString(CultureInfo.InvariantCulture);
        return double.Parse($"{mantissa}e{power}", NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Reads the digits of an exponent; a longer number than makes sense is cut to a bound beyond every double.</summary>
    public static int ParseExponent(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? Math.Clamp(exponent, -MaxExponent, MaxExponent)
            : digits.StartsWith("-") ? -MaxExponent : MaxExponent;

    /// <summary>How many digits stand after the point.</summary>
    public static int Decimals(string mantissa)
    {
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : mantissa.Length - point - 1;
    }
}
