using System.Collections.Frozen;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>What a piece of a password is to somebody who guesses.</summary>
public enum PasswordPiece
{
    /// <summary>A character that follows from nothing.</summary>
    Other,

    /// <summary>Part of the address, or the site's name.</summary>
    Own,

    /// <summary>A word of the most used passwords.</summary>
    Common,

    /// <summary>Neighbours in the alphabet or on the keyboard.</summary>
    Row,

    /// <summary>What stands right before it, again.</summary>
    Repeat,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>The cheapest way to guess a password, piece by piece.</summary>
internal sealed class PasswordGuess
{
    private const double OwnBits = 3;
    private const double CommonBits = 9;
    private const double RowBits = 6;
    private const double RepeatBits = 2;
    private const double YearBits = 6.5;
    private const double LetterBits = 3; // Letters of words follow from one another; 4.7 were those of a throw of dice.
    private const double DigitBits = 3.3;
    private const double SignBits = 5;
    private const int ShortestPattern = 3;

    private static readonly string[] Rows = [.. new[] { "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "01234567890", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "abcdefghijklmnopqrstuvwxyz" }.SelectMany(r => new[] { r, new string([.. r.Reverse()]) })];

    private static readonly FrozenDictionary<char, string> Disguises = new Dictionary<char, string>
    {
        ['0'] = "o",
        ['1'] = "il",
        ['3'] = "e",
        ['4'] = "a",
        ['5'] = "s",
        ['7'] = "t",
        ['8'] = "b",
        ['@'] = "a",
        ['$'] = "s",
        ['!'] = "il",
    }.ToFrozenDictionary();

    private readonly string _text;
    private readonly string[] _own;

    public PasswordGuess(string password, IEnumerable<string> own)
    {
        _text = password.ToLowerInvariant();
        _own = [.. own.Select(o => o.ToLowerInvariant()), "interviewprep", "interview"];
        var bits = new double[_text.Length + 1];
        var last = new (int Start, PasswordPiece Piece)[_text.Length + 1];
        for (var end = 1; end <= _text.Length; end++)
        {
            bits[end] = double.PositiveInfinity;
            for (var start = 0; start < end; start++)
            {
                if (Cheapest(start, end) is not var (cost, piece) || bits[start] + cost >= bits[end]) continue;
                (bits[end], last[end]) = (bits[start] + cost, (start, piece));
            }
        }

        Bits = bits[_text.Length];
        Weakest = WeakestOf(last);
    }

    /// <summary>Logarithm to base 2 of the guesses.</summary>
    public double Bits { get; }

    /// <summary>What most of it is, if that follows from anything.</summary>
    public PasswordPiece Weakest { get; }

    private PasswordPiece WeakestOf((int Start, PasswordPiece Piece)[] last)
    {
        var lengths = new Dictionary<PasswordPiece, int>();
        for (var end = _text.Length; end > 0; end = last[end].Start)
            lengths[last[end].Piece] = lengths.GetValueOrDefault(last[end].Piece) + end - last[end].Start;
        return lengths.Where(l => l.Key != PasswordPiece.Other).OrderByDescending(l => l.Value).Select(l => l.Key).FirstOrDefault();
    }

    private (double Bits, PasswordPiece Piece)? Cheapest(int start, int end)
    {
        var piece = _text.AsSpan(start, end - start);
        if (piece.Length == 1) return (char.IsLetter(piece[0]) ? LetterBits : char.IsDigit(piece[0]) ? DigitBits : SignBits, PasswordPiece.Other);
        if (start >= piece.Length && piece.SequenceEqual(_text.AsSpan(start - piece.Length, piece.Length))) return (RepeatBits, PasswordPiece.Repeat);
        if (piece.Length < ShortestPattern) return null;
        if (piece.IndexOfAnyExcept(piece[0]) < 0) return (RepeatBits + LetterBits, PasswordPiece.Repeat);
        foreach (var own in _own)
        {
            if (Spells(piece, own)) return (OwnBits, PasswordPiece.Own);
        }

        foreach (var word in CommonPasswords.OfLength(piece.Length))
        {
            if (Spells(piece, word)) return (CommonBits, PasswordPiece.Common);
        }

        foreach (var row in Rows)
        {
            if (row.AsSpan().Contains(piece, StringComparison.Ordinal)) return (RowBits, PasswordPiece.Row);
        }

        return piece.Length == 4 && (piece.StartsWith("19") || piece.StartsWith("20")) && char.IsDigit(piece[2]) && char.IsDigit(piece[3]) ? (YearBits, PasswordPiece.Year) : null;
    }

    /// <summary>Whether a piece is a word, with or without letters written as digits and signs.</summary>
    private static bool Spells(ReadOnlySpan<char> piece, string word)
    {
        if (piece.Length != word.Length) return false;
        for (var i = 0; i < piece.Length; i++)
        {
            if (piece[i] != word[i] && !(Disguises.TryGetValue(piece[i], out var letters) && letters.Contains(word[i], StringComparison.Ordinal))) return false;
        }

        return true;
    }
}
