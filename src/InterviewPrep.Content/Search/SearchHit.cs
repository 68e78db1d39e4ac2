namespace InterviewPrep.Content.Search;

/// <summary>What a hit leads to.</summary>
public enum SearchKind
{
    /// <summary>A section of a lesson.</summary>
    Section,

    /// <summary>A question of a lesson.</summary>
    Question,

    /// <summary>A concept of the glossary.</summary>
    Concept,
}

/// <summary>One result.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its heading in plain text.</param>
/// <param name="Context">Where it is: module and lesson, in plain text.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Snippet">Text around the match, cut into stretches of which the matching ones are marked.</param>
public sealed record SearchHit(SearchKind Kind, string Title, string Context, string Url, IReadOnlyList<SearchSnippetPart> Snippet);

/// <summary>A stretch of a snippet.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="IsMatch">Whether it is what was searched for.</param>
public readonly record struct SearchSnippetPart(string Text, bool IsMatch);

/// <summary>The answer to a query.</summary>
/// <param name="Query">The query as it was understood.</param>
/// <param name="Corrected">The query that was searched instead, when a word had to be mended; else <see langword="null"/>.</param>
/// <param name="Hits">Best first.</param>
public sealed record SearchResults(string Query, string? Corrected, IReadOnlyList<SearchHit> Hits);
