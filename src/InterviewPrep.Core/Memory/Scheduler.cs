using System.Collections.Immutable;

namespace InterviewPrep.Core.Memory;

/// <summary>
/// Decides when a card comes back. Agrees with ts-fsrs 5.4 (<c>basic_scheduler.ts</c> with short-term steps,
/// <c>long_term_scheduler.ts</c> without). Moments are UTC; the same arguments give the same card.
/// </summary>
public sealed class Scheduler
{
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);
    private readonly double _daysPerStability;

    /// <summary>Makes the scheduler of a learner.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The desired retention is not between 0 and 1, or the longest interval is below a day.</exception>
    public Scheduler(FsrsParameters parameters, SchedulerSettings? settings = null)
    {
        Settings = settings ?? SchedulerSettings.Default;
        if (Settings.DesiredRetention is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(settings), Settings.DesiredRetention, "Desired retention is between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(Settings.MaximumInterval, 1, nameof(settings));
        Model = new MemoryModel(parameters, Settings.ShortTerm);
        _daysPerStability = Math.Floor((Model.Interval(1, Settings.DesiredRetention) * 1e8) + 0.5) / 1e8;
    }

    /// <summary>What the learner chose.</summary>
    public SchedulerSettings Settings { get; }

    /// <summary>The formulas with the learner's weights.</summary>
    public MemoryModel Model { get; }

    /// <summary>The chance, 0 to 1, that a card is recalled at a moment, which need not be a whole number of days after the last review.</summary>
    public double Retrievability(Card card, DateTime now) =>
        card.LastReview is { } last ? Model.Retrievability((now - last).TotalDays, card.Memory.Stability) : 0;

    /// <summary>The card after an answer.</summary>
    /// <param name="card">The card before.</param>
    /// <param name="rating">How it was recalled.</param>
    /// <param name="now">When it was answered, UTC.</param>
    /// <param name="elapsedDays">Whole days since its last review, see <see cref="StudyDay.Between"/>; 0 for a new card.</param>
    /// <param name="seed">Where fuzz comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rating does not exist.</exception>
    public Card Review(Card card, Rating rating, DateTime now, int elapsedDays, ulong seed = 0)
    {
        var memory = Model.Next(card.Memory, rating, elapsedDays);
        var reviewed = card with
        {
            Memory = memory,
            LastReview = now,
            Reps = card.Reps + 1,
            Lapses = card.Lapses + (rating == Rating.Again && card.State == CardState.Review ? 1 : 0),
        };
        if (Settings.ShortTerm && (card.State != CardState.Review || rating == Rating.Again))
            return TakeStep(card, reviewed, rating, now) ?? InDays(reviewed, now, Interval(memory, elapsedDays, seed));
        return InDays(reviewed, now, DistinctInterval(card.Memory, rating, elapsedDays, seed));
    }

    /// <summary>What each of the four ratings would make of a card; the arguments are those of <see cref="Review"/>.</summary>
    public CardPreview Preview(Card card, DateTime now, int elapsedDays, ulong seed = 0) => new(
        Review(card, Rating.Again, now, elapsedDays, seed),
        Review(card, Rating.Hard, now, elapsedDays, seed),
        Review(card, Rating.Good, now, elapsedDays, seed),
        Review(card, Rating.Easy, now, elapsedDays, seed));

    private static Card InDays(Card card, DateTime now, int days) => card with
    {
        State = CardState.Review,
        Step = 0,
        ScheduledDays = days,
        Due = now.AddDays(days),
    };

    /// <summary>The next step of minutes, or null when there is none left. A step of a day or more is an interval of days.</summary>
    private Card? TakeStep(Card before, Card card, Rating rating, DateTime now)
    {
        var isRelearning = before.State is CardState.Review or CardState.Relearning;
        var steps = isRelearning ? Settings.RelearningSteps : Settings.LearningSteps;
        var at = before.State == CardState.Review ? 0 : before.Step;
        if (at >= steps.Length) return null;
        (int Step, TimeSpan Wait)? next = rating switch
        {
            Rating.Again => (0, steps[0]),
            Rating.Hard => (at, HardWait(steps)),
            Rating.Good when at + 1 < steps.Length => (at + 1, steps[at + 1]),
            _ => null,
        };
        if (next is not { Wait: var wait, Step: var step } || wait <= TimeSpan.Zero) return null;
        var days = (int)wait.TotalDays;
        return card with
        {
            State = wait >= OneDay ? CardState.Review : isRelearning ? CardState.Relearning : CardState.Learning,
            Step = step,
            ScheduledDays = days,
            Due = now + wait,
        };
    }

    /// <summary>Half-way between the first two steps, in whole minutes; one and a half times the only one.</summary>
    private static TimeSpan HardWait(ImmutableArray<TimeSpan> steps)
    {
        var minutes = steps.Length == 1 ? steps[0].TotalMinutes * 1.5 : (steps[0].TotalMinutes + steps[1].TotalMinutes) / 2;
        return TimeSpan.FromMinutes(Math.Floor(minutes + 0.5));
    }

    /// <summary>The interval of one rating such that better ones are longer by a day at least.</summary>
    private int DistinctInterval(MemoryState before, Rating rating, int elapsedDays, ulong seed)
    {
        int Of(Rating r) => Interval(Model.Next(before, r, elapsedDays), elapsedDays, seed);
        var hard = Of(Rating.Hard);
        var good = Of(Rating.Good);
        if (Settings.ShortTerm)
        {
            hard = Math.Min(hard, good);
        }
        else
        {
            var again = Math.Min(Of(Rating.Again), hard);
            if (rating == Rating.Again) return again;
            hard = Math.Max(hard, again + 1);
        }

        if (rating == Rating.Hard) return hard;
        good = Math.Max(good, hard + 1);
        return rating == Rating.Good ? good : Math.Max(Of(Rating.Easy), good + 1);
    }

    private int Interval(MemoryState memory, int elapsedDays, ulong seed)
    {
        var days = (int)Math.Clamp(Math.Floor((memory.Stability * _daysPerStability) + 0.5), 1, Settings.MaximumInterval);
        return Settings.Fuzz ? Fuzz.Apply(days, elapsedDays, Settings.MaximumInterval, new SplitMix64(seed).NextDouble()) : days;
    }
}
