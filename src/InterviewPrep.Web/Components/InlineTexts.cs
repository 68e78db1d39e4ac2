using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using InterviewPrep.Content.Serving;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Components;

/// <summary>The short Markdown texts of one edition as HTML, each rendered once: a formula costs milliseconds.</summary>
public sealed class InlineTexts
{
    private static readonly ConditionalWeakTable<CourseEdition, InlineTexts> Kept = [];
    private readonly ConcurrentDictionary<string, MarkupString> _texts = new(StringComparer.Ordinal);
    private readonly CourseEdition _edition;

    private InlineTexts(CourseEdition edition) => _edition = edition;

    /// <summary>Of an edition; they live as long as it does.</summary>
    public static InlineTexts Of(CourseEdition edition) => Kept.GetValue(edition, e => new InlineTexts(e));

    /// <summary>Summary, definition or belief as inline HTML from the allow-list.</summary>
    public MarkupString this[string markdown] => _texts.GetOrAdd(markdown, m => new MarkupString(_edition.Renderer.RenderInline(m)));
}
