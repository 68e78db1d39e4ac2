using InterviewPrep.Core.Memory;

namespace InterviewPrep.Cli.Evaluate;

/// <summary>
/// <c>evaluate optimizer</c>: fits parameters to the first four fifths of a review log and compares them with the defaults on the
/// last fifth, which the fit has not seen.
/// </summary>
internal static class OptimizerEvaluation
{
    private const double HeldOut = 0.2;

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider clock)
    {
        if (arguments is not [{ } file] || file.StartsWith('-')) return EvaluateCommand.Misuse(error, "evaluate optimizer is followed by one review log.");
        var log = ReviewLogFile.Read(file);
        var (older, firstHeldOut) = FsrsOptimizer.Split(log, HeldOut);
        var byDefault = ReviewPredictions.Of(new MemoryModel(FsrsParameters.Default), log);
        if (byDefault.Count == firstHeldOut || firstHeldOut == 0) throw new DataFileException(file, "There are too few reviews at least a day apart to hold some out.");
        var begin = clock.GetTimestamp();
        var fitted = FsrsOptimizer.Fit(older);
        var seconds = clock.GetElapsedTime(begin).TotalSeconds;
        var byFitted = ReviewPredictions.Of(new MemoryModel(fitted), log);
        var (before, after) = (byDefault.From(firstHeldOut), byFitted.From(firstHeldOut));
        ResultJson.Write(output, new
        {
            algorithm = FsrsParameters.Version,
            reviews = log.Count,
            fittedTo = older.Count,
            heldOut = before.Count,
            @default = Figures(before),
            fitted = Figures(after),
            isBetter = after.LogLoss < before.LogLoss,
            seconds,
            reviewsPerSecond = older.Count / seconds,
            weights = fitted.Weights.Select(w => Math.Round(w, 4)),
        });
        return Commands.Passed;
    }

    private static object Figures(ReviewPredictions predictions) =>
        new { logLoss = predictions.LogLoss, rmseBins = predictions.RmseOfBins, auc = predictions.Auc };
}
