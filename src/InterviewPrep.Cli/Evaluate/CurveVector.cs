using System.Text.Json;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Cli.Evaluate;

/// <summary>
/// One value by itself; its kind <c>k</c> is <c>range</c> (the range of fuzz), <c>apply</c> (fuzz drawn by Alea from a seed),
/// <c>modifier</c> (interval of one day of stability), <c>factor</c> (of the forgetting curve) or <c>curve</c> (retrievability).
/// </summary>
internal static class CurveVector
{
    public static void Compare(JsonElement vector, VectorComparison comparison, string where)
    {
        switch (vector.GetProperty("k").GetString())
        {
            case "range":
                var (lowest, highest) = Fuzz.Range(Whole(vector, "ivl"), Whole(vector, "elapsed"), Whole(vector, "max"));
                comparison.Step(() =>
                {
                    comparison.Whole($"{where}: lowest", lowest, Whole(vector, "lo"));
                    comparison.Whole($"{where}: highest", highest, Whole(vector, "hi"));
                });
                break;
            case "apply":
                var chance = new Alea(vector.GetProperty("seed").GetString() ?? "").NextDouble();
                var days = Fuzz.Apply(Whole(vector, "ivl"), Whole(vector, "elapsed"), SchedulerSettings.Default.MaximumInterval, chance);
                comparison.Step(() => comparison.Whole($"{where}: days", days, Whole(vector, "out")));
                break;
            case "modifier":
                comparison.Step(() => comparison.Number($"{where}: modifier", Model(vector).Interval(1, Number(vector, "dr")), Number(vector, "mod")));
                break;
            case "factor":
                // The factor shows in the curve at one day of stability: R = (1 + factor)^decay.
                var factor = Math.Pow(Model(vector).Retrievability(1, 1), 1 / Number(vector, "decay")) - 1;
                comparison.Step(() => comparison.Number($"{where}: factor", factor, Number(vector, "factor")));
                break;
            case "curve":
                comparison.Step(() => comparison.Number($"{where}: retrievability", Model(vector).Retrievability(Number(vector, "t"), Number(vector, "S")), Number(vector, "R")));
                break;
            case var kind:
                throw new FormatException($"'{kind}' is not a kind of vector.");
        }
    }

    private static MemoryModel Model(JsonElement vector)
    {
        double[] weights = [.. FsrsParameters.Default.Weights];
        weights[20] = Number(vector, "w20");
        return new MemoryModel(FsrsParameters.Create(weights));
    }

    private static int Whole(JsonElement vector, string name) => vector.GetProperty(name).GetInt32();

    private static double Number(JsonElement vector, string name) => vector.GetProperty(name).GetDouble();
}
