using System.Collections.Immutable;
using InterviewPrep.Core.Evaluation;

namespace InterviewPrep.Core.Memory;

/// <summary>
/// What a memory model would have predicted before each review of a log, and what happened. Only reviews at least a day after
/// the card's review before are predicted; recalled is everything but <see cref="Rating.Again"/>.
/// </summary>
/// <param name="Predicted">Chance of recall, 0 to 1, in the order of the log.</param>
/// <param name="Recalled">What happened.</param>
/// <param name="Reviews">What decides the group of each for <see cref="RmseBins"/>.</param>
public sealed record ReviewPredictions(ImmutableArray<double> Predicted, ImmutableArray<bool> Recalled, ImmutableArray<RmseBins.Review> Reviews)
{
    /// <summary>How many reviews were predicted.</summary>
    public int Count => Predicted.Length;

    /// <summary>Mean negative log likelihood in nats.</summary>
    public double LogLoss => PredictionMetrics.LogLoss(Predicted.AsSpan(), Recalled.AsSpan());

    /// <summary>Area under the ROC curve.</summary>
    public double Auc => PredictionMetrics.Auc(Predicted.AsSpan(), Recalled.AsSpan());

    /// <summary>Root mean squared error over groups of alike reviews.</summary>
    public double RmseOfBins => RmseBins.Of(Reviews, Predicted.AsSpan(), Recalled.AsSpan());

    /// <summary>Predicts every review of a log that can be predicted, each from all that came before it.</summary>
    public static ReviewPredictions Of(MemoryModel model, IReadOnlyList<LoggedReview> log)
    {
        var predicted = ImmutableArray.CreateBuilder<double>();
        var recalled = ImmutableArray.CreateBuilder<bool>();
        var reviews = ImmutableArray.CreateBuilder<RmseBins.Review>();
        var cards = new Dictionary<long, (MemoryState State, int Number, int Lapses)>();
        foreach (var (card, rating, elapsed) in log)
        {
            var (state, number, lapses) = cards.GetValueOrDefault(card);
            if (state.IsNew)
            {
                number = 1;
            }
            else if (elapsed > 0)
            {
                number++;
                predicted.Add(model.Retrievability(elapsed, state.Stability));
                recalled.Add(rating != Rating.Again);
                reviews.Add(new RmseBins.Review(elapsed, number, lapses));
                if (rating == Rating.Again) lapses++;
            }

            cards[card] = (model.Next(state, rating, elapsed), number, lapses);
        }

        return new ReviewPredictions(predicted.ToImmutable(), recalled.ToImmutable(), reviews.ToImmutable());
    }

    /// <summary>The predictions from a place on.</summary>
    public ReviewPredictions From(int start) => new(Predicted[start..], Recalled[start..], Reviews[start..]);
}
