using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Content.Scripting;

/// <summary>A rendered formula, or why it cannot be rendered.</summary>
public sealed record MathResult
{
    private MathResult(ImmutableArray<string> parts, string? error, int? position)
    {
        Parts = parts;
        Markup = parts.IsEmpty ? null : string.Concat(parts);
        Error = error;
        Position = position;
    }

    /// <summary>
    /// The <c>math</c> element as HTML, with the TeX as its annotation; of a long formula within a line, several without. It has no
    /// <c>style</c>, <c>href</c> or event attribute; its classes are those of <c>css/math.css</c>.
    /// </summary>
    public string? Markup { get; }

    /// <summary>The same in the parts between which a line may break, at least one; empty when there is an error.</summary>
    public ImmutableArray<string> Parts { get; }

    /// <summary>What is wrong, as a sentence without a full stop.</summary>
    public string? Error { get; }

    /// <summary>Where in the TeX, counted from zero in UTF-16 units; null when it concerns the whole formula.</summary>
    public int? Position { get; }

    /// <summary>Whether there is markup (otherwise there is an error).</summary>
    [MemberNotNullWhen(true, nameof(Markup))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Markup is not null;

    internal static MathResult Of(params ImmutableArray<string> parts) => new(parts, null, null);

    internal MathResult Broken() => Markup is null ? this : Of(MathBreaks.Of(Markup));

    internal static MathResult Failed(string error, int? position = null) => new([], error, position);
}
