using System.Globalization;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Data.Review;

/// <summary>What fitting a learner's own parameters came to. Of those that were adopted the newest is in use.</summary>
public sealed class FittedParameters
{
    /// <summary>The longest text of weights, in UTF-16 units.</summary>
    internal const int MaxLength = 600;

    /// <summary>Version 7.</summary>
    public required Guid Id { get; init; }

    public required Guid LearnerId { get; set; }

    /// <summary>The 21 weights, separated by spaces.</summary>
    public required string Weights { get; init; }

    /// <inheritdoc cref="ParameterProposal.IsAdopted"/>
    public required bool IsAdopted { get; init; }

    /// <inheritdoc cref="ParameterProposal.Reviews"/>
    public required int Reviews { get; init; }

    /// <inheritdoc cref="ParameterProposal.HeldOut"/>
    public required int HeldOut { get; init; }

    /// <summary>Nats; <see langword="null"/> when there were too few reviews to compare.</summary>
    public double? LogLossBefore { get; init; }

    /// <summary>Nats; <see langword="null"/> when there were too few reviews to compare.</summary>
    public double? LogLossFitted { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The weights as the memory model takes them.</summary>
    public FsrsParameters Parameters => Read(Weights) ?? FsrsParameters.Default;

    internal static FittedParameters Of(Guid id, Guid learner, ParameterProposal proposal, DateTime now) => new()
    {
        Id = id,
        LearnerId = learner,
        Weights = string.Join(' ', proposal.Parameters.Weights.Select(w => w.ToString("R", CultureInfo.InvariantCulture))),
        IsAdopted = proposal.IsAdopted,
        Reviews = proposal.Reviews,
        HeldOut = proposal.HeldOut,
        LogLossBefore = Finite(proposal.LogLossBefore),
        LogLossFitted = Finite(proposal.LogLossFitted),
        Time = UtcConverter.Truncate(now),
    };

    /// <summary>Reads weights; <see langword="null"/> for anything but 21 finite numbers.</summary>
    internal static FsrsParameters? Read(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var weights = new double[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (!double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out weights[i]) || !double.IsFinite(weights[i])) return null;
        }

        return weights.Length == FsrsParameters.Count ? FsrsParameters.Create(weights) : null;
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
