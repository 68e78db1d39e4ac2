using System.Text;

namespace InterviewPrep.Core.Expressions;

/// <summary>Brings the many characters that keyboards, word processors and papers use for one sign to one.</summary>
internal static class NumberInputText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static readonly string[] Abouts = ["≈", "~", "≃", "∼", "=", "about ", "approx. ", "approx ", "ca. ", "ca "];

    /// <summary>ASCII signs, single plain spaces, superscripts as <c>^9</c>, no "about" before it, trimmed.</summary>
    public static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        var inPower = false;
        foreach (var character in text)
        {
            var superscript = Superscripts.IndexOf(character, StringComparison.Ordinal);
            if (superscript >= 0 || character == '⁻')
            {
                plain.Append(inPower ? "" : "^").Append(superscript < 0 ? '-' : (char)('0' + superscript));
                inPower = true;
                continue;
            }

            inPower = false;
            var sign = Sign(character);
            if (sign != ' ' || (plain.Length > 0 && plain[^1] != ' '))
                plain.Append(sign);
        }

        var normal = plain.ToString().Trim();
        foreach (var about in Abouts)
        {
            if (normal.StartsWith(about, StringComparison.OrdinalIgnoreCase))
                return normal[about.Length..].TrimStart();
        }

        return normal;
    }

    private static char Sign(char character) => character switch
    {
        '\u2212' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\uFE63' or '\uFF0D' => '-',
        '×' or '·' or '⋅' or '∙' or '✕' => '*',
        '⁄' or '∕' or '÷' => '/',
        '’' or '‘' or '´' => '\'',
        'μ' => 'µ',
        '٪' or '％' => '%',
        >= '０' and <= '９' => (char)('0' + character - '０'),
        _ when char.IsWhiteSpace(character) || character is '\u200B' or '\u2060' or '\uFEFF' => ' ',
        _ => character,
    };
}
