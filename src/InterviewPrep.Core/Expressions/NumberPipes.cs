using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Core.Expressions;

/// <summary>Reads the pipes of a computed number.</summary>
internal static class NumberPipes
{
    public static bool TryParse(
        string pipes, [NotNullWhen(true)] out NumberFormat? format, [NotNullWhen(false)] out ExpressionError? error)
    {
        var read = NumberFormat.Default;
        format = null;
        foreach (var (position, word) in Words(pipes))
        {
            if (!TryAdd(read, word, position, out var next, out error))
                return false;

            read = next;
        }

        format = read;
        error = null;
        return true;
    }

    private static bool TryAdd(
        NumberFormat format,
        string word,
        int position,
        [NotNullWhen(true)] out NumberFormat? next,
        [NotNullWhen(false)] out ExpressionError? error)
    {
        next = null;
        error = null;
        if (word[0] == '.')
        {
            if (format.Decimals is not null || format.Significant is not null)
                error = new("The precision is given twice.", position, "Write one of .2f and .3s.");
            else if (TryReadPrecision(word, out var digits))
                next = word[^1] == 'f' ? format with { Decimals = digits } : format with { Significant = digits };
            else
                error = new($"“{word}” is no precision.", position,
                    $"Write .2f for decimals (0 to {NumberFormat.MaxDigits}) or .3s for significant digits (1 to {NumberFormat.MaxDigits}).");
        }
        else if (format.Unit is not null || format.Scale is not null)
        {
            error = new("A number is printed in one unit or scale.", position, $"Remove “{word}”.");
        }
        else if (NumberScale.TryFind(word, out var scale))
        {
            next = format with { Scale = scale };
        }
        else if (Unit.TryFind(word, out var unit))
        {
            next = format with { Unit = unit };
        }
        else
        {
            var names = Unit.All.Select(known => known.Symbol).Concat(NumberScale.All.Select(known => known.Symbol));
            var nearest = NearestName.Find(word, names);
            error = new($"“{word}” is no unit, scale or precision.", position,
                nearest is null ? "Write a unit such as GiB, a scale such as M, or .2f; other words stand behind the braces." : $"Did you mean {nearest}?");
        }

        return next is not null;
    }

    private static bool TryReadPrecision(string word, out int digits)
    {
        digits = 0;
        if (word.Length is < 3 or > 4 || word[^1] is not ('f' or 's') || !word[1..^1].All(char.IsAsciiDigit))
            return false;

        digits = DecimalDigits.ParseExponent(word.AsSpan(1, word.Length - 2));
        return digits <= NumberFormat.MaxDigits && (digits > 0 || word[^1] == 'f');
    }

    private static IEnumerable<(int Position, string Word)> Words(string pipes)
    {
        var start = 0;
        for (var at = 0; at <= pipes.Length; at++)
        {
            if (at < pipes.Length && pipes[at] != '|' && !char.IsWhiteSpace(pipes[at]))
                continue;

            if (at > start)
                yield return (start, pipes[start..at]);

            start = at + 1;
        }
    }
}
