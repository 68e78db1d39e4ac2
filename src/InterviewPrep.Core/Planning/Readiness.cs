using System.Collections.Immutable;
using InterviewPrep.Core.Mastery;

namespace InterviewPrep.Core.Planning;

/// <summary>How ready a learner will be on a day if nothing more is done.</summary>
/// <param name="Concepts">By concept, in the order given.</param>
/// <param name="Overall">Their mean by weight, 0 to 1; NaN without concepts.</param>
/// <remarks>
/// The chance to answer a concept's own questions that day. What has never been seen counts with the mastery model's chance; what has been
/// seen with <see cref="ChanceOf"/>. Measured against simulated learners and a real log, see <c>docs/learning-model.md</c>.
/// </remarks>
public sealed record Readiness(ImmutableArray<ConceptReadiness> Concepts, double Overall)
{
    /// <summary>Predicts the readiness.</summary>
    /// <param name="reporter">The mastery model.</param>
    /// <param name="state">The learner.</param>
    /// <param name="concepts">The concepts that count, with their questions.</param>
    /// <param name="day">The interview day, in the days of the answers.</param>
    /// <param name="recallOnTheDay">What is recalled of a question's card that day; <see langword="null"/> when it has no card.</param>
    public static Readiness On(
        ConceptReporter reporter, MasteryState state, IEnumerable<ConceptEvidence> concepts, double day, Func<string, CardRecall?> recallOnTheDay)
    {
        ArgumentNullException.ThrowIfNull(reporter);
        ArgumentNullException.ThrowIfNull(concepts);
        ArgumentNullException.ThrowIfNull(recallOnTheDay);
        ImmutableArray<ConceptReadiness> each = [.. concepts.Select(c => Of(reporter, state, c, day, recallOnTheDay))];
        return new(each, each.Sum(c => c.Weight * c.Chance) / each.Sum(c => c.Weight));
    }

    /// <summary>The chance to answer one question, from both models.</summary>
    /// <param name="mastery">The mastery model's chance, 0 to 1.</param>
    /// <param name="card">Its card; <see langword="null"/> for a question never seen.</param>
    /// <remarks>
    /// A card that was recalled on a later day is the memory model's field, and having seen a question does not make it harder: the higher of
    /// both. Before that the models differ and the real logs disagree on which is right (one the memory model, the other, where much is wrong
    /// within an hour, the mastery model): half-way to the memory model, where that is higher.
    /// </remarks>
    public static double ChanceOf(double mastery, CardRecall? card) => card switch
    {
        null => mastery,
        { IsTested: true } tested => Math.Max(mastery, tested.Chance),
        { } untested => Math.Max(mastery, (mastery + untested.Chance) / 2),
    };

    private static ConceptReadiness Of(ConceptReporter reporter, MasteryState state, ConceptEvidence concept, double day, Func<string, CardRecall?> recallOnTheDay)
    {
        var report = reporter.Report(state, concept.Concept, concept.Questions, day);
        var fresh = report.PredictFresh(new Belief(Difficulty.Medium, 0));
        if (concept.Questions.IsEmpty) return new(concept.Concept, concept.Weight, fresh, report.PredictFreshLikely(Difficulty.Medium), fresh, 0, 0, report.Standing);
        var (sum, luck, below, above, seen) = (0.0, 0.0, 0.0, 0.0, 0);
        foreach (var question in concept.Questions)
        {
            var mastery = reporter.ChanceOf(state, report, question, day);
            var card = recallOnTheDay(question.Id);
            var chance = ChanceOf(mastery.Chance, card);
            sum += chance;
            if (card is not null)
            {
                seen++;
                luck += chance * (1 - chance);
            }

            if (card is { IsTested: true, Chance: var recall } && recall > mastery.Chance) continue;
            below += mastery.Chance - mastery.Likely.Low;
            above += mastery.Likely.High - mastery.Chance;
        }

        // The belief about the ability moves all questions together; the luck of recalling each is independent: half widths add in squares.
        var count = concept.Questions.Length;
        double Half(double belief) => Math.Sqrt((belief * belief) + (NormalDistribution.Central80 * NormalDistribution.Central80 * luck)) / count;
        var mean = sum / count;
        return new(concept.Concept, concept.Weight, mean, new(Math.Max(0, mean - Half(below)), Math.Min(1, mean + Half(above))), fresh, seen, count, report.Standing);
    }
}
