using System.Collections.Immutable;
using System.Text.RegularExpressions;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Loading;

/// <summary>Finds the blanks of a cloze prompt.</summary>
internal static partial class ClozeBlanks
{
    public static ImmutableArray<Blank> Read(string prompt) =>
    [
        .. BlankPattern().Matches(prompt).Select(m => new Blank(
            m.Groups["name"].Value,
            [.. m.Groups["answers"].Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)])),
    ];

    /// <summary>Where something begins like a blank and is none: braces in its answers, a line break, a name that is none.</summary>
    public static IEnumerable<int> Broken(string prompt)
    {
        var blanks = BlankPattern().Matches(prompt).Select(m => m.Index).ToHashSet();
        return BlankStart().Matches(prompt).Select(m => m.Index).Where(i => !blanks.Contains(i));
    }

    /// <summary>The prompt with a gap for each blank.</summary>
    public static string Hide(string prompt) => BlankPattern().Replace(prompt, "…");

    [GeneratedRegex(@"\{\{\s*(?<name>[a-z][A-Za-z0-9_-]*)\s*:(?<answers>[^{}\n]+)\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BlankPattern();

    [GeneratedRegex(@"\{\{\s*[A-Za-z][A-Za-z0-9_-]*\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex BlankStart();
}
