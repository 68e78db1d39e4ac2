using InterviewPrep.Core.Evaluation;

namespace InterviewPrep.Core.Tests.Evaluation;

public sealed class PredictionMetricsTests
{
    private static readonly double[] Predicted = [0.9, 0.8, 0.6, 0.3];
    private static readonly bool[] Happened = [true, false, true, false];

    [Fact]
    public void LogLoss_KnownPredictions_IsTheMeanOfTheirLogarithms() =>
        Assert.Equal(-(Math.Log(0.9) + Math.Log(0.2) + Math.Log(0.6) + Math.Log(0.7)) / 4, PredictionMetrics.LogLoss(Predicted, Happened), 12);

    [Fact]
    public void LogLoss_CertainAndWrong_IsLargeButFinite() => Assert.Equal(-Math.Log(1e-15), PredictionMetrics.LogLoss([1], [false]), 1);

    [Fact]
    public void Brier_KnownPredictions_IsTheMeanSquare() =>
        Assert.Equal((0.01 + 0.64 + 0.16 + 0.09) / 4, PredictionMetrics.Brier(Predicted, Happened), 12);

    [Theory]
    [InlineData(new[] { 0.9, 0.8, 0.6, 0.3 }, new[] { true, false, true, false }, 0.75)]
    [InlineData(new[] { 0.1, 0.9 }, new[] { false, true }, 1)]
    [InlineData(new[] { 0.1, 0.9 }, new[] { true, false }, 0)]
    [InlineData(new[] { 0.5, 0.5, 0.5 }, new[] { true, false, true }, 0.5)]
    [InlineData(new[] { 0.5, 0.5, 0.7 }, new[] { true, false, false }, 0.25)]
    [InlineData(new[] { 0.5, 0.7 }, new[] { true, true }, double.NaN)]
    public void Auc_IsTheShareOfPairsInOrder(double[] predicted, bool[] happened, double expected) =>
        Assert.Equal(expected, PredictionMetrics.Auc(predicted, happened), 12);

    [Fact]
    public void Auc_ManyRandomTies_EqualsCountingEveryPair()
    {
        var predicted = Enumerable.Range(0, 200).Select(i => (i * 7919 % 31) / 31.0).ToArray();
        var happened = Enumerable.Range(0, 200).Select(i => i * 104729 % 5 < 2).ToArray();
        double pairs = 0, won = 0;
        for (var i = 0; i < 200; i++)
        {
            for (var j = 0; j < 200; j++)
            {
                if (!happened[i] || happened[j]) continue;
                pairs++;
                won += predicted[i] > predicted[j] ? 1 : predicted[i] == predicted[j] ? 0.5 : 0;
            }
        }

        Assert.Equal(won / pairs, PredictionMetrics.Auc(predicted, happened), 12);
    }

    [Fact]
    public void ExpectedCalibrationError_TwoBins_IsWeightedByCount() =>
        Assert.Equal(((3 * Math.Abs((2.3 / 3) - (2 / 3.0))) + Math.Abs(0.3 - 0)) / 4, PredictionMetrics.ExpectedCalibrationError(Predicted, Happened, 2), 12);

    [Fact]
    public void Group_Extremes_FallIntoTheFirstAndTheLastBin()
    {
        var bins = ReliabilityBin.Group([0, 0.05, 1], [false, true, true]);
        Assert.Equal([new ReliabilityBin(0, 0.1, 2, 0.025, 0.5), new ReliabilityBin(0.9, 1, 1, 1, 1)], bins);
    }

    [Fact]
    public void Metrics_LengthsThatDiffer_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => PredictionMetrics.LogLoss([0.5], []));
        Assert.Throws<ArgumentException>(() => PredictionMetrics.Brier([0.5], []));
        Assert.Throws<ArgumentException>(() => PredictionMetrics.Auc([0.5], []));
        Assert.Throws<ArgumentException>(() => PredictionMetrics.ExpectedCalibrationError([0.5], []));
        Assert.Throws<ArgumentException>(() => RmseBins.Of([], [0.5], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReliabilityBin.Group([0.5], [true], 0));
    }

    [Fact]
    public void Metrics_NothingPredicted_AreNotDefined()
    {
        Assert.Equal(double.NaN, PredictionMetrics.LogLoss([], []));
        Assert.Equal(double.NaN, PredictionMetrics.Brier([], []));
        Assert.Equal(double.NaN, PredictionMetrics.Auc([], []));
        Assert.Equal(double.NaN, PredictionMetrics.ExpectedCalibrationError([], []));
        Assert.Equal(double.NaN, RmseBins.Of([], [], []));
    }

    [Fact]
    public void RmseBins_AlikeReviews_AreOneBin()
    {
        // 4 and 8 days are both in the step from 3.62 to 13.1, 2 and 3 reviews both in that from 1.89 to 3.57.
        RmseBins.Review[] alike = [new(4, 2, 0), new(8, 3, 0)];
        Assert.Equal(0.1, RmseBins.Of(alike, [0.5, 0.7], [true, false]), 12);
        RmseBins.Review[] apart = [new(4, 2, 0), new(14, 2, 0)];
        Assert.Equal(Math.Sqrt((0.25 + 0.49) / 2), RmseBins.Of(apart, [0.5, 0.7], [true, false]), 12);
        RmseBins.Review[] lapsed = [new(4, 2, 0), new(4, 2, 1)];
        Assert.Equal(Math.Sqrt((0.25 + 0.49) / 2), RmseBins.Of(lapsed, [0.5, 0.7], [true, false]), 12);
    }
}
