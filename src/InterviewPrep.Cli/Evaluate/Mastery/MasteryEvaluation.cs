using System.Collections.Immutable;
using System.Globalization;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>
/// <c>evaluate mastery</c>: how well the mastery model predicts answers and finds weak topics, beside percent correct, a Beta posterior and Elo in
/// the same run.
/// </summary>
internal static class MasteryEvaluation
{
    /// <summary>Share of the learners that warm the models where the command line does not say.</summary>
    private const double WarmShare = 0.8;

    private const string Usage = "evaluate mastery --answers A.csv --items I.json [--truth T.jsonl] [--warm LEARNERS] [--reference P.csv], or --seed S [--learners N]";

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (arguments[i] is not ("--answers" or "--items" or "--truth" or "--reference" or "--warm" or "--seed" or "--learners") || i + 1 == arguments.Count)
                return EvaluateCommand.Misuse(error, $"'{arguments[i]}' is not understood here: {Usage}.");
            options[arguments[i]] = arguments[i + 1];
        }

        int? Number(string name) => !options.TryGetValue(name, out var text) ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        if (Number("--warm") < 0 || Number("--seed") < 0 || Number("--learners") is < 1)
            return EvaluateCommand.Misuse(error, $"--warm, --seed and --learners are followed by a whole number: {Usage}.");
        if (Number("--seed") is { } seed)
        {
            var world = SimulatedAnswers.Make(seed, Number("--learners") ?? 200);
            ResultJson.Write(output, WithTruth(world.Rows, world.Items, world.Truths, clock));
            return Commands.Passed;
        }

        if (!options.TryGetValue("--answers", out var answers) || !options.TryGetValue("--items", out var bank))
            return EvaluateCommand.Misuse(error, $"Name the answers and the items: {Usage}.");
        var file = AnswerFile.Read(answers);
        var items = ItemBank.Read(bank);
        if (file.Rows.FirstOrDefault(r => !items.Has(r.Item) || items[r.Item].Topic != r.Topic) is { } stray)
            throw new DataFileException(answers, stray.Row + 2, $"Item {stray.Item} of topic {stray.Topic} is not in {bank}.");
        ResultJson.Write(output, options.TryGetValue("--truth", out var truth)
            ? WithTruth(file.Rows, items, TruthFile.Read(truth), clock)
            : WithPractice(file, items, Number("--warm"), options.GetValueOrDefault("--reference"), clock));
        return Commands.Passed;
    }

    private static object WithTruth(ImmutableArray<AnswerRow> rows, ItemBank items, ImmutableArray<TruthFile.Truth> truths, TimeProvider clock)
    {
        var protocol = new TruthProtocol(rows, truths);
        return new
        {
            protocol = "one learner at a time; weak is a true mastery below 0.6",
            learners = rows.Select(r => r.Learner).Distinct().Count(),
            models = Kinds(items).Append(Unjudged(items)).Append(Levels(items)).ToDictionary(k => k.Name, protocol.Run),
            speed = Speed(rows, items, clock),
        };
    }

    private static object WithPractice(AnswerFile file, ItemBank items, int? warm, string? reference, TimeProvider clock)
    {
        var learners = file.Rows.Select(r => r.Learner).Distinct().Count();
        var warmLearners = Math.Min(warm ?? (int)(WarmShare * learners), learners);
        var protocol = new PracticeTestProtocol(file, warmLearners);
        return new
        {
            protocol = "in the order of time, each answer predicted before it is learnt from; weak is less than half right in the test",
            learners,
            warmLearners,
            testLearners = learners - warmLearners,
            reference = reference is null ? null : ReferencePredictions.Compare(reference, file, Kinds(items).First()),
            warm = Kinds(items).ToDictionary(k => k.Name, k => protocol.Run(k, cold: false)),
            cold = Kinds(items).ToDictionary(k => k.Name, k => protocol.Run(k, cold: true)),
            readiness = new ReadinessProtocol(file, items, warmLearners).Run(),
            speed = Speed(file.Rows, items, clock),
        };
    }

    private static IEnumerable<ModelKind> Kinds(ItemBank items) =>
    [
        new("mastery", () => TracerModel.Family(items, pooled: true)),
        new("rawPercent", () => () => new RawShareModel(posterior: false)),
        new("betaPosterior", () => () => new RawShareModel(posterior: true)),
        new("elo", () =>
        {
            var questions = new Dictionary<int, EloModel.Rating>();
            return () => new EloModel(items, questions);
        }),
    ];

    /// <summary>The same model when nobody has judged the questions.</summary>
    private static ModelKind Unjudged(ItemBank items) =>
        new("masteryDifficultyUnknown", () => TracerModel.Family(items.With(i => i with { Difficulty = null }), pooled: true));

    /// <summary>The same model when authors may only say one of the four levels.</summary>
    private static ModelKind Levels(ItemBank items) =>
        new("masteryFourLevels", () => TracerModel.Family(items.With(i => i with { Difficulty = i.Difficulty is { } b ? NearestLevel(b) : null }), pooled: true));

    private static double NearestLevel(double difficulty) =>
        Enumerable.Range(1, 4).Select(Core.Mastery.Difficulty.OfLevel).MinBy(b => Math.Abs(b - difficulty));

    /// <summary>How fast the model takes answers in, with a prediction before each.</summary>
    private static object Speed(ImmutableArray<AnswerRow> rows, ItemBank items, TimeProvider clock)
    {
        var family = TracerModel.Family(items, pooled: true);
        var learners = new Dictionary<int, IKnowledgeModel>();
        var started = clock.GetTimestamp();
        foreach (var row in rows)
        {
            if (!learners.TryGetValue(row.Learner, out var learner)) learners[row.Learner] = learner = family();
            if (row.Right is not null) learner.Predict(row);
            learner.Observe(row);
        }

        var seconds = clock.GetElapsedTime(started).TotalSeconds;
        return new { answers = rows.Length, seconds, answersPerSecond = rows.Length / seconds };
    }
}
