using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Tests.Memory;

public sealed class FsrsOptimizerTests
{
    private static readonly List<LoggedReview> Log = SyntheticReviews.Log(SyntheticReviews.Truth, 600, 400, 7);

    [Fact]
    public void Fit_ALearnerUnlikeTheDefaults_ComesNearTheTruthOnUnseenReviews()
    {
        var unseen = SyntheticReviews.Log(SyntheticReviews.Truth, 2000, 400, 8);
        double Loss(FsrsParameters parameters) => ReviewPredictions.Of(new MemoryModel(parameters), unseen).LogLoss;
        var (usual, truth, fitted) = (Loss(FsrsParameters.Default), Loss(SyntheticReviews.Truth), Loss(Fit(Log)));
        Assert.True(usual - truth > 0.005, $"The learner is too usual: {usual} and {truth}.");
        Assert.InRange(fitted, truth - 0.0005, truth + ((usual - truth) * 0.25));
    }

    [Fact]
    public void Fit_SameSeed_SameParameters()
    {
        Assert.Equal(Fit(Log), Fit(Log));
        Assert.NotEqual(Fit(Log), Fit(Log, OptimizerSettings.Default with { Seed = 1 }));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public void Fit_Result_IsWithinBounds(bool shortTerm, int steps)
    {
        var fitted = Fit(Log, OptimizerSettings.Default with { ShortTerm = shortTerm, RelearningSteps = steps });
        Assert.Equal(fitted, FsrsParameters.Create(fitted.Weights.AsSpan(), shortTerm, steps));
        Assert.Equal(fitted.Weights[..4].Order(), fitted.Weights[..4]);
    }

    [Fact]
    public void Fit_AlmostNothing_IsTheDefaults()
    {
        Assert.Equal(FsrsParameters.Default, Fit([]));
        Assert.Equal(FsrsParameters.Default, Fit(Log[..5]));
        Assert.Equal(FsrsParameters.Default, Fit([.. Enumerable.Range(0, 500).Select(i => new LoggedReview(i, Rating.Good, 0))]));
    }

    [Fact]
    public void Fit_Little_ChangesFirstStabilitiesOnly()
    {
        LoggedReview[] log = [.. Enumerable.Range(0, 50).SelectMany(i => new LoggedReview[] { new(i, Rating.Good, 0), new(i, i % 5 == 0 ? Rating.Again : Rating.Good, 10) })];
        var fitted = Fit(log).Weights;
        Assert.Equal(FsrsParameters.Default.Weights[4..], fitted[4..]);

        // Four of five are recalled after ten days: the stability is where the curve says so, about three days.
        var model = new MemoryModel(FsrsParameters.Default);
        Assert.Equal(0.8, model.Retrievability(10, fitted[2]), 1);
        Assert.InRange(fitted[2], 2.5, 3.5);
        Assert.Equal(fitted[..4].Order(), fitted[..4]);
    }

    [Fact]
    public void Fit_OutOfTimeOrderOfDifferentCards_Differs() =>
        Assert.NotEqual(Fit(Log), Fit([.. Log.OrderBy(r => r.Card)]));

    [Fact]
    public void Fit_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        var reports = new Reports(share =>
        {
            if (share > 0.3) source.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => FsrsOptimizer.Fit(Log, progress: reports, cancellation: source.Token));
        Assert.InRange(reports.Shares[^1], 0.3, 0.7);
        Assert.Throws<OperationCanceledException>(() => FsrsOptimizer.Fit([], cancellation: source.Token));
    }

    [Fact]
    public void Fit_Progress_RisesToTheEnd()
    {
        var reports = new Reports();
        Fit(Log, progress: reports);
        Assert.Equal(reports.Shares.Order(), reports.Shares);
        Assert.Equal(1, reports.Shares[^1], 9);
        Assert.True(reports.Shares.Count > 10);
    }

    [Fact]
    public void Propose_BetterOnTheHeldOut_IsAdopted()
    {
        var proposal = Propose(Log, FsrsParameters.Default);
        Assert.True(proposal.IsAdopted && proposal.LogLossFitted < proposal.LogLossBefore);
        Assert.NotEqual(FsrsParameters.Default, proposal.Parameters);
        Assert.InRange(proposal.HeldOut, proposal.Reviews * 0.19, proposal.Reviews * 0.21);
    }

    [Fact]
    public void Propose_NoBetterThanTheOnesInUse_KeepsThem()
    {
        var proposal = Propose(Log, SyntheticReviews.Truth);
        Assert.False(proposal.IsAdopted);
        Assert.True(proposal.LogLossFitted >= proposal.LogLossBefore);
        Assert.Equal(SyntheticReviews.Truth, proposal.Parameters);
    }

    [Fact]
    public void Propose_TooFewReviews_KeepsThemWithoutFitting()
    {
        var reports = new Reports();
        var proposal = Propose(Log[..450], FsrsParameters.Default, progress: reports);
        Assert.Equal((false, FsrsParameters.Default, 0), (proposal.IsAdopted, proposal.Parameters, proposal.HeldOut));
        Assert.InRange(proposal.Reviews, 1, 399);
        Assert.True(double.IsNaN(proposal.LogLossBefore));
        Assert.Empty(reports.Shares);
    }

    [Fact]
    public void Split_HoldsOutTheNewest()
    {
        var (older, first) = FsrsOptimizer.Split(Log, 0.2);
        var predictions = ReviewPredictions.Of(new MemoryModel(FsrsParameters.Default), Log);
        Assert.Equal(first, ReviewPredictions.Of(new MemoryModel(FsrsParameters.Default), older).Count);
        Assert.Equal((int)(predictions.Count * 0.8), first);
        Assert.Equal(Log[..older.Count], older);
    }

    private static FsrsParameters Fit(IReadOnlyList<LoggedReview> log, OptimizerSettings? settings = null, IProgress<double>? progress = null) =>
        FsrsOptimizer.Fit(log, settings, progress, TestContext.Current.CancellationToken);

    private static ParameterProposal Propose(IReadOnlyList<LoggedReview> log, FsrsParameters current, IProgress<double>? progress = null) =>
        FsrsOptimizer.Propose(log, current, progress: progress, cancellation: TestContext.Current.CancellationToken);

    private sealed class Reports(Action<double>? then = null) : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value)
        {
            Shares.Add(value);
            then?.Invoke(value);
        }
    }
}
