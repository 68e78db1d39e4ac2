using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Tests.Memory;

public sealed class FsrsParametersTests
{
    [Fact]
    public void Create_TheDefaults_AreInsideTheirBounds() => Assert.Equal(FsrsParameters.Default, FsrsParameters.Create(FsrsParameters.Default.Weights.AsSpan()));

    [Fact]
    public void Create_NineteenWeights_GetNoStabilityExponentAndTheOldDecay()
    {
        var migrated = FsrsParameters.Create(FsrsParameters.Default.Weights.AsSpan()[..19], shortTerm: false).Weights;
        Assert.Equal(FsrsParameters.Default.Weights[..19], migrated[..19]);
        Assert.Equal([0, 0.5], migrated[19..]);
    }

    [Fact]
    public void Create_SeventeenWeights_ChangeDifficulty()
    {
        double[] old = [0.4, 0.6, 2.4, 5.8, 4.93, 0.94, 0.86, 0.01, 1.49, 0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29, 2.61];
        var migrated = FsrsParameters.Create(old, shortTerm: false).Weights;
        Assert.Equal(4.93 + 1.88, migrated[4], 12);
        Assert.Equal(Math.Log(3.82) / 3, migrated[5], 12);
        Assert.Equal(1.36, migrated[6], 12);
        Assert.Equal([0, 0, 0, 0.5], migrated[17..]);
        Assert.Equal(old[7..], migrated[7..17]);
    }

    [Fact]
    public void Create_OutOfBounds_IsClamped()
    {
        Assert.Equal(
            [100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8],
            FsrsParameters.Create(Enumerable.Repeat(1000.0, 21).ToArray()).Weights);
        double[] lowest = [0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1, 0, 0, 0.01, 0.1];
        Assert.Equal(lowest, FsrsParameters.Create(Enumerable.Repeat(-1000.0, 21).ToArray()).Weights);
        lowest[19] = 0;
        Assert.Equal(lowest, FsrsParameters.Create(Enumerable.Repeat(-1000.0, 21).ToArray(), shortTerm: false).Weights);
    }

    [Fact]
    public void Create_SeveralRelearningSteps_BoundTheSameDayWeights()
    {
        double[] weights = [.. FsrsParameters.Default.Weights];
        weights[17] = weights[18] = 2;
        var bounded = FsrsParameters.Create(weights, relearningSteps: 2).Weights;
        var ceiling = Math.Sqrt(-(Math.Log(weights[11]) + Math.Log(Math.Pow(2, weights[13]) - 1) + (0.3 * weights[14])) / 2);
        Assert.Equal(ceiling, bounded[17], 12);
        Assert.Equal(ceiling, bounded[18], 12);
        Assert.Equal(2, FsrsParameters.Create(weights, relearningSteps: 1).Weights[17]);
    }

    [Fact]
    public void Create_WrongWeights_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => FsrsParameters.Create(new double[20]));
        Assert.Throws<ArgumentException>(() => FsrsParameters.Create([]));
        double[] broken = [.. FsrsParameters.Default.Weights];
        broken[4] = double.NaN;
        Assert.Throws<ArgumentException>(() => FsrsParameters.Create(broken));
    }

    [Fact]
    public void Equals_ComparesWeights()
    {
        double[] weights = [.. FsrsParameters.Default.Weights];
        Assert.Equal(FsrsParameters.Create(weights).GetHashCode(), FsrsParameters.Default.GetHashCode());
        weights[0] = 0.3;
        Assert.NotEqual(FsrsParameters.Create(weights), FsrsParameters.Default);
    }
}
