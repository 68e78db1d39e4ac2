using System.Text.Json;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Tests.Memory;

/// <summary>Fuzz, interval modifiers and forgetting curves against values that ts-fsrs 5.4.2 computed.</summary>
public sealed class FuzzVectorTests
{
    private static readonly JsonElement[] Vectors =
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests/InterviewPrep.Core.Tests/Memory/fsrs-fuzz-curve-vectors.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement),
    ];

    [Fact]
    public void Range_ReferenceIntervals_AreReproduced()
    {
        var vectors = Of("range", 150);
        Assert.All(vectors, v => Assert.Equal(
            (Whole(v, "lo"), Whole(v, "hi")), Fuzz.Range(Whole(v, "ivl"), Whole(v, "elapsed"), Whole(v, "max"))));
    }

    [Fact]
    public void Apply_ChanceOfAlea_GivesTheReferenceInterval() => Assert.All(Of("apply", 100), v => Assert.Equal(
        Whole(v, "out"),
        Fuzz.Apply(Whole(v, "ivl"), Whole(v, "elapsed"), 36500, new Alea(v.GetProperty("seed").GetString()!).NextDouble())));

    [Fact]
    public void Interval_OneDayOfStability_IsTheReferenceModifier() => Assert.All(Of("modifier", 9), v => Close(
        Number(v, "mod"), Model(v).Interval(1, Number(v, "dr"))));

    [Fact]
    public void Retrievability_ReferenceFactor_IsReproduced() => Assert.All(Of("factor", 5), v => Close(
        Math.Pow(1 + Number(v, "factor"), Number(v, "decay")), Model(v).Retrievability(1, 1)));

    [Fact]
    public void Retrievability_ReferenceCurves_AreReproduced() => Assert.All(Of("curve", 120), v => Close(
        Number(v, "R"), Model(v).Retrievability(Number(v, "t"), Number(v, "S"))));

    private static JsonElement[] Of(string kind, int count)
    {
        var vectors = Vectors.Where(v => v.GetProperty("k").GetString() == kind).ToArray();
        Assert.Equal(count, vectors.Length);
        return vectors;
    }

    private static MemoryModel Model(JsonElement vector)
    {
        double[] weights = [.. FsrsParameters.Default.Weights];
        weights[20] = Number(vector, "w20");
        return new MemoryModel(FsrsParameters.Create(weights));
    }

    private static void Close(double expected, double actual) => Assert.InRange(Math.Abs(actual - expected), 0, 1e-6 * expected);

    private static int Whole(JsonElement vector, string name) => vector.GetProperty(name).GetInt32();

    private static double Number(JsonElement vector, string name) => vector.GetProperty(name).GetDouble();
}
