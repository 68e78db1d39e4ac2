using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using InterviewPrep.Content.Loading;
using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Content.Reporting;

/// <summary>
/// Finds the typed numbers of a lesson's text that no check holds. Not looked at are code, addresses, anchors, citations, the
/// title "30 seconds" of interview boxes and what is computed; not counted are whole numbers up to twelve, years, and numbers that
/// belong to a name (GPT-2, Llama-3.1, a 70B model).
/// </summary>
public static partial class ProseNumbers
{
    private const double LargestSmall = 12;
    private const int ContextLength = 28;

    /// <summary>For every lesson in reading order.</summary>
    public static ImmutableArray<NumberCoverage> Of(LoadedCourse loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        return [.. loaded.Course.Lessons.Select(l => Of(l.Id, loaded.Texts[l.Id], loaded.Sources.Lessons[l.Id].Checks.Select(c => c.Value)))];
    }

    private static NumberCoverage Of(string lesson, LessonText text, IEnumerable<string> checks)
    {
        var computed = Template.Expressions(text.Body);
        var held = new HeldNumbers();
        foreach (var expression in checks.Concat(computed.Select(c => c.Text))) held.Add(expression);
        var prose = Blank(text.Body, NotProse());
        var (certain, left) = (0, ImmutableArray.CreateBuilder<ProseNumber>());
        foreach (Match block in Block().Matches(prose))
        {
            var isSourced = Citation().IsMatch(block.Value);
            foreach (Match number in Number().Matches(Blank(block.Value, Citation())))
            {
                var written = number.Value.Replace(",", "", StringComparison.Ordinal).Replace("{}", "", StringComparison.Ordinal);
                if (IsSmallOrYear(number.Value, written) || IsModelSize(block.Value, number)) continue;
                if (held.Hold(written)) certain++;
                else left.Add(new ProseNumber(number.Value, text.Origin.Into(text.Body, block.Index + number.Index), isSourced, Around(block.Value, number)));
            }
        }

        return new NumberCoverage(lesson, computed.Count, certain, left.ToImmutable());
    }

    /// <summary>Puts spaces for what matches, so that places stay.</summary>
    private static string Blank(string text, Regex what) =>
        what.Replace(text, m => string.Concat(m.Value.Select(c => c == '\n' ? '\n' : ' ')));

    private static bool IsSmallOrYear(string typed, string written) =>
        double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture) is var value && double.IsInteger(value)
        && (value <= LargestSmall || (value is >= 1900 and <= 2100 && !typed.Contains(',', StringComparison.Ordinal)));

    /// <summary>8B and 70B are names of models; 8.03B is a count.</summary>
    private static bool IsModelSize(string block, Match number) =>
        block.ElementAtOrDefault(number.Index + number.Length) == 'B' && !number.Value.Contains('.', StringComparison.Ordinal);

    private static string Around(string block, Match number)
    {
        var from = Math.Max(0, number.Index - ContextLength);
        var to = Math.Min(block.Length, number.Index + number.Length + ContextLength);
        return Spaces().Replace(block[from..to], " ").Trim();
    }

    [GeneratedRegex(@"```.*?```|\*\*(?:In )?30 seconds|`[^`\n]*`|\{\{=.*?\}\}|^:::.*?$|\{#[^}\n]*\}|\]\([^)\n]*\)|https?://\S+|\[\^[^\]\n]*\]", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NotProse();

    [GeneratedRegex(@"(?:.+\n?)+", RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex(@"\[@[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Citation();

    [GeneratedRegex(@"(?<![\w.,]|[A-Za-z]-)\d+(?:(?:,|\{,\})\d{3})*(?:\.\d+)?(?!\d|\.\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
