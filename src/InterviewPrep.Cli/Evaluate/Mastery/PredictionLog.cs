using System.Collections.Immutable;
using InterviewPrep.Core.Evaluation;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>Predictions with what came of them.</summary>
internal sealed class PredictionLog
{
    private readonly List<double> _predicted = [];
    private readonly List<bool> _happened = [];

    public void Add(double predicted, bool happened)
    {
        _predicted.Add(predicted);
        _happened.Add(happened);
    }

    public double Auc => PredictionMetrics.Auc([.. _predicted], [.. _happened]);

    /// <summary>All figures; the bins are the points of a reliability diagram.</summary>
    public Figures Summary()
    {
        double[] predicted = [.. _predicted];
        bool[] happened = [.. _happened];
        return new(
            predicted.Length, PredictionMetrics.Auc(predicted, happened), PredictionMetrics.LogLoss(predicted, happened),
            PredictionMetrics.Brier(predicted, happened), PredictionMetrics.ExpectedCalibrationError(predicted, happened),
            ReliabilityBin.Group(predicted, happened));
    }

    internal sealed record Figures(int Answers, double Auc, double LogLoss, double Brier, double CalibrationError, ImmutableArray<ReliabilityBin> Reliability);
}
