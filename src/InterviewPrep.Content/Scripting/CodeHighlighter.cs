using System.Text.RegularExpressions;

namespace InterviewPrep.Content.Scripting;

/// <summary>
/// Colours code on the server with highlight.js. Thread-safe. Knows Python, C#, C, C++ (also as <c>cuda</c>), JavaScript,
/// Bash, SQL, JSON, YAML, Markdown, diff and plain text, by their usual names and file endings.
/// </summary>
public sealed partial class CodeHighlighter : IDisposable
{
    /// <summary>The longest code that is highlighted, in UTF-16 units; longer code is a file, not a figure.</summary>
    public const int MaxLength = 100_000;

    private readonly ScriptEnginePool _engines;

    /// <summary>Makes a highlighter; its engines are made when first needed.</summary>
    public CodeHighlighter()
        : this(null)
    {
    }

    internal CodeHighlighter(ScriptLimits? limits) => _engines = new ScriptEnginePool(ScriptLibrary.Code, limits);

    /// <summary>Whether <see cref="Highlight"/> knows a language by this name (in any case).</summary>
    public static bool Knows(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return CodeLanguages.Find(language) is not null;
    }

    /// <summary>
    /// Highlights code. The result is escaped HTML whose only elements are <c>span</c>s with <c>hljs-</c> classes.
    /// </summary>
    /// <returns>
    /// Null when the language is unknown, or the code is longer than <see cref="MaxLength"/> or hit a limit of the
    /// interpreter: the caller then shows it escaped, without colours.
    /// </returns>
    public string? Highlight(string code, string language)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(language);
        if (code.Length > MaxLength || CodeLanguages.Find(language) is not { } grammar)
            return null;
        var answer = _engines.Call("highlightCode", code, grammar);
        return answer.Fault is null && answer.Values[0] is { } html && IsSafe(html) ? html : null;
    }

    /// <summary>Loads the library and one grammar, so that the first reader does not wait for it: call it in the background.</summary>
    public void WarmUp() => Highlight("x = 1", "python");

    /// <summary>Ends the engines.</summary>
    public void Dispose() => _engines.Dispose();

    // highlight.js escapes everything; this makes it an invariant instead of a belief about a dependency.
    private static bool IsSafe(string html) => !UnexpectedMarkup().IsMatch(html);

    [GeneratedRegex("<(?!/span>|span class=\"[A-Za-z0-9_ -]*\">)", RegexOptions.CultureInvariant)]
    private static partial Regex UnexpectedMarkup();
}
