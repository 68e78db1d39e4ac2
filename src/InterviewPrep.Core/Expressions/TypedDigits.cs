using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Core.Expressions;

/// <summary>The digits of a typed number, and which of its commas, points and spaces were decimal and which grouped.</summary>
/// <param name="Mantissa">Digits with at most one point.</param>
/// <param name="Note">How a comma or several points were read; null when nothing may surprise.</param>
internal readonly record struct TypedDigits(string Mantissa, string? Note)
{
    private const string Separators = ".,_' ";

    /// <summary>Reads digits at the start of a text.</summary>
    /// <param name="text">Normalised text.</param>
    /// <param name="at">Where to begin; on return where it goes on.</param>
    /// <param name="digits">What was read.</param>
    /// <param name="error">What is wrong, for the learner; null when the text does not begin with a number either.</param>
    public static bool TryRead(string text, ref int at, out TypedDigits digits, out string? error)
    {
        digits = default;
        error = null;
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || IsSeparator(text, at, start)))
            at++;

        var raw = text[start..at];
        if (at < text.Length && text[at] == '.' && raw.Length > 0 && !raw.Contains('.', StringComparison.Ordinal))
            at++;

        return raw.Length > 0 && TrySplit(raw, out digits, out error);
    }

    /// <summary>A separator stands before a digit; a space only before exactly three, so that "1 1/2" is not 11/2.</summary>
    private static bool IsSeparator(string text, int at, int start)
    {
        if (!Separators.Contains(text[at], StringComparison.Ordinal) || at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1]))
            return false;

        if (at == start)
            return text[at] is '.' or ',';

        return text[at] != ' '
            || (at + 3 < text.Length && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
                && (at + 4 >= text.Length || text[at + 4] is not ('/' or '^' or (>= '0' and <= '9'))));
    }

    private static bool TrySplit(string raw, out TypedDigits digits, [NotNullWhen(false)] out string? error)
    {
        digits = default;
        var point = DecimalMark(raw);
        var whole = point < 0 ? raw : raw[..point];
        var decimals = point < 0 ? "" : raw[(point + 1)..];
        if (!IsGrouped(whole) || decimals.Any(mark => mark is '.' or ',' or '\''))
        {
            error = "The commas, points or spaces do not group three digits. Write 1,024 or 1024, and a point before decimals.";
            return false;
        }

        error = null;
        var plain = Strip(whole);
        var mantissa = (plain.Length == 0 ? "0" : plain) + (decimals.Length == 0 ? "" : "." + Strip(decimals));
        digits = new(mantissa, Remark(raw, point, mantissa));
        return true;
    }

    /// <summary>Where the decimal mark is, or -1.</summary>
    private static int DecimalMark(string raw)
    {
        var comma = raw.LastIndexOf(',');
        var dot = raw.LastIndexOf('.');
        if (comma >= 0 && dot >= 0)
            return Math.Max(comma, dot);

        if (dot >= 0)
            return raw.IndexOf('.', StringComparison.Ordinal) == dot ? dot : -1;

        if (comma < 0 || raw.IndexOf(',', StringComparison.Ordinal) != comma)
            return -1;

        // One comma: 1,024 groups; 3,5 and 0,512 and 1 024,125 have decimals.
        var groups = raw.Length - comma == 4 && comma is >= 1 and <= 3 && raw[0] != '0' && raw[..comma].All(char.IsAsciiDigit);
        return groups ? -1 : comma;
    }

    /// <summary>Whether groups of three digits follow one of up to three, parted by one kind of mark; underscores go anywhere.</summary>
    private static bool IsGrouped(string whole)
    {
        var marks = whole.Where(mark => !char.IsAsciiDigit(mark) && mark != '_').Distinct().ToArray();
        if (marks.Length == 0)
            return true;

        var groups = whole.Split(marks[0]);
        return marks.Length == 1
            && groups[0].Length is >= 1 and <= 3
            && groups.Skip(1).All(group => group.Length == 3)
            && !whole.Contains('_', StringComparison.Ordinal);
    }

    private static string? Remark(string raw, int point, string mantissa)
    {
        if (point >= 0 && raw[point] == ',')
            return $"The comma was read as a decimal point: {mantissa}.";

        var commas = raw.Count(mark => mark == ',');
        return point < 0 && commas == 1 ? $"The comma was read as grouping thousands: {mantissa}. Write a point before decimals."
            : point < 0 && raw.Contains('.', StringComparison.Ordinal) ? $"The points were read as grouping thousands: {mantissa}."
            : null;
    }

    private static string Strip(string digits) => string.Concat(digits.Where(char.IsAsciiDigit));
}
