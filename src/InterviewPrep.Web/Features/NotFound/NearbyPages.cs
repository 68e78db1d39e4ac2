using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Expressions;
using InterviewPrep.Web.Components;

namespace InterviewPrep.Web.Features.NotFound;

/// <summary>What somebody may have meant by a path that leads nowhere.</summary>
/// <param name="Wanted">The path, shortened to what a line can show.</param>
/// <param name="Words">Its last part as words to search for.</param>
/// <param name="Pages">What is near, nearest first.</param>
public sealed record NearbyPages(string Wanted, string Words, IReadOnlyList<PageLink> Pages)
{
    private const int MaximumPages = 5;
    private const int MaximumLength = 80;

    private static readonly (string Id, PageLink Page)[] FixedPages =
    [
        ("course", new("/course", "Course map")),
        ("courses", new("/course", "Course map")),
        ("modules", new("/course", "Course map")),
        ("lessons", new("/course", "Course map")),
        ("glossary", new("/glossary", "Glossary")),
        ("concepts", new("/glossary", "Glossary")),
        ("sources", new("/sources", "Sources")),
        ("search", new("/search", "Search")),
    ];

    /// <summary>For a path that is not known.</summary>
    public static NearbyPages None { get; } = new("", "", []);

    /// <summary>Compares the last part of a path with every id, and searches for its words.</summary>
    public static NearbyPages Of(string? path, CourseEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (path is null or "" or "/") return None;
        var last = path.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("").ToLowerInvariant();
        if (last.Length > MaximumLength) last = last[..MaximumLength];
        var words = string.Join(' ', last.Split(['-', '_', '.', '+', '%'], StringSplitOptions.RemoveEmptyEntries));
        var known = edition.Course.Lessons.Select(l => (l.Id, Page: new PageLink($"/lessons/{l.Id}", $"Lesson {l.Number}: {l.Title}")))
            .Concat(edition.Course.Modules.Select(m => (m.Id, Page: new PageLink($"/modules/{m.Id}", $"Module {m.Number}: {m.Title}"))))
            .Concat(FixedPages)
            .ToArray();
        var meant = NearestName.Find(last, known.Select(k => k.Id));
        var pages = known.Where(k => k.Id == meant).Select(k => k.Page)
            .Concat(known.Where(k => last.Length > 3 && (k.Id.Contains(last, StringComparison.Ordinal) || last.Contains(k.Id, StringComparison.Ordinal))).Select(k => k.Page))
            .Concat(edition.Search.Search(words, MaximumPages).Hits.Select(h => new PageLink(h.Url, $"{h.Title} ({h.Context})")))
            .DistinctBy(p => p.Url)
            .Take(MaximumPages);
        return new(path.Length > MaximumLength ? path[..MaximumLength] + "…" : path, words, [.. pages]);
    }
}
