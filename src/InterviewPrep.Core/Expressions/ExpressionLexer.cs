using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Core.Expressions;

/// <summary>Cuts the text of an expression into tokens.</summary>
internal static class ExpressionLexer
{
    // Longer spellings before their beginnings.
    private static readonly (string Written, string Chief)[] Symbols =
    [
        ("+/-", "±"), ("~=", "≈"), ("<=", "<="), (">=", ">="), ("==", "=="), ("!=", "!="),
        ("≈", "≈"), ("±", "±"), ("≤", "<="), ("≥", ">="), ("≠", "!="), ("<", "<"), (">", ">"),
        ("+", "+"), ("-", "-"), ("−", "-"), ("*", "*"), ("×", "*"), ("·", "*"), ("⋅", "*"), ("/", "/"), ("÷", "/"),
        ("^", "^"), ("%", "%"), ("(", "("), (")", ")"), ("[", "["), ("]", "]"), (",", ","),
    ];

    private static readonly (string Written, string Message, string Mend)[] Habits =
    [
        ("**", "A power is not written **.", "Write ^ for a power."),
        ("//", "There is no operator //.", "Write floor(a / b) for whole division."),
        ("&&", "There is no operator &&.", "Write two checks, one comparison each."),
        ("||", "There is no operator ||.", "Write one comparison."),
    ];

    public static bool TryRead(
        string text, [NotNullWhen(true)] out List<ExpressionToken>? tokens, [NotNullWhen(false)] out ExpressionError? error)
    {
        tokens = null;
        error = null;
        List<ExpressionToken> read = [];
        var at = 0;
        while (at < text.Length)
        {
            var character = text[at];
            if (char.IsWhiteSpace(character))
            {
                at++;
                continue;
            }

            if (IsDigit(character) || (character == '.' && at + 1 < text.Length && IsDigit(text[at + 1])))
            {
                if (!TryReadNumber(text, at, out var number, out error))
                    return false;

                read.Add(number);
            }
            else if (IsWordStart(character))
            {
                read.Add(ReadWord(text, at));
            }
            else if (FindHabit(text, at) is { } habit)
            {
                error = new(habit.Message, at, habit.Mend);
                return false;
            }
            else if (FindSymbol(text, at) is { } symbol)
            {
                read.Add(symbol);
            }
            else
            {
                error = Unknown(text, at);
                return false;
            }

            at = read[^1].End;
        }

        read.Add(new(ExpressionTokenKind.End, "", text.Length, text.Length));
        tokens = read;
        return true;
    }

    public static bool IsWordStart(char character) => char.IsLetter(character) || character == '_';

    public static bool IsWordPart(char character) => IsWordStart(character) || IsDigit(character);

    private static bool IsDigit(char character) => char.IsAsciiDigit(character);

    private static ExpressionToken ReadWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && IsWordPart(text[end]))
            end++;

        return new(ExpressionTokenKind.Word, text[start..end], start, end);
    }

    private static bool TryReadNumber(
        string text, int start, out ExpressionToken number, [NotNullWhen(false)] out ExpressionError? error)
    {
        error = null;
        number = default;
        var at = SkipDigits(text, start);
        if (at - start > 1 && text[start] == '0' && text[start + 1] != '.')
        {
            error = new("A number may not begin with a zero and another digit.", start,
                "Write 24 for 024; a comma does not group digits here, so write 1_024 for 1,024.");
            return false;
        }

        if (at + 1 < text.Length && text[at] == '.' && IsDigit(text[at + 1]))
            at = SkipDigits(text, at + 1);

        if (at < text.Length && text[at] is '.' or '_')
        {
            error = new($"A number cannot go on with “{text[at]}”.", at,
                "Write digits, at most one point with digits after it, and underscores only between digits: 1_000.5.");
            return false;
        }

        at = SkipExponent(text, at);
        var digits = text[start..at].Replace("_", "", StringComparison.Ordinal);
        number = new(ExpressionTokenKind.Number, digits[0] == '.' ? "0" + digits : digits, start, at);
        return true;
    }

    private static int SkipDigits(string text, int at)
    {
        while (at < text.Length
            && (IsDigit(text[at])
                || (text[at] == '_' && at > 0 && IsDigit(text[at - 1]) && at + 1 < text.Length && IsDigit(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static int SkipExponent(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('e' or 'E'))
            return at;

        var digits = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
        var end = digits;
        while (end < text.Length && IsDigit(text[end]))
            end++;

        return end == digits ? at : end;
    }

    private static ExpressionToken? FindSymbol(string text, int at)
    {
        foreach (var (written, chief) in Symbols)
        {
            if (string.CompareOrdinal(text, at, written, 0, written.Length) == 0)
                return new(ExpressionTokenKind.Symbol, chief, at, at + written.Length);
        }

        return null;
    }

    private static (string Message, string Mend)? FindHabit(string text, int at)
    {
        foreach (var (written, message, mend) in Habits)
        {
            if (string.CompareOrdinal(text, at, written, 0, written.Length) == 0)
                return (message, mend);
        }

        return null;
    }

    private static ExpressionError Unknown(string text, int at)
    {
        var mend = text[at] switch
        {
            '=' => "Write == to compare, or ≈ for a rounded value.",
            '!' => "Write factorial(n), or != for unequal.",
            '~' => "Write ≈ or ~= for a rounded value.",
            '√' => "Write sqrt(x).",
            '²' or '³' => "Write x^2 or x^3.",
            '{' or '}' => "Write a parameter by its name alone, without braces.",
            '|' => "A pipe belongs behind the expression in {{= expression | pipe }}.",
            ';' => "Separate with commas.",
            '.' => "Write a digit after the point: 5.0, or 5.",
            _ => "Remove it: an expression has numbers, names, + - * / ^, comparisons, parentheses and lists.",
        };
        var shown = char.IsSurrogate(text[at]) || char.IsControl(text[at]) ? "This character" : $"“{text[at]}”";
        return new($"{shown} has no meaning in an expression.", at, mend);
    }
}
