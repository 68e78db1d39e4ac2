using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace InterviewPrep.Core.Memory;

/// <summary>
/// What to ask today, in order. First what was answered as certain and wrong, then steps of minutes, then what is due, by how much
/// is lost by waiting (<see cref="QueuedReview.Urgency"/>); interleaved over concepts; no more than the minutes a day. What does not
/// fit is not a debt: it is offered on a later day.
/// </summary>
/// <param name="Reviews">What to ask, in order.</param>
/// <param name="Minutes">How long that takes.</param>
/// <param name="BacklogMinutes">What is due and does not fit into today.</param>
/// <param name="DaysUntilClear">Days from today until nothing is left over, by <see cref="ReviewForecast"/>; null when that takes more than 90 days.</param>
/// <param name="Leeches">Cards that were forgotten too often, most often first; suspended ones are left out.</param>
[SuppressMessage("Naming", "CA1711", Justification = "The field's word for what is to be reviewed, in order.")]
public sealed record ReviewQueue(
    ImmutableArray<QueuedReview> Reviews, double Minutes, double BacklogMinutes, int? DaysUntilClear, ImmutableArray<ReviewItem> Leeches)
{
    private const int LongestOutlook = 90;

    /// <summary>Makes the queue of a moment.</summary>
    /// <param name="items">All cards of the learner.</param>
    /// <param name="settings">What decides it.</param>
    /// <param name="now">UTC.</param>
    public static ReviewQueue Today(IReadOnlyCollection<ReviewItem> items, ReviewSettings settings, DateTime now)
    {
        var due = new List<QueuedReview>();
        var today = settings.StudyDay.Of(now);
        var (begin, end) = (settings.StudyDay.EndOf(today.AddDays(-1)), settings.StudyDay.EndOf(today));
        foreach (var item in items)
        {
            if (Reason(item, settings, now, begin, end) is { } reason) due.Add(new QueuedReview(item, reason, settings.Scheduler.Retrievability(item.Card, now)));
        }

        var room = Math.Max(0, settings.MinutesPerDay - settings.MinutesToday);
        var (chosen, left) = Fit(Order(due, settings.Seed), room);
        var backlog = Total(left);
        return new ReviewQueue(
            [.. Interleaving.Of(chosen)],
            Total(chosen),
            backlog,
            backlog == 0 ? 0 : DaysUntil(items, settings, now),
            [.. items.Where(i => !i.IsSuspended && settings.Leeches.IsLeech(i.Card.Lapses)).OrderByDescending(i => i.Card.Lapses).ThenBy(i => i.QuestionId, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// Everything that is not suspended, due or not, weakest first and interleaved: for the evening before. Answers to it must not be
    /// folded into the cards, so that the schedule stays as it is.
    /// </summary>
    /// <param name="items">What to go through; cards that were never answered count as forgotten.</param>
    /// <param name="settings">Whose scheduler and seed count; minutes do not.</param>
    /// <param name="now">UTC.</param>
    /// <param name="minutes">At most so many minutes, or null for all.</param>
    public static ImmutableArray<QueuedReview> Cram(IEnumerable<ReviewItem> items, ReviewSettings settings, DateTime now, double? minutes = null)
    {
        var all = items.Where(i => !i.IsSuspended).Select(i => new QueuedReview(i, ReviewReason.Cram, settings.Scheduler.Retrievability(i.Card, now)));
        return [.. Interleaving.Of(Fit(Order(all, settings.Seed), minutes ?? double.PositiveInfinity).Chosen)];
    }

    /// <summary>
    /// Intervals of days end with the day, steps at their minute. What was confidently wrong comes at the latest on the next day,
    /// whatever its interval.
    /// </summary>
    private static ReviewReason? Reason(ReviewItem item, ReviewSettings settings, DateTime now, DateTime beginOfDay, DateTime endOfDay)
    {
        if (item.IsSuspended || item.Card is not { LastReview: { } last } card) return null;
        var isDue = card.State == CardState.Review ? card.Due < endOfDay : card.Due <= now;
        if (settings.ConfidentlyWrong.Contains(item.QuestionId) && (isDue || last < beginOfDay)) return ReviewReason.ConfidentlyWrong;
        return !isDue ? null : card.State == CardState.Review ? ReviewReason.Due : ReviewReason.Step;
    }

    private static IEnumerable<QueuedReview> Order(IEnumerable<QueuedReview> reviews, ulong seed) => reviews
        .OrderBy(r => r.Reason)
        .ThenByDescending(r => r.Urgency)
        .ThenBy(r => Lot(r.Item.QuestionId, seed))
        .ThenBy(r => r.Item.QuestionId, StringComparer.Ordinal);

    /// <summary>Takes what fits, in order; a single question longer than the room that is left is taken alone rather than never.</summary>
    private static (List<QueuedReview> Chosen, List<QueuedReview> Left) Fit(IEnumerable<QueuedReview> ordered, double minutes)
    {
        List<QueuedReview> chosen = [], left = [];
        var room = minutes * 60;
        foreach (var review in ordered)
        {
            if (review.Item.Seconds <= room || (chosen.Count == 0 && room > 0))
            {
                chosen.Add(review);
                room -= review.Item.Seconds;
            }
            else
            {
                left.Add(review);
            }
        }

        return (chosen, left);
    }

    private static int? DaysUntil(IEnumerable<ReviewItem> items, ReviewSettings settings, DateTime now)
    {
        if (settings.MinutesPerDay <= 0) return null;
        var forecast = ReviewForecast.Of(items, settings, now, LongestOutlook + 1);
        for (var day = 1; day < forecast.Length; day++)
        {
            if (forecast[day].BacklogMinutes < 1e-9) return day;
        }

        return null;
    }

    private static double Total(IEnumerable<QueuedReview> reviews) => reviews.Sum(r => r.Item.Seconds) / 60;

    /// <summary>A random number of a question that stays the same for a seed (FNV-1a, then SplitMix64).</summary>
    private static ulong Lot(string id, ulong seed)
    {
        var hash = 0xCBF29CE484222325 ^ seed;
        foreach (var character in id) hash = (hash ^ character) * 0x100000001B3;
        return new SplitMix64(hash).Next();
    }
}
