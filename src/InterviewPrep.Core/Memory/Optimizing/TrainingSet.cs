using System.Collections.Immutable;

namespace InterviewPrep.Core.Memory.Optimizing;

/// <summary>
/// The reviews of a log by card, ready to learn from: rare first intervals are left out, later reviews count more. Source of the
/// rules: fsrs-rs 6, <c>dataset.rs</c>.
/// </summary>
internal sealed class TrainingSet
{
    private const int LongestSequence = 256;

    private TrainingSet(ImmutableArray<ImmutableArray<TrainingReview>> cards, ImmutableArray<FirstInterval> firstIntervals)
    {
        Cards = cards;
        FirstIntervals = firstIntervals;
        Counts = [.. cards.Select(card => card.Count(review => review.Weight > 0))];
        Count = Counts.Sum();
    }

    /// <summary>The reviews of each card, in time order.</summary>
    public ImmutableArray<ImmutableArray<TrainingReview>> Cards { get; }

    /// <summary>How many predictions each card has.</summary>
    public ImmutableArray<int> Counts { get; }

    /// <summary>How many predictions there are.</summary>
    public int Count { get; }

    /// <summary>What came of the first review that was at least a day after the first answer.</summary>
    public ImmutableArray<FirstInterval> FirstIntervals { get; }

    public static TrainingSet Of(IReadOnlyList<LoggedReview> log)
    {
        var cards = new Dictionary<long, List<(int At, LoggedReview Review)>>();
        for (var i = 0; i < log.Count; i++)
        {
            if (!cards.TryGetValue(log[i].Card, out var reviews)) cards.Add(log[i].Card, reviews = []);
            if (reviews.Count < LongestSequence) reviews.Add((i, log[i]));
        }

        var known = cards.Values.Select(Trim).Where(card => card.Count > 0).ToList();
        var groups = known.GroupBy(FirstIntervalOf).Select(group => new FirstInterval(group.Key.Rating, group.Key.Days, group.Count(FirstRecalled), group.Count())).ToList();
        var kept = Common(groups).ToDictionary(group => (group.Rating, group.Days));
        known.RemoveAll(card => !kept.ContainsKey(FirstIntervalOf(card)));
        return new TrainingSet(Weigh(known), [.. kept.Values.OrderBy(g => g.Rating).ThenBy(g => g.Days)]);
    }

    /// <summary>Nothing is learnt from what follows the last review after a day or more.</summary>
    private static List<(int At, LoggedReview Review)> Trim(List<(int At, LoggedReview Review)> card)
    {
        var last = card.FindLastIndex(r => r.Review.ElapsedDays > 0);
        return last < 1 ? [] : card[..(last + 1)];
    }

    private static (int Rating, int Days) FirstIntervalOf(List<(int At, LoggedReview Review)> card) =>
        ((int)card[0].Review.Rating, card[FirstDayLater(card)].Review.ElapsedDays);

    private static bool FirstRecalled(List<(int At, LoggedReview Review)> card) => card[FirstDayLater(card)].Review.Rating != Rating.Again;

    private static int FirstDayLater(List<(int At, LoggedReview Review)> card) => card.FindIndex(1, r => r.Review.ElapsedDays > 0);

    /// <summary>
    /// Of each first rating, the smallest groups go, up to 20 reviews or a twentieth; of the rest those of less than six reviews, and
    /// those of a first interval longer than 100 days (a year after Easy).
    /// </summary>
    private static IEnumerable<FirstInterval> Common(List<FirstInterval> groups)
    {
        foreach (var sameRating in groups.GroupBy(g => g.Rating))
        {
            var allowance = Math.Max(20, sameRating.Sum(g => g.Count) / 20);
            var longest = sameRating.Key == (int)Rating.Easy ? 365 : 100;
            var removed = 0;
            foreach (var group in sameRating.OrderBy(g => g.Count).ThenByDescending(g => g.Days))
            {
                if (removed + group.Count <= allowance) removed += group.Count;
                else if (group.Count >= 6 && group.Days <= longest) yield return group;
            }
        }
    }

    /// <summary>From a quarter for the oldest prediction to one for the newest.</summary>
    private static ImmutableArray<ImmutableArray<TrainingReview>> Weigh(List<List<(int At, LoggedReview Review)>> cards)
    {
        var places = cards.SelectMany(card => card.Skip(1).Where(r => r.Review.ElapsedDays > 0).Select(r => r.At)).Order().ToArray();
        var weights = new Dictionary<int, double>(places.Length);
        for (var i = 0; i < places.Length; i++) weights.Add(places[i], 0.25 + (0.75 * Math.Pow((double)i / Math.Max(1, places.Length - 1), 3)));
        return
        [
            .. cards.Select(card => card.Select((r, n) => new TrainingReview(
                (int)r.Review.Rating, n == 0 ? 0 : Math.Max(0, r.Review.ElapsedDays), n == 0 ? 0 : weights.GetValueOrDefault(r.At))).ToImmutableArray()),
        ];
    }

    /// <summary>Cards with the same first rating and the same first interval.</summary>
    /// <param name="Rating">1 to 4.</param>
    /// <param name="Days">At least 1.</param>
    /// <param name="Recalled">How many were recalled then.</param>
    /// <param name="Count">How many there are, at least 1.</param>
    internal readonly record struct FirstInterval(int Rating, int Days, int Recalled, int Count);
}
