using Markdig.Syntax.Inlines;

namespace InterviewPrep.Content.Markdown.Computed;

/// <summary>
/// Anything in double braces: <c>{{= expression | unit }}</c>, <c>{{parameter}}</c> or a blank <c>{{name: answer | alternative}}</c>.
/// What it means is settled when it is rendered.
/// </summary>
internal sealed class ComputedInline : LeafInline
{
    public ComputedInline(string source) => Source = source;

    /// <summary>The text with its braces.</summary>
    public string Source { get; }
}
