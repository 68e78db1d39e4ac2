using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Loading;

/// <summary>What a lesson's file says, apart from its front matter.</summary>
/// <param name="Body">The Markdown below the front matter.</param>
/// <param name="Origin">Where the body begins.</param>
/// <param name="Folder">The module's folder.</param>
/// <param name="Outline">What was read off it.</param>
public sealed record LessonText(string Body, SourcePosition Origin, string Folder, LessonOutline Outline);

/// <summary>What is read off a lesson's text without rendering it.</summary>
/// <param name="Sections">Its headings.</param>
/// <param name="Directives">The places of checks and labs.</param>
/// <param name="Words">Words of prose; formulas and code not counted.</param>
/// <param name="Passages">Its plain text by section, for search.</param>
public sealed record LessonOutline(
    ImmutableArray<Section> Sections, ImmutableArray<DirectivePlace> Directives, int Words, ImmutableArray<Passage> Passages)
{
    /// <summary>Of a text that cannot be read.</summary>
    public static LessonOutline Unread { get; } = new([], [], 0, []) { IsRead = false };

    /// <summary>Whether the text could be read; if not, nobody can say which sections it has.</summary>
    public bool IsRead { get; private init; } = true;

    /// <summary>The anchors of its headings.</summary>
    internal IReadOnlySet<string> SectionIds { get; } = Sections.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
}

/// <summary>A check or a lab in a text.</summary>
/// <param name="Kind"><c>check</c> or <c>lab</c>.</param>
/// <param name="Id">Of the question or the lab.</param>
/// <param name="Position">Where it stands.</param>
public sealed record DirectivePlace(string Kind, string Id, SourcePosition Position);

/// <summary>The plain text below one heading.</summary>
/// <param name="Section">Anchor; <see langword="null"/> before the first heading.</param>
/// <param name="Text">Its text.</param>
public sealed record Passage(string? Section, string Text);
