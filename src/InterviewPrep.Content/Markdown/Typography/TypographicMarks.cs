using System.Text.RegularExpressions;
using Markdig.Extensions.SmartyPants;

namespace InterviewPrep.Content.Markdown.Typography;

/// <summary>Straight quotes, dots and dashes of the keyboard become those of print: “so”, the model’s, …, –. Angle quotes stay as they are typed.</summary>
internal static partial class TypographicMarks
{
    public static SmartyPantOptions Options { get; } = Build();

    /// <summary>The mark as text.</summary>
    public static string Of(SmartyPant mark) => mark.Type switch
    {
        SmartyPantType.Quote or SmartyPantType.RightQuote => "’",
        SmartyPantType.LeftQuote => "‘",
        SmartyPantType.DoubleQuote => "\"",
        SmartyPantType.LeftDoubleQuote => "“",
        SmartyPantType.RightDoubleQuote => "”",
        SmartyPantType.LeftAngleQuote => "<<",
        SmartyPantType.RightAngleQuote => ">>",
        SmartyPantType.Ellipsis => "…",
        SmartyPantType.Dash2 => "–",
        SmartyPantType.Dash3 => "—",
        _ => throw new InvalidOperationException($"Unhandled mark {mark.Type}."),
    };

    /// <summary>Text without markup, with the apostrophes inside and behind words as in print.</summary>
    public static string Apostrophes(string text) => text.Contains('\'') ? Apostrophe().Replace(text, "’") : text;

    [GeneratedRegex(@"(?<=\p{L})'(?=\p{L}|\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Apostrophe();

    private static SmartyPantOptions Build()
    {
        var options = new SmartyPantOptions();
        foreach (var type in Enum.GetValues<SmartyPantType>()) options.Mapping[type] = Of(new SmartyPant { Type = type });
        return options;
    }
}
