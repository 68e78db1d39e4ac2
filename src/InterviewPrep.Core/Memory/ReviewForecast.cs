using System.Collections.Immutable;

namespace InterviewPrep.Core.Memory;

/// <summary>
/// How many minutes of review the coming days bring. Supposes that each card is answered on the day it falls due and recalled
/// (<see cref="Rating.Good"/>): lapses bring more, questions still to be learnt too.
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
        var due = new double[days];
        foreach (var item in items)
        {
            if (!item.IsSuspended && item.Card.State != CardState.New) AddReviews(item, settings, now, today, due);
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

    private static void AddReviews(ReviewItem item, ReviewSettings settings, DateTime now, DateOnly today, double[] due)
    {
        var card = item.Card;
        for (var at = card.Due < now ? now : card.Due; ; at = card.Due)
        {
            var day = settings.StudyDay.Of(at).DayNumber - today.DayNumber;
            if (day >= due.Length) return;
            due[day] += item.Seconds / 60;
            card = settings.Scheduler.Review(card, Rating.Good, at, card.LastReview is { } last ? settings.StudyDay.Between(last, at) : 0);
        }
    }
}
