using InterviewPrep.Content.Diagnostics;

namespace InterviewPrep.Content.Yaml;

/// <summary>One node of a YAML document with its place.</summary>
internal abstract record YamlNode(SourcePosition Position)
{
    /// <summary>What it is, as a message says it.</summary>
    public abstract string Kind { get; }
}

/// <summary>
/// A text, number or word. <paramref name="TextPosition"/> is where its own text begins: behind a quotation mark, or below a
/// <c>|</c> behind the indentation, which all lines of such a block share.
/// </summary>
internal sealed record YamlScalar(string Value, bool IsPlain, SourcePosition Position, SourcePosition TextPosition) : YamlNode(Position)
{
    public override string Kind => "a text";

    public bool IsNull => IsPlain && Value is "" or "~" or "null";
}

internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, SourcePosition Position) : YamlNode(Position)
{
    public override string Kind => "a list";
}

internal sealed record YamlMapping(IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries, SourcePosition Position) : YamlNode(Position)
{
    public override string Kind => "a mapping";
}
