using System.Text;

namespace InterviewPrep.Core.Expressions;

/// <summary>
/// Fills in <c>{{= expression | pipes }}</c> and <c>{{name}}</c>. All other braces, such as blanks of a cloze and groups of
/// TeX, stay untouched.
/// </summary>
public static class Template
{
    private const string Open = "{{";
    private const string Close = "}}";

    // Room for an expression of the greatest length and its pipes; it bounds the search for the closing braces.
    private const int MaxLength = Expression.MaxTextLength + 100;

    // Fewer billions than this are a mistake for bytes.
    private const double FewestForBillions = 1e6;

    /// <summary>Fills in a text.</summary>
    /// <param name="text">Any text; null counts as empty.</param>
    /// <param name="parameters">Values by name; null for none. Only these names are replaced as <c>{{name}}</c>.</param>
    /// <param name="forMath">Whether the text is TeX, so that numbers are printed by <see cref="NumberFormat.FormatForMath"/>.</param>
    public static TemplateResult Expand(
        string? text, IReadOnlyDictionary<string, double>? parameters = null, bool forMath = false)
    {
        text ??= "";
        var expanded = new StringBuilder(text.Length);
        List<ExpressionError> errors = [];
        var done = 0;
        foreach (var (start, end, found) in Find(text))
        {
            var printed = found switch
            {
                TemplateExpression computed => Compute(computed, parameters, forMath, errors),
                string name when parameters is not null && parameters.TryGetValue(name, out var value) =>
                    Print(NumberFormat.Default, value, forMath),
                _ => null,
            };
            if (found is null)
            {
                errors.Add(new("“{{=” is not closed.", start,
                    $"Write }}}} at the end of the expression, within {Expression.MaxTextLength} characters and before other braces."));
            }

            if (printed is null)
                continue;

            expanded.Append(text, done, start - done).Append(printed);
            done = end;
        }

        return new(expanded.Append(text, done, text.Length - done).ToString(), errors);
    }

    /// <summary>All closed <c>{{= … }}</c> of a text in order, whether or not they can be read and computed.</summary>
    /// <param name="text">Any text; null counts as empty.</param>
    public static IReadOnlyList<TemplateExpression> Expressions(string? text) =>
        [.. Find(text ?? "").Select(found => found.Found).OfType<TemplateExpression>()];

    /// <summary>What may be filled in: a computed number, a name, or null for a computed number that is not closed.</summary>
    private static IEnumerable<(int Start, int End, object? Found)> Find(string text)
    {
        var at = 0;
        while ((at = text.IndexOf(Open, at, StringComparison.Ordinal)) >= 0)
        {
            var inside = at + Open.Length;
            var limit = Math.Min(text.Length, inside + MaxLength);
            var close = text.IndexOf(Close, inside, limit - inside, StringComparison.Ordinal);
            var isComputed = inside < text.Length && text[inside] == '=';
            if (close < 0 || text.IndexOf(Open, inside, close - inside, StringComparison.Ordinal) >= 0)
            {
                if (isComputed)
                    yield return (at, inside, null);

                at++;
                continue;
            }

            var end = close + Close.Length;
            if (isComputed)
            {
                yield return (at, end, ReadExpression(text, at, close));
                at = end;
                continue;
            }

            // A third brace belongs to TeX: \frac{{{layers}}}{2}.
            var name = text[inside..close].Trim();
            if (Expression.IsParameterName(name))
                yield return (at, end, name);

            at = Expression.IsParameterName(name) ? end : at + 1;
        }
    }

    private static TemplateExpression ReadExpression(string text, int start, int close)
    {
        var position = start + Open.Length + 1;
        var bar = text.IndexOf('|', position, close - position);
        return bar < 0
            ? new(text[position..close], position, "", close, start, close + Close.Length)
            : new(text[position..bar], position, text[(bar + 1)..close], bar + 1, start, close + Close.Length);
    }

    private static string? Compute(
        TemplateExpression computed, IReadOnlyDictionary<string, double>? parameters, bool forMath, List<ExpressionError> errors)
    {
        if (!Expression.TryParse(computed.Text, out var expression, out var error))
            return Fail(error, computed.Position);

        if (!NumberFormat.TryParse(computed.Pipes, out var format, out error))
            return Fail(error, computed.PipesPosition);

        var result = expression.Evaluate(parameters);
        if (!result.Succeeded)
            return Fail(result.Error, computed.Position);

        if (result.Value is ExpressionValue.Truth)
            return Fail(new("A comparison cannot be printed.", 0, "Print a number; comparisons belong in checks."), computed.Position);

        double[] values = result.Value is ExpressionValue.List list
            ? [.. list.Values]
            : [((ExpressionValue.Number)result.Value).Value];
        if (format.Scale?.Symbol == "B" && values.Any(value => value != 0 && Math.Abs(value) < FewestForBillions))
            return Fail(new("B is the scale billion, and this is far less.", 0, "Write “| bytes” for bytes, or “| k” or “| M”."), computed.PipesPosition);

        var printed = values.Select(value => Print(format, value, forMath));
        return result.Value is ExpressionValue.List ? $"[{string.Join(", ", printed)}]" : printed.Single();

        string? Fail(ExpressionError reason, int offset)
        {
            errors.Add(reason with { Position = reason.Position + offset });
            return null;
        }
    }

    private static string Print(NumberFormat format, double value, bool forMath) =>
        forMath ? format.FormatForMath(value) : format.Format(value);
}
