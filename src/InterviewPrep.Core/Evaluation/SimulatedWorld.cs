using System.Collections.Immutable;

namespace InterviewPrep.Core.Evaluation;

/// <summary>Topics and questions for simulated learners. Numbers are on the logit scale.</summary>
public sealed class SimulatedWorld
{
    /// <summary>How many topics there are.</summary>
    public const int Topics = 12;

    /// <summary>How many questions each has.</summary>
    public const int QuestionsPerTopic = 20;

    /// <summary>All questions, topic by topic.</summary>
    public required ImmutableArray<SimulatedQuestion> Questions { get; init; }

    /// <summary>Draws a world: topics differ in difficulty by 0.4, questions by 0.9, authors err by 0.6, half of the questions can be guessed once in four.</summary>
    public static SimulatedWorld Make(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var questions = ImmutableArray.CreateBuilder<SimulatedQuestion>(Topics * QuestionsPerTopic);
        for (var topic = 0; topic < Topics; topic++)
        {
            var level = 0.4 * Normal(random);
            for (var i = 0; i < QuestionsPerTopic; i++)
            {
                var difficulty = level + (0.9 * Normal(random));
                questions.Add(new(topic, difficulty, difficulty + (0.6 * Normal(random)), random.Next(2) == 0 ? 0 : 0.25));
            }
        }

        return new SimulatedWorld { Questions = questions.MoveToImmutable() };
    }

    /// <summary>A standard normal number (Box and Muller 1958).</summary>
    internal static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

/// <summary>One question of a simulated world.</summary>
/// <param name="Topic">Its topic, from 0.</param>
/// <param name="Difficulty">How hard it is.</param>
/// <param name="AuthoredDifficulty">How hard its author thinks it is.</param>
/// <param name="Guess">The chance of a blind guess.</param>
public sealed record SimulatedQuestion(int Topic, double Difficulty, double AuthoredDifficulty, double Guess);
