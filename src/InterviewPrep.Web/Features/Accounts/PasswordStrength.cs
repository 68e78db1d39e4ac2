namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// Judges passwords by length and by what is tried first, with no rules about kinds of characters (NIST SP 800-63B), and
/// without a word of them leaving this process. A password is cut into the pieces that are cheapest to guess
/// (after Wheeler, "zxcvbn: low-budget password strength estimation", USENIX Security 2016); their bits must add up.
/// </summary>
public static class PasswordStrength
{
    /// <summary>The fewest characters.</summary>
    public const int MinLength = 10;

    /// <summary>The most, in UTF-16 units.</summary>
    public const int MaxLength = 256;

    private const int Judged = 64; // Enough of it is enough; the work grows with the square.
    private const double Enough = 28; // 2 to this power are more tries than the limits here allow in a lifetime.

    /// <summary>What is wrong with a password in a sentence or two, or <see langword="null"/>.</summary>
    /// <param name="password">The password.</param>
    /// <param name="own">What an attacker would try first for this person: parts of the address.</param>
    public static string? Problem(string password, params IEnumerable<string> own)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length < MinLength) return $"A password has at least {MinLength} characters. Three or four words that nobody would put together are easy to keep and hard to guess.";
        if (password.Length > MaxLength) return $"A password has at most {MaxLength} characters.";
        var guess = new PasswordGuess(password[..Math.Min(Judged, password.Length)], own);
        return guess.Bits >= Enough ? null : $"This password is too easy to guess. {Reason(guess.Weakest)} Add an uncommon word or two; length helps more than signs and capitals.";
    }

    /// <summary>The parts of an address that make a bad password.</summary>
    public static IEnumerable<string> PartsOf(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email.Split('@', '.', '-', '_', '+').Where(p => p.Length > 2);
    }

    private static string Reason(PasswordPiece weakest) => weakest switch
    {
        PasswordPiece.Own => "It is made of your address or of the name of this site.",
        PasswordPiece.Common => "It is made of a word that is in very many passwords; letters turned into digits change little.",
        PasswordPiece.Row => "Rows of keys, of digits and of the alphabet are tried first.",
        PasswordPiece.Repeat => "The same again adds next to nothing.",
        PasswordPiece.Year => "Years and dates are tried first.",
        PasswordPiece.Other => "It is short for what it is made of.",
        _ => throw new InvalidOperationException($"Unhandled piece {weakest}."),
    };
}
