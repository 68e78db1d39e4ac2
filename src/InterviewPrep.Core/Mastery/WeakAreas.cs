using System.Collections.Immutable;

namespace InterviewPrep.Core.Mastery;

/// <summary>Which concepts cost a learner most.</summary>
public static class WeakAreas
{
    /// <summary>Ranks the concepts that have answers, the costliest first; equal ones by id.</summary>
    /// <param name="reporter">The model.</param>
    /// <param name="state">The learner.</param>
    /// <param name="concepts">What is known about each concept.</param>
    /// <param name="day">Now, in the days of the answers.</param>
    /// <remarks>
    /// The lower end of the 80 % interval is used, so that of two equal estimates the less certain one comes first. A concept without an
    /// answer is not weak but unknown: it belongs into a <see cref="DiagnosticDraw"/>.
    /// </remarks>
    public static ImmutableArray<WeakArea> Rank(ConceptReporter reporter, MasteryState state, IEnumerable<ConceptEvidence> concepts, double day)
    {
        ArgumentNullException.ThrowIfNull(reporter);
        ArgumentNullException.ThrowIfNull(concepts);
        return
        [
            .. concepts.Where(c => c.Answers.Any(a => a.Score is not null))
                .Select(c => Describe(reporter, state, c, day))
                .OrderByDescending(area => area.Cost)
                .ThenBy(area => area.Report.Concept, StringComparer.Ordinal),
        ];
    }

    /// <summary>What a concept may cost, see <see cref="WeakArea.Cost"/>; its answers are not looked at.</summary>
    public static double CostOf(ConceptEvidence concept, ConceptReport report)
    {
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(report);
        return concept.Weight * (1 - (report.Likely.Low * (concept.Freshness ?? 1)));
    }

    private static WeakArea Describe(ConceptReporter reporter, MasteryState state, ConceptEvidence concept, double day)
    {
        var report = reporter.Report(state, concept.Concept, concept.Questions, day);
        var expected = reporter.ExpectedRight(state, concept.Answers);
        return new WeakArea
        {
            Report = report,
            Cost = CostOf(concept, report),
            ExpectedRight = expected,
            EvidenceFor = [.. concept.Answers.Where(a => a.IsWrong).Reverse().Select(a => a.Id)],
            EvidenceAgainst = [.. concept.Answers.Where(a => a.IsRight).Reverse().Select(a => a.Id)],
            Misconceptions = concept.Misconceptions,
            Reasons = WeakAreaReasons.Of(concept, report, expected, day),
        };
    }
}
