using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace InterviewPrep.Content.Diagnostics;

/// <summary>Collects diagnostics from several threads.</summary>
public sealed class DiagnosticBag
{
    /// <summary>Errors of one file that are kept; a file with more is not mended line by line.</summary>
    public const int MaximumErrorsOfFile = 1_000;

    private readonly ConcurrentQueue<Diagnostic> _diagnostics = new();
    private readonly ConcurrentDictionary<string, int> _errors = new(StringComparer.Ordinal);

    /// <summary>Adds one.</summary>
    public void Report(DiagnosticRule rule, SourcePosition position, string message, string mend)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Severity == DiagnosticSeverity.Error)
        {
            var count = _errors.AddOrUpdate(position.File, 1, (_, n) => n + 1);
            if (count > MaximumErrorsOfFile + 1) return;
            if (count > MaximumErrorsOfFile)
                (rule, message, mend) = (DiagnosticRules.TooManyErrors, $"The file has more than {MaximumErrorsOfFile:N0} errors; the rest is not listed.", "Mend those that are listed, and check again.");
        }

        _diagnostics.Enqueue(new Diagnostic(rule, position, OneLine(message), OneLine(mend)));
    }

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

    /// <summary>Messages quote what authors write; a quoted line break must not look like a line of its own in a log.</summary>
    private static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\n', '\r') < 0 ? text : string.Join(' ', text.Split((char[]?)['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries));
}
