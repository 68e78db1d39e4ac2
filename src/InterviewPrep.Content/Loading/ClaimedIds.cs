using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;

namespace InterviewPrep.Content.Loading;

/// <summary>The ids of a course, each given once; a retired one is never given again.</summary>
internal sealed class ClaimedIds(IReadOnlySet<string> retired, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, SourcePosition> _ids = new(StringComparer.Ordinal);

    public bool Contains(string id) => _ids.ContainsKey(id);

    /// <summary>Gives an id, or reports why not.</summary>
    public bool Claim(Located<string> id)
    {
        if (retired.Contains(id.Value))
        {
            diagnostics.Report(DiagnosticRules.RetiredId, id.Position, $"The id '{id.Value}' is retired.", "Choose a new one; retired.yaml says why.");
            return false;
        }

        if (_ids.TryAdd(id.Value, id.Position)) return true;
        var first = _ids[id.Value];
        diagnostics.Report(DiagnosticRules.DuplicateId, id.Position, $"The id '{id.Value}' is taken at {first.File}:{first.Line}.", "Choose another; a copy gets a new id.");
        return false;
    }
}
