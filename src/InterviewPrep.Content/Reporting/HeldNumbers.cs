using System.Globalization;
using System.Text.RegularExpressions;
using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Content.Reporting;

/// <summary>The numbers that a lesson's checks and computed numbers contain or come to.</summary>
internal sealed partial class HeldNumbers
{
    /// <summary>The same amount may be written in per cent, thousands, millions, billions or trillions.</summary>
    private static readonly double[] Scales = [1, 1e2, 1e-2, 1e3, 1e-3, 1e6, 1e-6, 1e9, 1e-9, 1e12, 1e-12];

    /// <summary>From so many significant digits on, a number that rounds to another is taken for it at any scale.</summary>
    private const int TellingDigits = 3;

    private readonly HashSet<double> _values = [];

    /// <summary>Takes in an expression: its literals, and what each side of it comes to.</summary>
    public void Add(string expression)
    {
        foreach (Match literal in Literal().Matches(expression))
        {
            if (double.TryParse(literal.Value.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) _values.Add(value);
        }

        foreach (var side in Comparison().Split(expression))
        {
            if (!Expression.TryParse(side.Trim(), out var parsed, out _)) continue;
            switch (parsed.Evaluate().Value)
            {
                case ExpressionValue.Number number:
                    _values.Add(number.Value);
                    break;
                case ExpressionValue.List list:
                    _values.UnionWith(list.Values);
                    break;
            }
        }
    }

    /// <summary>Whether a number of a text is among them, or is one of them rounded as it is written.</summary>
    /// <param name="written">With a point before decimals and without commas.</param>
    public bool Hold(string written)
    {
        var value = double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture);
        var point = written.IndexOf('.', StringComparison.Ordinal);
        var half = 0.5 * Math.Pow(10, point < 0 ? 0 : point + 1 - written.Length);
        var telling = written.Count(char.IsAsciiDigit) >= TellingDigits;
        return _values.Any(known => Scales.Any(scale =>
        {
            var distance = Math.Abs(Math.Abs(known) * scale - value);
            return distance <= 1e-9 * value || (telling || scale is 1 or 1e2) && point >= 0 && distance <= half * (1 + 1e-9);
        }));
    }

    [GeneratedRegex(@"(?<![\w.])\d[\d_]*(\.\d+)?(e[+-]?\d+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex("<=|>=|==|!=|[<>≈±]", RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();
}
