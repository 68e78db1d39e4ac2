using System.Collections.Immutable;
using InterviewPrep.Core.Evaluation;

namespace InterviewPrep.Cli.Evaluate.Plan;

/// <summary>What simulated learners study: a lesson for each topic, in chains of three.</summary>
/// <param name="Topics">Topics with their questions.</param>
/// <param name="LessonMinutes">Reading time of each topic's lesson.</param>
internal sealed record StudyWorld(SimulatedWorld Topics, ImmutableArray<int> LessonMinutes)
{
    public const double QuestionMinutes = 1;
    public const double ReviewMinutes = 0.5;
    private const int Chain = 3;

    public static StudyWorld Make(Random random) =>
        new(SimulatedWorld.Make(random), [.. Enumerable.Range(0, SimulatedWorld.Topics).Select(_ => random.Next(6, 15))]);

    /// <summary>The topic whose lesson is to be read before.</summary>
    public static int? NeedOf(int topic) => topic % Chain == 0 ? null : topic - 1;
}
