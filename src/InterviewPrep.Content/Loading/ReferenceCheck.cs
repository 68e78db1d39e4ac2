using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;

namespace InterviewPrep.Content.Loading;

/// <summary>Holds references to name something that exists.</summary>
internal sealed class ReferenceCheck
{
    /// <summary>Looking for what somebody may have meant goes through all ids; whoever needs it more often has another problem.</summary>
    private const int MaximumSuggestions = 200;

    private readonly UnloadedIds _unloaded;
    private readonly DiagnosticBag _diagnostics;
    private int _suggestions;

    public ReferenceCheck(UnloadedIds unloaded, DiagnosticBag diagnostics)
    {
        _unloaded = unloaded;
        _diagnostics = diagnostics;
    }

    /// <summary>Whether an id is known; a diagnostic when it is not anywhere.</summary>
    /// <param name="id">The id.</param>
    /// <param name="known">The ids that can be referred to.</param>
    /// <param name="rule">The rule that is broken otherwise.</param>
    /// <param name="what">What is referred to, for the message.</param>
    /// <param name="otherwise">The mend when nothing similar is known.</param>
    public bool Holds(Located<string> id, IReadOnlySet<string> known, DiagnosticRule rule, string what, string otherwise = "Mend the id, or add it.")
    {
        if (known.Contains(id.Value)) return true;
        if (_unloaded.Covers(id.Value, rule)) return false;
        var mend = _suggestions++ < MaximumSuggestions ? Suggestion.DidYouMean(id.Value, known, otherwise) : otherwise;
        Report(rule, id.Position, $"There is no {what} '{id.Value}'.", mend);
        return false;
    }

    /// <summary>Reports another kind of dangling reference.</summary>
    public void Report(DiagnosticRule rule, SourcePosition position, string message, string mend) => _diagnostics.Report(rule, position, message, mend);

    /// <summary>The ids that are known; a diagnostic for each of the others.</summary>
    public ImmutableArray<string> Known(IEnumerable<Located<string>> ids, IReadOnlySet<string> known, DiagnosticRule rule, string what) =>
        [.. ids.Where(id => Holds(id, known, rule, what)).Select(id => id.Value)];

    /// <summary>The same of ids whose values have been read already: these when all are known, which they nearly always are.</summary>
    public ImmutableArray<string> Known(ImmutableArray<string> read, IReadOnlyList<Located<string>> ids, IReadOnlySet<string> known, DiagnosticRule rule, string what) =>
        read.All(known.Contains) ? read : Known(ids, known, rule, what);
}
