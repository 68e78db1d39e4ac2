using System.Collections.Immutable;
using Markdig.Syntax.Inlines;

namespace InterviewPrep.Content.Markdown.Citations;

/// <summary><c>[@vaswani2017, §3.2; @dao2022]</c>.</summary>
internal sealed class CitationInline : LeafInline
{
    public CitationInline(ImmutableArray<Citation> citations) => Citations = citations;

    public ImmutableArray<Citation> Citations { get; }
}

/// <summary>One source, and the place in it.</summary>
internal sealed record Citation(string Source, string? Place);
