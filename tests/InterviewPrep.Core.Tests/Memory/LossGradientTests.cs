using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Memory.Optimizing;

namespace InterviewPrep.Core.Tests.Memory;

public sealed class LossGradientTests
{
    /// <summary>Inside all bounds, so that both sides of a difference are.</summary>
    private static readonly double[] Weights = [0.4, 1.3, 2.4, 8.3, 6.4, 0.6, 2.5, 0.1, 1.8, 0.2, 0.8, 1.5, 0.07, 0.27, 1.6, 0.6, 1.9, 0.5, 0.4, 0.1, 0.2];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Add_RandomHistories_EqualsTheDifferenceQuotient(bool shortTerm)
    {
        var random = new SplitMix64(11);
        var loss = new LossGradient(shortTerm);
        var touched = new double[21];
        for (var round = 0; round < 200; round++)
        {
            var history = History(ref random);
            var gradient = new double[21];
            loss.Use(Weights);
            loss.Add(history, gradient);
            for (var i = 0; i < 21; i++)
            {
                const double Step = 1e-6;
                var quotient = (LossAt(loss, history, i, Step) - LossAt(loss, history, i, -Step)) / (2 * Step);
                Assert.True(Math.Abs(quotient - gradient[i]) < 1e-5 + (1e-4 * Math.Abs(quotient)), $"round {round}, weight {i}: {gradient[i]}, not {quotient}");
                touched[i] += Math.Abs(gradient[i]);
            }
        }

        Assert.All(Enumerable.Range(0, shortTerm ? 21 : 17), i => Assert.True(touched[i] > 0, $"No history depends on weight {i}."));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Loss_IsThatOfTheMemoryModel(bool shortTerm)
    {
        var random = new SplitMix64(12);
        var model = new MemoryModel(FsrsParameters.Create(Weights, shortTerm), shortTerm);
        var loss = new LossGradient(shortTerm);
        loss.Use(Weights);
        for (var round = 0; round < 200; round++)
        {
            var history = History(ref random);
            var log = history.Select(r => new LoggedReview(1, (Rating)r.Rating, r.Days)).ToArray();
            var predictions = ReviewPredictions.Of(model, log);
            Assert.Equal(predictions.LogLoss * predictions.Count, loss.Loss([.. history.Select(r => r with { Weight = r.Weight > 0 ? 1 : 0 })]), tolerance: 1e-4);
        }
    }

    private static double LossAt(LossGradient loss, TrainingReview[] history, int weight, double step)
    {
        double[] moved = [.. Weights];
        moved[weight] += step;
        loss.Use(moved);
        return loss.Loss(history);
    }

    private static TrainingReview[] History(ref SplitMix64 random)
    {
        var history = new TrainingReview[3 + random.Next(12)];
        history[0] = new TrainingReview(1 + random.Next(4), 0, 0);
        for (var i = 1; i < history.Length; i++)
        {
            var days = random.Next(3) == 0 && i < history.Length - 1 ? 0 : 1 + random.Next(1 << (1 + random.Next(7)));
            history[i] = new TrainingReview(1 + random.Next(4), days, days > 0 ? 0.25 + random.NextDouble() : 0);
        }

        return history;
    }
}
