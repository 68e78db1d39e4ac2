using System.Collections.Immutable;
using InterviewPrep.Core.Evaluation;

namespace InterviewPrep.Cli.Evaluate.Plan;

/// <summary>A simulated learner at work: what is done takes minutes, and only answers are seen.</summary>
internal sealed class Student(StudyWorld world, SimulatedLearner learner, Random random)
{
    private readonly HashSet<int> _read = [];
    private readonly Dictionary<int, int> _seen = [];

    /// <summary>Today, from 0.</summary>
    public int Day { get; set; }

    /// <summary>Minutes left today.</summary>
    public double Minutes { get; set; }

    public StudyWorld World => world;

    /// <summary>Topics whose lesson has been read.</summary>
    public IReadOnlySet<int> Read => _read;

    /// <summary>Questions that have been seen, with the last day.</summary>
    public IReadOnlyDictionary<int, int> Seen => _seen;

    /// <summary>True share of questions that would be right on a day, by topic.</summary>
    public ImmutableArray<double> ReadinessOn(int day) => learner.Mastery(day);

    /// <summary>Lessons that may be read now.</summary>
    public IEnumerable<int> Readable() =>
        Enumerable.Range(0, SimulatedWorld.Topics).Where(t => !_read.Contains(t) && (StudyWorld.NeedOf(t) is not { } need || _read.Contains(need)));

    /// <summary>Reads a lesson if there is time: about 0.9 logits for its topic.</summary>
    public bool TryRead(int topic)
    {
        if (world.LessonMinutes[topic] > Minutes || !_read.Add(topic)) return false;
        Minutes -= world.LessonMinutes[topic];
        learner.Gain(topic, Math.Max(0, 0.9 + (0.3 * ((2 * random.NextDouble()) - 1))));
        return true;
    }

    /// <summary>Answers a question if there is time; one seen before takes half as long.</summary>
    /// <returns>Whether it was right; <see langword="null"/> when there was no time.</returns>
    public bool? TryAnswer(int question)
    {
        var minutes = _seen.ContainsKey(question) ? StudyWorld.ReviewMinutes : StudyWorld.QuestionMinutes;
        if (minutes > Minutes) return null;
        Minutes -= minutes;
        _seen[question] = Day;
        return learner.Answer(question, Day, random);
    }
}
