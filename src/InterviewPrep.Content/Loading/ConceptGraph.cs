using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Loading;

/// <summary>Builds the concepts and holds their prerequisites to be known and without a cycle.</summary>
internal static class ConceptGraph
{
    public static ImmutableArray<Concept> Build(IEnumerable<ConceptDocument> documents, Func<Located<string>, bool> placeExists, DiagnosticBag diagnostics)
    {
        var usable = documents.Where(d => placeExists(d.Lesson)).ToList();
        var ids = usable.Select(d => d.Id.Value).ToHashSet(StringComparer.Ordinal);
        var needs = usable.ToDictionary(d => d.Id.Value, d => KnownNeeds(d, ids, diagnostics), StringComparer.Ordinal);
        BreakCycles(usable, needs, diagnostics);
        return [.. usable.Select(d => new Concept(d.Id.Value, d.Title.Value, d.Definition.Value, SectionReference.Parse(d.Lesson.Value), [.. needs[d.Id.Value]]))];
    }

    private static List<string> KnownNeeds(ConceptDocument document, HashSet<string> ids, DiagnosticBag diagnostics)
    {
        var known = new List<string>();
        foreach (var need in document.Needs)
        {
            if (ids.Contains(need.Value)) known.Add(need.Value);
            else diagnostics.Report(DiagnosticRules.UnknownConcept, need.Position, $"There is no concept '{need.Value}'.", Suggestion.DidYouMean(need.Value, ids, "Mend the id, or add it."));
        }

        return known;
    }

    /// <summary>Takes concepts whose needs are met off the graph (Kahn 1962) until only cycles are left; each is reported once and cut.</summary>
    private static void BreakCycles(List<ConceptDocument> documents, Dictionary<string, List<string>> needs, DiagnosticBag diagnostics)
    {
        var left = documents.ToDictionary(d => d.Id.Value, StringComparer.Ordinal);
        while (left.Count > 0)
        {
            var met = left.Keys.Where(id => needs[id].TrueForAll(n => !left.ContainsKey(n))).ToList();
            if (met.Count == 0)
            {
                var cycle = FindCycle(left.Keys.Order(StringComparer.Ordinal).First(), left, needs);
                var document = left[cycle[0]];
                var need = document.Needs.First(n => n.Value == cycle[1 % cycle.Count]);
                diagnostics.Report(DiagnosticRules.NeedsCycle, need.Position, $"The prerequisites go round: {string.Join(" → ", cycle)} → {cycle[0]}.", "Take one of these needs away.");
                needs[cycle[0]].Remove(need.Value);
                continue;
            }

            foreach (var id in met) left.Remove(id);
        }
    }

    private static List<string> FindCycle(string start, Dictionary<string, ConceptDocument> left, Dictionary<string, List<string>> needs)
    {
        var path = new List<string>();
        var id = start;
        while (!path.Contains(id))
        {
            path.Add(id);
            id = needs[id].First(left.ContainsKey);
        }

        return path[path.IndexOf(id)..];
    }
}
