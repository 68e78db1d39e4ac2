using System.Collections.Immutable;

namespace InterviewPrep.Core.Memory;

/// <summary>
/// How many minutes of review the coming days bring. Supposes that each card is answered on the day it falls due and recalled
/// (<see cref="Rating.Good"/>): lapses bring more, questions still to be learnt too. Days are 24 hours
/// here: where clocks are changed, a review within that hour may count for the day beside its own.
/// </summary>
public static class ReviewForecast
{
    /// <summary>Forecasts from today on; suspended and new cards are left out.</summary>
    /// <param name="items">All cards of the learner.</param>
    /// <param name="settings">Whose scheduler and minutes count.</param>
    /// <param name="now">UTC.</param>
    /// <param name="days">How many days, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no day.</exception>
    public static ImmutableArray<ReviewDay> Of(IEnumerable<ReviewItem> items, ReviewSettings settings, DateTime now, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var today = settings.StudyDay.Of(now);
        var begin = settings.StudyDay.EndOf(today.AddDays(-1));
        var due = new double[days];
        foreach (var item in items)
        {
            if (!item.IsSuspended && item.Card.State != CardState.New) AddReviews(item, settings, now, begin, due);
        }

        var forecast = ImmutableArray.CreateBuilder<ReviewDay>(days);
        var backlog = 0.0;
        for (var day = 0; day < days; day++)
        {
            var room = Math.Max(0, settings.MinutesPerDay - (day == 0 ? settings.MinutesToday : 0));
            var offered = Math.Min(room, backlog + due[day]);
            backlog = Math.Max(0, backlog + due[day] - offered);
            forecast.Add(new ReviewDay(today.AddDays(day), due[day], offered, backlog));
        }

        return forecast.MoveToImmutable();
    }

    private static void AddReviews(ReviewItem item, ReviewSettings settings, DateTime now, DateTime begin, double[] due)
    {
        var card = item.Card;
        var at = card.Due < now ? now : card.Due;
        var elapsed = card.LastReview is { } last ? settings.StudyDay.Between(last, at) : 0;
        while ((at - begin).Days < due.Length)
        {
            due[(at - begin).Days] += item.Seconds / 60;
            card = settings.Scheduler.Review(card, Rating.Good, at, elapsed);
            at = card.Due;
            elapsed = card.ScheduledDays;
        }
    }
}
