using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Core.Evaluation;
using InterviewPrep.Core.Planning;

namespace InterviewPrep.Cli.Evaluate.Plan;

/// <summary>
/// <c>evaluate plan</c>: simulated learners spend the same minutes by following <em>Today</em>, in the order of the course, and at random; what
/// they then really know on the interview day is compared.
/// </summary>
internal static class PlanEvaluation
{
    private const string Usage = "evaluate plan --seed S [--seeds N] [--learners N] [--days N] [--minutes N]";

    /// <summary>Days from the last study to the day that is predicted.</summary>
    private static readonly ImmutableArray<int> Horizons = [0, 1, 3, 7, 14, 30];

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { ["--seed"] = -1, ["--seeds"] = 5, ["--learners"] = 100, ["--days"] = 14, ["--minutes"] = 15 };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (!numbers.ContainsKey(arguments[i]) || i + 1 == arguments.Count
                || !int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || (number == 0 && arguments[i] != "--seed") || number > 100_000)
            {
                return EvaluateCommand.Misuse(error, $"'{arguments[i]}' is not understood here: {Usage}.");
            }

            numbers[arguments[i]] = number;
        }

        if (numbers["--seed"] < 0) return EvaluateCommand.Misuse(error, $"Name a seed: {Usage}.");
        var (days, minutes) = (numbers["--days"], numbers["--minutes"]);
        var started = clock.GetTimestamp();
        var runs = Enumerable.Range(numbers["--seed"], numbers["--seeds"])
            .Select(seed => (Seed: seed, Outcomes: Simulate(seed, numbers["--learners"], days, minutes)))
            .ToList();
        ResultJson.Write(output, new
        {
            days,
            minutesPerDay = minutes,
            learnersPerSeed = numbers["--learners"],
            seconds = clock.GetElapsedTime(started).TotalSeconds,
            all = Summary([.. runs.SelectMany(r => r.Outcomes)]),
            seeds = runs.Select(r => new { r.Seed, outcome = Summary(r.Outcomes) }),
        });
        return Commands.Passed;
    }

    private static List<Outcome> Simulate(int seed, int learners, int days, int minutes)
    {
        var world = StudyWorld.Make(new Random(seed));
        return [.. Enumerable.Range(0, learners).Select(number => new Outcome(
            Study(world, seed, number, days, 0, new CourseOrder()).Average(),
            Study(world, seed, number, days, minutes, new CourseOrder()).Average(),
            Study(world, seed, number, days, minutes, new RandomOrder(new Random(number))).Average(),
            FollowToday(world, seed, number, days, minutes)))];
    }

    /// <summary>What the app says after the last day of study about days to come, and the truth.</summary>
    private static ImmutableArray<Prediction> FollowToday(StudyWorld world, int seed, int number, int days, int minutes)
    {
        var today = new TodayOrder(world);
        ImmutableArray<Prediction> predictions = [];
        Study(world, seed, number, days, minutes, today, student => predictions =
        [
            .. Horizons.SelectMany(horizon => today.Predict(student, days - 1 + horizon).Concepts
                .Zip(student.ReadinessOn(days - 1 + horizon), (concept, real) => new Prediction(horizon, concept, real))),
        ]);
        return predictions;
    }

    /// <summary>The same learner is made anew for each habit.</summary>
    private static ImmutableArray<double> Study(
        StudyWorld world, int seed, int number, int days, int minutes, IStudyHabit habit, Action<Student>? afterwards = null)
    {
        var random = new Random(HashCode(seed, number));
        var student = new Student(world, SimulatedLearner.Make(world.Topics, random), random);
        for (var day = 0; day < days; day++)
        {
            student.Day = day;
            student.Minutes = minutes;
            habit.Study(student, days);
        }

        afterwards?.Invoke(student);
        return student.ReadinessOn(days);
    }

    /// <summary>Any two numbers as one, the same in every process.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 1_000_003) ^ number) & int.MaxValue;

    private static object Summary(List<Outcome> outcomes)
    {
        double Gain(Func<Outcome, double> of) => outcomes.Average(o => of(o) - o.Nothing);
        return new
        {
            readinessWithoutStudy = outcomes.Average(o => o.Nothing),
            today = outcomes.Average(o => o.Today),
            courseOrder = outcomes.Average(o => o.CourseOrder),
            random = outcomes.Average(o => o.Random),
            gainOfToday = Gain(o => o.Today),
            todayToCourseOrder = Gain(o => o.Today) / Gain(o => o.CourseOrder),
            todayToRandom = Gain(o => o.Today) / Gain(o => o.Random),
            betterThanCourseOrder = Difference([.. outcomes.Select(o => o.Today - o.CourseOrder)]),
            betterThanRandom = Difference([.. outcomes.Select(o => o.Today - o.Random)]),
            predictionOfReadiness = outcomes.SelectMany(o => o.Predictions).GroupBy(p => p.Horizon).Select(g => Judge(g.Key, [.. g])),
        };
    }

    /// <summary>Mean of paired differences with its 95 % interval.</summary>
    private static object Difference(List<double> differences)
    {
        var mean = differences.Average();
        var half = 1.96 * Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / Math.Max(1, differences.Count - 1) / differences.Count);
        return new { mean, low = mean - half, high = mean + half, learnersBetter = (double)differences.Count(d => d > 0) / differences.Count };
    }

    /// <summary>How the readiness that the app shows for each concept compares with the truth.</summary>
    private static object Judge(int horizon, List<Prediction> predictions) => new
    {
        daysAfterStudy = horizon,
        concepts = predictions.Count,
        meanPredicted = predictions.Average(p => p.Predicted.Chance),
        meanTruth = predictions.Average(p => p.Truth),
        meanError = predictions.Average(p => Math.Abs(p.Predicted.Chance - p.Truth)),
        insideLikelyInterval = predictions.Average(p => p.Predicted.Likely.Contains(p.Truth) ? 1.0 : 0.0),
    };

    private sealed record Prediction(int Horizon, ConceptReadiness Predicted, double Truth);

    private sealed record Outcome(double Nothing, double CourseOrder, double Random, ImmutableArray<Prediction> Predictions)
    {
        /// <summary>On the day after the last of study, as with the other habits.</summary>
        public double Today { get; } = Predictions.Where(p => p.Horizon == 1).Average(p => p.Truth);
    }
}
