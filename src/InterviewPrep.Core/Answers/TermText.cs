using System.Text;

namespace InterviewPrep.Core.Answers;

/// <summary>Brings the many ways to write a term to one, so that an answer is marked for what it says.</summary>
public static class TermText
{
    private const string Accented = "àáâãäåāçćčèéêëēìíîïīñńòóôõöøōùúûüūýÿžźšś";
    private const string Plain = "aaaaaaaccceeeeeiiiiinnooooooouuuuuyyzzss";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉";

    /// <summary>
    /// Lower case without accents, markup and quotation marks; hyphens and dashes as spaces, spaces single, raised and
    /// lowered digits on the line.
    /// </summary>
    /// <remarks>The runtime's own normalisation needs a library that small systems lack; these are the forms that keyboards make.</remarks>
    public static string Normalise(string? text)
    {
        var plain = new StringBuilder(text?.Length ?? 0);
        foreach (var character in text ?? "")
        {
            foreach (var c in Fold(char.ToLowerInvariant(character)))
            {
                if (c != ' ' || (plain.Length > 0 && plain[^1] != ' ')) plain.Append(c);
            }
        }

        return plain.ToString().TrimEnd(' ', '.');
    }

    /// <summary>The same without spaces, so that "fine tuning", "fine-tuning" and "finetuning" are one.</summary>
    public static string Key(string? text) => Normalise(text).Replace(" ", "", StringComparison.Ordinal);

    private static string Fold(char c)
    {
        if (Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var accent) return Plain[accent].ToString();
        if (Raised.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit) return ((char)('0' + digit % 10)).ToString();
        return c switch
        {
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬀ' => "ff",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ς' => "σ",
            >= '！' and <= '～' => char.ToLowerInvariant((char)(c - '！' + '!')).ToString(),
            >= '\u0300' and <= '\u036F' or '\u200B' or '\u2060' or '\uFEFF' or '\u00AD' => "",
            '$' or '`' or '*' or '"' or '“' or '”' or '„' or '\'' or '’' or '‘' or '´' => "",
            '-' or '_' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => " ",
            _ when char.IsWhiteSpace(c) => " ",
            _ => c.ToString(),
        };
    }
}
