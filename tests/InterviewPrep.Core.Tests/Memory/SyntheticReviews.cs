using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Tests.Memory;

/// <summary>Review logs of learners whose memory follows FSRS with known weights.</summary>
internal static class SyntheticReviews
{
    /// <summary>A learner who differs from the defaults: forgets first answers sooner and gains less by each review.</summary>
    public static FsrsParameters Truth { get; } = FsrsParameters.Create(
    [
        0.1, 0.5, 1, 3, 6.1, 0.6, 2.6, 0.01, 1.1, 0.2, 0.7, 1.2, 0.07, 0.2, 1.4, 0.55, 1.6, 0.5, 0.1, 0.1, 0.4,
    ]);

    public static List<LoggedReview> Log(FsrsParameters truth, int cards, int days, ulong seed)
    {
        var model = new MemoryModel(truth);
        var random = new SplitMix64(seed);
        var byDay = new SortedDictionary<int, Queue<(long Card, MemoryState State, int Last)>>();
        void Plan(int day, (long, MemoryState, int) card)
        {
            if (!byDay.TryGetValue(day, out var queue)) byDay.Add(day, queue = []);
            queue.Enqueue(card);
        }

        for (var card = 0; card < cards; card++) Plan(random.Next(days / 2), (card, default, 0));
        var log = new List<LoggedReview>();
        while (byDay.Count > 0)
        {
            var (day, queue) = byDay.First();
            if (day >= days) break;
            if (!queue.TryDequeue(out var due))
            {
                byDay.Remove(day);
                continue;
            }

            var elapsed = due.State.IsNew ? 0 : day - due.Last;
            var recalled = random.NextDouble() < (due.State.IsNew ? 0.7 : elapsed == 0 ? 0.95 : model.Retrievability(elapsed, due.State.Stability));
            var rating = !recalled ? Rating.Again : random.NextDouble() switch { < 0.15 => Rating.Hard, < 0.85 => Rating.Good, _ => Rating.Easy };
            log.Add(new LoggedReview(due.Card, rating, elapsed));
            var state = model.Next(due.State, rating, elapsed);
            var wait = rating == Rating.Again ? 0 : Math.Max(1, (int)Math.Round(state.Stability * (0.5 + random.NextDouble())));
            Plan(day + wait, (due.Card, state, day));
        }

        return log;
    }
}
