using InterviewPrep.Content.Search;

namespace InterviewPrep.Web.Features.Search;

/// <summary>What the search page says about a query.</summary>
/// <param name="Query">As it was understood.</param>
/// <param name="Corrected">What was searched instead, or <see langword="null"/>.</param>
/// <param name="Hits">Best first.</param>
public sealed record SearchView(string Query, string? Corrected, IReadOnlyList<SearchHit> Hits)
{
    private const int Limit = 20;

    /// <summary>Before anything is typed.</summary>
    public static SearchView Blank { get; } = new("", null, []);

    /// <summary>How many results there are, in a sentence; empty before anything is typed.</summary>
    public string Status => (Query.Length, Hits.Count) switch
    {
        (0, _) => "",
        (_, 0) => $"Nothing found for “{Query}”.",
        (_, 1) when Corrected is null => $"One result for “{Query}”.",
        (_, >= Limit) when Corrected is null => $"The {Limit} best results for “{Query}”.",
        (_, var count) when Corrected is null => $"{count} results for “{Query}”.",
        _ => $"Nothing found for “{Query}”.",
    };

    /// <summary>Searches.</summary>
    public static SearchView Of(SearchIndex index, string? query)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (string.IsNullOrWhiteSpace(query)) return Blank;
        var results = index.Search(query, Limit);
        return new SearchView(results.Query, results.Corrected, results.Hits);
    }
}
