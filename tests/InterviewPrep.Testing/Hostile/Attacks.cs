using System.Globalization;
using System.Text.RegularExpressions;

namespace InterviewPrep.Testing.Hostile;

/// <summary>What somebody may write, in the hope that a reader's browser runs it; <c>attacks.txt</c> has them and says how they are written down.</summary>
public static partial class Attacks
{
    private const string Heading = "=== ";

    private static readonly Lazy<(string Kind, string Text)[]> Read = new(ReadFile);

    /// <summary>All of them, as they are tried.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Read.Value.Select(a => a.Text)];

    /// <summary>What they are of, such as <c>SVG</c>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Read.Value.Select(a => a.Kind).Distinct()];

    /// <summary>Those of some kinds, by the beginning of its name.</summary>
    public static IReadOnlyList<string> Of(string kind) => [.. Read.Value.Where(a => a.Kind.StartsWith(kind, StringComparison.Ordinal)).Select(a => a.Text)];

    /// <summary>As they get into a field of several lines, without what nobody can type.</summary>
    public static IReadOnlyList<string> Typed { get; } = [.. All.Select(a => string.Concat(a.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.OtherNotAssigned))).Distinct()];

    /// <summary>As they get into a field of one line that takes no invisible characters.</summary>
    public static IReadOnlyList<string> OnOneLine { get; } = [.. Typed.Select(a => string.Concat(a.Replace('\n', ' ').Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format)).Trim()).Distinct()];

    /// <summary>As many of them together as a field holds, each whole; those that are longer are left out.</summary>
    /// <param name="attacks">Which.</param>
    /// <param name="most">Length of the field, in UTF-16 units.</param>
    /// <param name="between">What stands between two.</param>
    public static IReadOnlyList<string> Packed(IEnumerable<string> attacks, int most, string between)
    {
        ArgumentNullException.ThrowIfNull(attacks);
        ArgumentNullException.ThrowIfNull(between);
        var packs = new List<string>();
        foreach (var attack in attacks.Where(a => a.Length <= most))
        {
            if (packs.Count > 0 && packs[^1].Length + between.Length + attack.Length <= most) packs[^1] += between + attack;
            else packs.Add(attack);
        }

        return packs;
    }

    private static (string Kind, string Text)[] ReadFile()
    {
        using var stream = typeof(Attacks).Assembly.GetManifestResourceStream("attacks.txt")!;
        using var reader = new StreamReader(stream);
        var kind = "";
        var attacks = new List<(string, string)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal)) kind = line[Heading.Length..];
            else if (kind.Length > 0 && line.Length > 0) attacks.Add((kind, Code().Replace(line.Replace('⏎', '\n').Replace('⇥', '\t'), m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())));
        }

        return [.. attacks];
    }

    [GeneratedRegex("‹([0-9A-F]{4})›")]
    private static partial Regex Code();
}
