using System.Collections.Immutable;
using InterviewPrep.Core.Mastery;

namespace InterviewPrep.Core.Evaluation;

/// <summary>
/// A learner who is weak in three topics, gets a little better with practice, forgets, remembers questions seen before, guesses and slips. Its
/// mastery can be asked for, so that estimates can be judged. Its memory fades by another law than the app assumes.
/// </summary>
public sealed class SimulatedLearner
{
    private const double Slip = 0.02;
    private const int PerSession = 12;
    private const int WeakTopics = 3;

    private static readonly ImmutableArray<int> Sessions = [0, 1, 2, 4, 7, 10, 14, 18, 23, 30];

    private readonly SimulatedWorld _world;
    private readonly double[] _abilities;
    private readonly double[] _exposure;
    private readonly List<double>[] _practice;
    private readonly (int Times, double Day)[] _seen;

    private SimulatedLearner(SimulatedWorld world, double[] abilities, double[] exposure)
    {
        _world = world;
        _abilities = abilities;
        _exposure = exposure;
        _practice = [.. Enumerable.Range(0, SimulatedWorld.Topics).Select(_ => new List<double>())];
        _seen = new (int, double)[world.Questions.Length];
    }

    /// <summary>Draws a learner: ability N(0.4, 0.7), topics N(0, 0.4) around it, three of them N(-1.4, 0.3).</summary>
    public static SimulatedLearner Make(SimulatedWorld world, Random random)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(random);
        var overall = 0.4 + (0.7 * SimulatedWorld.Normal(random));
        var topics = Enumerable.Range(0, SimulatedWorld.Topics).ToArray();
        random.Shuffle(topics);
        var weak = topics.Take(WeakTopics).ToHashSet();
        double[] abilities = [.. Enumerable.Range(0, SimulatedWorld.Topics).Select(t =>
            overall + (weak.Contains(t) ? -1.4 + (0.3 * SimulatedWorld.Normal(random)) : 0.4 * SimulatedWorld.Normal(random)))];

        // Dirichlet with parameter 2: sums of two exponential numbers, normalised.
        double[] exposure = [.. Enumerable.Range(0, SimulatedWorld.Topics).Select(_ => -Math.Log(1 - random.NextDouble()) - Math.Log(1 - random.NextDouble()))];
        var sum = exposure.Sum();
        return new SimulatedLearner(world, abilities, [.. exposure.Select(e => e / sum)]);
    }

    /// <summary>The questions that the learner happens to meet: ten sessions of twelve within a month.</summary>
    public IEnumerable<(double Day, int Question)> Curriculum(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Draw();

        IEnumerable<(double, int)> Draw()
        {
            foreach (var session in Sessions)
            {
                for (var i = 0; i < PerSession; i++)
                {
                    var topic = Topic(random.NextDouble());
                    yield return (session + (0.002 * i), (topic * SimulatedWorld.QuestionsPerTopic) + random.Next(SimulatedWorld.QuestionsPerTopic));
                }
            }
        }
    }

    /// <summary>Answers a question and learns from it.</summary>
    /// <returns>Whether the answer is right.</returns>
    public bool Answer(int question, double day, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var right = random.NextDouble() < Chance(question, day);
        Practise(question, day);
        return right;
    }

    /// <summary>Learns from a question.</summary>
    public void Practise(int question, double day)
    {
        _practice[_world.Questions[question].Topic].Add(day);
        _seen[question] = (_seen[question].Times + 1, day);
    }

    /// <summary>Gains ability in a topic, in logits, such as by reading about it.</summary>
    public void Gain(int topic, double logits) => _abilities[topic] += logits;

    /// <summary>The chance to answer a question right on a day.</summary>
    public double Chance(int question, double day)
    {
        var asked = _world.Questions[question];
        var known = NormalDistribution.Logistic(_abilities[asked.Topic] + Practised(asked.Topic, day) + Remembered(question, day) - asked.Difficulty);
        return (1 - Slip) * (asked.Guess + ((1 - asked.Guess) * known));
    }

    /// <summary>The share of each topic's questions that would be right on a day.</summary>
    public ImmutableArray<double> Mastery(double day) =>
    [
        .. Enumerable.Range(0, SimulatedWorld.Topics).Select(topic =>
            Enumerable.Range(topic * SimulatedWorld.QuestionsPerTopic, SimulatedWorld.QuestionsPerTopic).Average(q => Chance(q, day))),
    ];

    /// <summary>What practice in a topic has left: 0.06 for each answer, fading as (1 + d/30)^-½.</summary>
    private double Practised(int topic, double day) => _practice[topic].Sum(d => 0.06 / Math.Sqrt(1 + (Math.Max(0, day - d) / 30)));

    /// <summary>What is remembered of the very question: 1.6 (1 + 0.23 d/S)^-½ with S = 2 · 1.8ⁿ⁻¹ days.</summary>
    private double Remembered(int question, double day)
    {
        var (times, last) = _seen[question];
        return times == 0 ? 0 : 1.6 / Math.Sqrt(1 + (0.23 * Math.Max(0, day - last) / (2 * Math.Pow(1.8, times - 1))));
    }

    private int Topic(double chance)
    {
        for (var topic = 0; topic < _exposure.Length - 1; topic++)
        {
            chance -= _exposure[topic];
            if (chance < 0) return topic;
        }

        return _exposure.Length - 1;
    }
}
