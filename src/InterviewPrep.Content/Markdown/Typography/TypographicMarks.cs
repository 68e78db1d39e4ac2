using System.Text.RegularExpressions;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax.Inlines;

namespace InterviewPrep.Content.Markdown.Typography;

/// <summary>Straight quotes, dots and dashes of the keyboard become those of print: “so”, the model’s, …, –. Angle quotes stay as they are typed.</summary>
internal static partial class TypographicMarks
{
    private const string Opening = "([{“‘—–-/";

    public static SmartyPantOptions Options { get; } = new();

    /// <summary>The mark as text.</summary>
    /// <remarks>
    /// Whether a quote opens is seen from what stands before it, also beyond the emphasis that it begins: Markdig pairs quotes within one
    /// element, and leaves straight whatever stands between two marks.
    /// </remarks>
    public static string Of(SmartyPant mark) => mark.Type switch
    {
        SmartyPantType.Quote or SmartyPantType.LeftQuote or SmartyPantType.RightQuote => Opens(mark) && !char.IsAsciiDigit(After(mark)) ? "‘" : "’",
        SmartyPantType.DoubleQuote or SmartyPantType.LeftDoubleQuote or SmartyPantType.RightDoubleQuote => Opens(mark) ? "“" : "”",
        SmartyPantType.LeftAngleQuote => "<<",
        SmartyPantType.RightAngleQuote => ">>",
        SmartyPantType.Ellipsis => "…",
        SmartyPantType.Dash2 => "–",
        SmartyPantType.Dash3 => "—",
        _ => throw new InvalidOperationException($"Unhandled mark {mark.Type}."),
    };

    /// <summary>Literal text of a paragraph, with the apostrophes inside and behind words and the quotes as in print; inches stay.</summary>
    public static string Of(LiteralInline literal)
    {
        var text = literal.Content.ToString();
        if (text.AsSpan().IndexOfAny('\'', '"') < 0) return text;
        var print = text.ToCharArray();
        for (var i = literal.IsFirstCharacterEscaped ? 1 : 0; i < print.Length; i++)
        {
            if (print[i] is not ('\'' or '"')) continue;
            var before = i > 0 ? print[i - 1] : Before(literal);
            var after = i < print.Length - 1 ? print[i + 1] : After(literal);
            print[i] = (print[i], IsOpen(before)) switch
            {
                _ when char.IsSymbol(before) || char.IsSymbol(after) || before is '\'' or '"' => print[i],
                ('"', true) => '“',
                ('"', false) => char.IsAsciiDigit(before) ? '"' : '”',
                (_, true) => char.IsLetter(after) ? '‘' : '’',
                (_, false) => char.IsAsciiDigit(before) && !char.IsLetter(after) ? '\'' : '’',
            };
        }

        return new string(print);
    }

    /// <summary>Text without markup, with the apostrophes inside and behind words as in print.</summary>
    public static string Apostrophes(string text) => text.Contains('\'') ? Apostrophe().Replace(text, "’") : text;

    private static bool Opens(SmartyPant mark) => IsOpen(Before(mark));

    private static bool IsOpen(char before) => before == '\0' || char.IsWhiteSpace(before) || Opening.Contains(before, StringComparison.Ordinal);

    /// <summary>The character before an inline, whatever element it belongs to; NUL at the beginning of a text.</summary>
    private static char Before(Inline inline)
    {
        for (Inline? at = inline; at is not null; at = at.Parent)
        {
            if (at.PreviousSibling is { } previous) return Last(previous);
        }

        return '\0';
    }

    private static char After(Inline inline) => inline.NextSibling is LiteralInline { Content: { IsEmpty: false } next } ? next.Text[next.Start] : '\0';

    private static char Last(Inline inline) => inline switch
    {
        LiteralInline { Content: { IsEmpty: false } text } => text[text.End],
        LiteralInline => Before(inline),
        SmartyPant mark => Of(mark)[^1],
        HtmlEntityInline { Transcoded: { IsEmpty: false } entity } => entity[entity.End],
        LineBreakInline => ' ',
        LeafInline => 'x',
        ContainerInline { LastChild: { } last } => Last(last),
        _ => '\0',
    };

    [GeneratedRegex(@"(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}\p{P}\s]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Apostrophe();
}
