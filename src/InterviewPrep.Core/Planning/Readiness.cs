using System.Collections.Immutable;
using InterviewPrep.Core.Mastery;

namespace InterviewPrep.Core.Planning;

/// <summary>How ready a learner will be on a day if nothing more is done.</summary>
/// <param name="Concepts">By concept, in the order given.</param>
/// <param name="Overall">Their mean by weight, 0 to 1; NaN without concepts.</param>
/// <remarks>
/// What has been seen counts with the chance to recall it that day (FSRS retrievability), what has not been seen with the chance to answer a
/// medium question of the concept (mastery model): a concept that fades and one that was never learnt both come out low, for their own reasons.
/// What has faded below that chance counts as not seen: having seen a question does not make it harder.
/// </remarks>
public sealed record Readiness(ImmutableArray<ConceptReadiness> Concepts, double Overall)
{
    /// <summary>Predicts the readiness.</summary>
    /// <param name="reporter">The mastery model.</param>
    /// <param name="state">The learner.</param>
    /// <param name="concepts">The concepts that count, with their questions.</param>
    /// <param name="day">The interview day, in the days of the answers.</param>
    /// <param name="recallOnTheDay">The chance to recall a question's card that day; <see langword="null"/> when it has no card.</param>
    public static Readiness On(
        ConceptReporter reporter, MasteryState state, IEnumerable<ConceptEvidence> concepts, double day, Func<string, double?> recallOnTheDay)
    {
        ArgumentNullException.ThrowIfNull(reporter);
        ArgumentNullException.ThrowIfNull(concepts);
        ArgumentNullException.ThrowIfNull(recallOnTheDay);
        ImmutableArray<ConceptReadiness> each =
            [.. concepts.Select(c => Of(reporter.Report(state, c.Concept, c.Questions, day), c.Weight, [.. c.Questions.Select(q => recallOnTheDay(q.Id))]))];
        return new(each, each.Sum(c => c.Weight * c.Chance) / each.Sum(c => c.Weight));
    }

    private static ConceptReadiness Of(ConceptReport report, double weight, ImmutableArray<double?> recalls)
    {
        var fresh = report.PredictFresh(new Belief(Difficulty.Medium, 0));
        var freshLikely = report.PredictFreshLikely(Difficulty.Medium);
        double[] seen = [.. recalls.OfType<double>().Where(r => r > fresh)];
        if (recalls.Length == 0) return new(report.Concept, weight, fresh, freshLikely, fresh, 0, 0, report.Standing);
        var unseen = (double)(recalls.Length - seen.Length) / recalls.Length;
        var chance = (seen.Sum() / recalls.Length) + (unseen * fresh);

        // The belief about the unseen and the luck of recalling the seen are independent: their half widths add in squares.
        var luck = NormalDistribution.Central80 * Math.Sqrt(seen.Sum(r => r * (1 - r))) / recalls.Length;
        double Half(double belief) => Math.Sqrt((belief * belief * unseen * unseen) + (luck * luck));
        return new(
            report.Concept, weight, chance,
            new(Math.Max(0, chance - Half(fresh - freshLikely.Low)), Math.Min(1, chance + Half(freshLikely.High - fresh))),
            fresh, recalls.Count(r => r is not null), recalls.Length, report.Standing);
    }
}
