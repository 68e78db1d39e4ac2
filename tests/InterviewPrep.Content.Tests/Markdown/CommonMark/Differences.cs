using System.Globalization;
using System.Text.RegularExpressions;

namespace InterviewPrep.Content.Tests.Markdown.CommonMark;

/// <summary>
/// Where the course's Markdown means to differ from CommonMark: <c>differences.md</c> names the examples of each kind and the
/// reason. Most kinds also say what the difference is, so that nothing else can hide behind it.
/// </summary>
internal static partial class Differences
{
    /// <summary>What becomes of CommonMark's HTML by a kind of difference; kinds that are not here rewrite too much to say it in a line.</summary>
    private static readonly Dictionary<string, Func<string, string>> Expected = new()
    {
        ["code"] = html => CodeBlock().Replace(html, m =>
            $"<div class=\"code\" data-language=\"{(m.Groups["language"].Success ? m.Groups["language"].Value : "text")}\"><pre><code>{(m.Groups["code"].Value is var code && code.EndsWith('\n') ? code[..^1] : code)}</code></pre></div>"),
        ["headings"] = html => html.Replace("h1>", "h2>", StringComparison.Ordinal).Replace("h5>", "h4>", StringComparison.Ordinal).Replace("h6>", "h4>", StringComparison.Ordinal),
        ["external-links"] = html => ExternalLink().Replace(html, m => $"<a href=\"{m.Groups["url"].Value}\" rel=\"noopener external\"{m.Groups["title"].Value}>"),
        ["typography"] = html => html,
        ["refused-links"] = html => RefusedLink().Replace(html, m => m.Groups["text"].Value),
    };

    /// <summary>The kinds by example, read from the file.</summary>
    public static ILookup<int, string> Read(string file)
    {
        var kind = "";
        var listed = new List<(int Example, string Kind)>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) kind = line[3..].Trim();
            else if (Numbers().IsMatch(line)) listed.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => (int.Parse(n, CultureInfo.InvariantCulture), kind)));
        }

        return listed.ToLookup(l => l.Example, l => l.Kind);
    }

    /// <summary>What the HTML must be when an example differs in these kinds and in nothing else; null when that cannot be said.</summary>
    public static string? Apply(IEnumerable<string> kinds, string html)
    {
        foreach (var kind in kinds)
        {
            if (!Expected.TryGetValue(kind, out var rewrite)) return null;
            html = rewrite(html);
        }

        return html;
    }

    /// <summary>The marks of print as they are typed.</summary>
    public static string Typed(string html) => html.Replace("“", "&quot;", StringComparison.Ordinal).Replace("”", "&quot;", StringComparison.Ordinal)
        .Replace('‘', '\'').Replace('’', '\'').Replace("–", "--", StringComparison.Ordinal).Replace("—", "---", StringComparison.Ordinal).Replace("…", "...", StringComparison.Ordinal);

    [GeneratedRegex(@"^\d+( \d+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex("<pre><code(?: class=\"language-(?<language>[^\"]*)\")?>(?<code>.*?)</code></pre>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("<a href=\"(?<url>https://[^\"]*)\"(?<title> title=\"[^\"]*\")?>", RegexOptions.CultureInvariant)]
    private static partial Regex ExternalLink();

    [GeneratedRegex("<a href=\"(?!https://)[^\"]*\"(?: title=\"[^\"]*\")?>(?<text>.*?)</a>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex RefusedLink();
}
