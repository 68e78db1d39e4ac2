using System.Collections.Immutable;

namespace InterviewPrep.Core.Mastery;

/// <summary>Chooses a few questions that settle most about what a learner knows.</summary>
/// <remarks>
/// Concepts take turns, those first about which least is settled. In simulations nothing cleverer found weak concepts better than taking turns.
/// </remarks>
public static class DiagnosticDraw
{
    /// <summary>How many questions a diagnostic has.</summary>
    public const int Questions = 10;

    /// <summary>Draws questions in the order in which to ask them; fewer when there are not enough.</summary>
    /// <param name="reporter">The model.</param>
    /// <param name="state">The learner.</param>
    /// <param name="concepts">The concepts in question.</param>
    /// <param name="day">Now, in the days of the answers.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>Ids of the questions: no two in a row on one concept where it can be helped, never-seen ones first.</returns>
    public static ImmutableArray<string> Draw(ConceptReporter reporter, MasteryState state, IEnumerable<ConceptEvidence> concepts, double day, int count = Questions)
    {
        ArgumentNullException.ThrowIfNull(reporter);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(concepts);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var turns = concepts.Where(c => !c.Questions.IsEmpty)
            .Select(c => (Concept: c, Report: reporter.Report(state, c.Concept, c.Questions, day)))
            .OrderByDescending(p => p.Concept.Weight * Undecided(p.Report))
            .ThenBy(p => p.Concept.Concept, StringComparer.Ordinal)
            .Select(p => new Queue<string>(InOrder(state, p.Concept, p.Report)))
            .ToList();
        var drawn = ImmutableArray.CreateBuilder<string>();
        while (drawn.Count < count && turns.Any(t => t.Count > 0))
        {
            foreach (var turn in turns.Where(t => t.Count > 0).Take(count - drawn.Count)) drawn.Add(turn.Dequeue());
        }

        return drawn.ToImmutable();
    }

    /// <summary>Variance of the question whether it is weak: largest when that is as likely as not; less for what is settled.</summary>
    private static double Undecided(ConceptReport report) =>
        report.WeakProbability * (1 - report.WeakProbability) * (report.Standing == ConceptStanding.NotEnoughEvidence ? 1 : 0.5);

    /// <summary>Questions not seen yet, then the rest; each by how near its difficulty is to the learner's ability, where an answer tells most.</summary>
    private static IEnumerable<string> InOrder(MasteryState state, ConceptEvidence concept, ConceptReport report) =>
        concept.Questions
            .OrderBy(q => state.Memories.ContainsKey(q.Id))
            .ThenBy(q => Math.Abs(report.Ability.Mean - q.Difficulty.Mean))
            .ThenBy(q => q.Id, StringComparer.Ordinal)
            .Select(q => q.Id);
}
