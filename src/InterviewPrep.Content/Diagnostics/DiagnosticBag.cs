using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace InterviewPrep.Content.Diagnostics;

/// <summary>Collects diagnostics from several threads.</summary>
public sealed class DiagnosticBag
{
    private readonly ConcurrentQueue<Diagnostic> _diagnostics = new();

    /// <summary>Adds one.</summary>
    public void Report(DiagnosticRule rule, SourcePosition position, string message, string mend) =>
        _diagnostics.Enqueue(new Diagnostic(rule, position, message, mend));

    /// <summary>Adds many.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var diagnostic in diagnostics) _diagnostics.Enqueue(diagnostic);
    }

    /// <summary>Whether any of them is an error.</summary>
    public bool HasErrors => _diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>All of them, each once, by file, line and column.</summary>
    public ImmutableArray<Diagnostic> ToSorted() =>
    [
        .. _diagnostics.Distinct()
            .OrderBy(d => d.Position.File, StringComparer.Ordinal)
            .ThenBy(d => d.Position.Line)
            .ThenBy(d => d.Position.Column)
            .ThenBy(d => d.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal),
    ];
}
