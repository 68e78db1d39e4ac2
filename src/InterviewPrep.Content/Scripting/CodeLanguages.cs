using System.Collections.Frozen;

namespace InterviewPrep.Content.Scripting;

/// <summary>The names a fenced code block may carry and the highlight.js grammar of each.</summary>
internal static class CodeLanguages
{
    /// <summary>CUDA is C++ with a few words more: no grammar of its own is worth its size.</summary>
    private static readonly FrozenDictionary<string, string> GrammarOf = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["bash"] = "bash",
        ["sh"] = "bash",
        ["shell"] = "bash",
        ["c"] = "c",
        ["h"] = "c",
        ["cpp"] = "cpp",
        ["c++"] = "cpp",
        ["cc"] = "cpp",
        ["hpp"] = "cpp",
        ["cuda"] = "cpp",
        ["cu"] = "cpp",
        ["csharp"] = "csharp",
        ["cs"] = "csharp",
        ["c#"] = "csharp",
        ["diff"] = "diff",
        ["patch"] = "diff",
        ["javascript"] = "javascript",
        ["js"] = "javascript",
        ["mjs"] = "javascript",
        ["json"] = "json",
        ["markdown"] = "markdown",
        ["md"] = "markdown",
        ["plaintext"] = "plaintext",
        ["text"] = "plaintext",
        ["txt"] = "plaintext",
        ["python"] = "python",
        ["py"] = "python",
        ["sql"] = "sql",
        ["yaml"] = "yaml",
        ["yml"] = "yaml",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The grammars, each once.</summary>
    public static IEnumerable<string> Grammars => GrammarOf.Values.Distinct().Order(StringComparer.Ordinal);

    /// <summary>The grammar for a name as authors write it, or null.</summary>
    public static string? Find(string language) => GrammarOf.GetValueOrDefault(language.Trim());
}
