using System.Collections.Immutable;

namespace InterviewPrep.Core.Courses;

/// <summary>One page to read, with the ideas it teaches. Its text is rendered elsewhere.</summary>
public sealed record Lesson
{
    /// <summary>Permanent id, unique over the course; the last part of its address.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the module it belongs to.</summary>
    public required string Module { get; init; }

    /// <summary>Place in the course as readers see it: module and lesson from 1, such as <c>3.2</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Title in plain text.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence that a search result can show; may hold inline Markdown and mathematics.</summary>
    public required string Summary { get; init; }

    /// <summary>Reading time in minutes, 1 to 120.</summary>
    public required int Minutes { get; init; }

    /// <summary>What the reader can do afterwards; inline Markdown. Questions name them by their number from 1.</summary>
    public ImmutableArray<string> Objectives { get; init; } = [];

    /// <summary>Ids of the concepts that it teaches.</summary>
    public ImmutableArray<string> Concepts { get; init; } = [];

    /// <summary>Ids of the lessons that should be read before.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Keys of its main sources.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The facts worth remembering, one line of inline Markdown each; a module's cheat sheet is made of them.</summary>
    public ImmutableArray<string> Facts { get; init; } = [];

    /// <summary>Its sections in the order of the text.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>The day on which somebody last checked it against its sources.</summary>
    public DateOnly? Reviewed { get; init; }

    /// <summary>Words of prose, formulas and code not counted.</summary>
    public int Words { get; init; }

    /// <summary>The section of this anchor, or <see langword="null"/>.</summary>
    public Section? FindSection(string id) => Sections.FirstOrDefault(s => s.Id == id);
}
