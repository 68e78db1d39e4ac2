using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;

namespace InterviewPrep.Content.Loading;

/// <summary>Holds prerequisites, of concepts or of lessons, to be without a cycle.</summary>
internal static class Prerequisites
{
    /// <summary>How much of a cycle a message spells out.</summary>
    private const int NamesShown = 8;

    /// <summary>
    /// What each id needs, without the needs that close a cycle; each of those is reported. A depth-first search that keeps its
    /// own stack, so that its time grows with the number of needs and no chain is too long for it.
    /// </summary>
    /// <param name="needs">The known needs of each id, in the order of the content.</param>
    /// <param name="diagnostics">Cycles go here.</param>
    public static Dictionary<string, List<string>> WithoutCycles(IReadOnlyCollection<KeyValuePair<string, List<Located<string>>>> needs, DiagnosticBag diagnostics)
    {
        var left = needs.ToDictionary(n => n.Key, n => n.Value, StringComparer.Ordinal);
        var kept = needs.ToDictionary(n => n.Key, n => new List<string>(n.Value.Count), StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var path = new List<(string Id, int Next)>();
        foreach (var (start, _) in needs)
        {
            if (!done.Contains(start)) Enter(start);
            while (path.Count > 0)
            {
                var (id, next) = path[^1];
                if (next == left[id].Count)
                {
                    path.RemoveAt(path.Count - 1);
                    places.Remove(id);
                    done.Add(id);
                    continue;
                }

                path[^1] = (id, next + 1);
                var need = left[id][next];
                if (places.TryGetValue(need.Value, out var place))
                {
                    diagnostics.Report(DiagnosticRules.NeedsCycle, need.Position, $"The prerequisites go round: {Spell(path, place)} → {need.Value}.", "Take one of these needs away.");
                    continue;
                }

                kept[id].Add(need.Value);
                if (!done.Contains(need.Value)) Enter(need.Value);
            }
        }

        return kept;

        void Enter(string id)
        {
            places[id] = path.Count;
            path.Add((id, 0));
        }
    }

    private static string Spell(List<(string Id, int Next)> path, int from)
    {
        var names = path.Skip(from).Select(p => p.Id);
        return path.Count - from <= NamesShown
            ? string.Join(" → ", names)
            : $"{string.Join(" → ", names.Take(NamesShown - 2))} → … → {path[^1].Id}";
    }
}
