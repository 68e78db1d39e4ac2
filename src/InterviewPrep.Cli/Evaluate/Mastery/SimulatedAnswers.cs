using System.Collections.Immutable;
using InterviewPrep.Core.Evaluation;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>A fresh draw of simulated learners in the form of the files.</summary>
internal static class SimulatedAnswers
{
    /// <summary>After how many answers the truth is told.</summary>
    private static readonly ImmutableArray<int> Points = [10, 20, 24, 40, 48, 72, 96, 120];

    public static (ImmutableArray<AnswerRow> Rows, ItemBank Items, ImmutableArray<TruthFile.Truth> Truths) Make(int seed, int learners)
    {
        var random = new Random(seed);
        var world = SimulatedWorld.Make(random);
        var rows = ImmutableArray.CreateBuilder<AnswerRow>();
        var truths = ImmutableArray.CreateBuilder<TruthFile.Truth>();
        for (var number = 0; number < learners; number++)
        {
            var learner = SimulatedLearner.Make(world, random);
            var count = 0;
            foreach (var (day, item) in learner.Curriculum(random))
            {
                rows.Add(new(rows.Count, number, day, world.Questions[item].Topic, item, learner.Answer(item, day, random), Posttest: false));
                if (Points.Contains(++count)) truths.Add(new(number, count, Math.Floor(day) + 1, learner.Mastery(Math.Floor(day) + 1)));
            }
        }

        var items = new ItemBank(world.Questions.Select((q, i) => new ItemBank.Question(i, q.Topic, q.AuthoredDifficulty, q.Guess)));
        return (rows.ToImmutable(), items, truths.ToImmutable());
    }
}
