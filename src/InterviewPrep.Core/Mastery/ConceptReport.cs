namespace InterviewPrep.Core.Mastery;

/// <summary>What the answers say about one learner and one concept on a certain day, with how sure that is.</summary>
public sealed record ConceptReport
{
    /// <summary>The most further answers that are worth promising.</summary>
    public const int MostFurtherAnswers = 20;

    /// <summary>Id of the concept.</summary>
    public required string Concept { get; init; }

    /// <summary>
    /// Expected share of the concept's questions that would be right now, 0 to 1: what is remembered of questions seen before helps. For a
    /// question never seen there is <see cref="PredictFresh"/>.
    /// </summary>
    public required double Mastery { get; init; }

    /// <summary>The central 80 % of what that share may be.</summary>
    public required Interval Likely { get; init; }

    /// <summary>The central 95 %.</summary>
    public required Interval Plausible { get; init; }

    /// <summary>Probability that the share lies below the mark, 0 to 1.</summary>
    public required double WeakProbability { get; init; }

    /// <summary>Ability in this concept (overall and own), in logits.</summary>
    public required Belief Ability { get; init; }

    /// <summary>The concept relative to the learner's own level, in logits.</summary>
    public required Belief Offset { get; init; }

    /// <summary>What follows.</summary>
    public required ConceptStanding Standing { get; init; }

    /// <summary>
    /// About how many more answers would settle whether it is weak or strong: 0 when it is settled, <see langword="null"/> when it
    /// lies too close to the mark for <see cref="MostFurtherAnswers"/>.
    /// </summary>
    public required int? FurtherAnswers { get; init; }

    /// <summary>Answers so far to questions whose primary concept it is.</summary>
    public required int Answers { get; init; }

    /// <summary>How many of them were right.</summary>
    public required int Right { get; init; }

    /// <summary>When it was last answered, in days; <see langword="null"/> for never.</summary>
    public required double? LastDay { get; init; }

    /// <summary>The chance to get a question right that was never seen before, 0 to 1.</summary>
    /// <param name="difficulty">What is believed about its difficulty.</param>
    /// <param name="guess">Expected score of a blind guess.</param>
    public double PredictFresh(Belief difficulty, double guess = 0) => guess + ((1 - guess) * NormalDistribution.MeanLogistic(
        Ability.Mean - difficulty.Mean, Ability.Variance + difficulty.Variance));

    /// <summary>The central 80 % of that chance for a question of known difficulty without guessing.</summary>
    public Interval PredictFreshLikely(double difficulty) => new(
        NormalDistribution.Logistic(Ability.Mean - (NormalDistribution.Central80 * Ability.Deviation) - difficulty),
        NormalDistribution.Logistic(Ability.Mean + (NormalDistribution.Central80 * Ability.Deviation) - difficulty));
}
