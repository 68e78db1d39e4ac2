using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Core.Expressions;

/// <summary>
/// How a computed number is printed: the pipes of <c>{{= expression | pipes }}</c>. Invariant: a point before decimals,
/// commas between thousands, a no-break space before a unit.
/// </summary>
/// <remarks>
/// Without a precision a whole number stays whole and any other gets up to four significant digits. From 10¹⁵ up and below
/// 10⁻⁴ a number is printed as 3.14 × 10²³.
/// </remarks>
public sealed record NumberFormat
{
    /// <summary>The most digits that a precision pipe may ask for: more than a double holds would be noise.</summary>
    public const int MaxDigits = 15;

    private const int DefaultSignificant = 4;

    /// <summary>No unit, no scale, no precision.</summary>
    public static NumberFormat Default { get; } = new();

    /// <summary>The unit it is divided by and printed with; null for none.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The scale it is divided by and printed with, touching the number; null for none.</summary>
    public NumberScale? Scale { get; init; }

    /// <summary>A fixed number of decimals from 0 to <see cref="MaxDigits"/>; null for none.</summary>
    public int? Decimals { get; init; }

    /// <summary>Significant digits from 1 to <see cref="MaxDigits"/>, zeros at the end kept; null for none.</summary>
    public int? Significant { get; init; }

    /// <summary>
    /// Reads pipes, separated by <c>|</c> or spaces: a unit (<c>GiB</c>, <c>ms</c>, <c>%</c>), or a scale (<c>k M B T</c>,
    /// B being billion and <c>bytes</c> the bytes), and <c>.2f</c> decimals or <c>.3s</c> significant digits.
    /// </summary>
    /// <param name="pipes">The text behind the first bar; null and blank give <see cref="Default"/>.</param>
    /// <param name="format">The format, or null when there is an error.</param>
    /// <param name="error">The first error with its position in <paramref name="pipes"/>, or null.</param>
    public static bool TryParse(
        string? pipes, [NotNullWhen(true)] out NumberFormat? format, [NotNullWhen(false)] out ExpressionError? error) =>
        NumberPipes.TryParse(pipes ?? "", out format, out error);

    /// <summary>Prints a number for text.</summary>
    /// <param name="value">In base units (bytes, seconds, a ratio for percent). NaN and infinity print as "undefined".</param>
    public string Format(double value) =>
        double.IsFinite(value) ? Digits(value).ForText() + SuffixForText : "undefined";

    /// <summary>Prints a number as TeX: <c>4{,}096</c>, <c>3.14 \times 10^{23}</c>, <c>0.5\,\text{GiB}</c>.</summary>
    /// <param name="value">As in <see cref="Format(double)"/>.</param>
    public string FormatForMath(double value) =>
        double.IsFinite(value) ? Digits(value).ForMath() + SuffixForMath : @"\text{undefined}";

    /// <summary>Prints up to so many significant digits, without zeros at the end, and no unit.</summary>
    internal static string UpTo(double value, int significant) =>
        WholeOrNull(value)?.ForText() ?? NumberDigits.Significant(value, significant, keepZeros: false).ForText();

    private string SuffixForText => Unit is not null ? $"\u00A0{Unit.Symbol}" : Scale?.Symbol ?? "";

    private string SuffixForMath => this switch
    {
        { Unit.Symbol: "%" } => @"\,\%",
        { Unit: { } unit } => $@"\,\text{{{unit.Symbol}}}",
        { Scale: { } scale } => $@"\text{{{scale.Symbol}}}",
        _ => "",
    };

    private NumberDigits Digits(double value)
    {
        var scaled = value / (Unit?.Factor ?? Scale?.Factor ?? 1);
        return this switch
        {
            { Decimals: { } decimals } => NumberDigits.Fixed(scaled, decimals),
            { Significant: { } significant } => NumberDigits.Significant(scaled, significant, keepZeros: true),
            _ => WholeOrNull(scaled) ?? NumberDigits.Significant(scaled, DefaultSignificant, keepZeros: false),
        };
    }

    /// <summary>The digits of a number that is whole but for the last bits that arithmetic loses.</summary>
    private static NumberDigits? WholeOrNull(double value) =>
        Math.Abs(value) < NumberDigits.Large && Math.Abs(value - Math.Round(value)) <= 1e-12 * Math.Abs(value)
            ? NumberDigits.Fixed(Math.Round(value), 0)
            : null;
}
