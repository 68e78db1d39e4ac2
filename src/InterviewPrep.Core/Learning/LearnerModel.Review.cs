using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Learning;

/// <content>What to review, and what that will take.</content>
public sealed partial class LearnerModel
{
    /// <summary>Answers by whose durations the learner's pace is told.</summary>
    private const int PaceAnswers = 200;

    /// <summary>With fewer of them the expected times hold.</summary>
    private const int LeastPaceAnswers = 20;

    /// <summary>The longest time that one answer counts for: whoever left the page open did not study.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(10);

    private double? _pace;

    /// <summary>
    /// How long this learner takes, as a multiple of the expected time: the median over their last answers, within 0.25 and 2; 1 with little
    /// evidence.
    /// </summary>
    public double Pace => _pace ??= MeasuredPace();

    /// <summary>The card of a question; <see langword="null"/> when nothing has made one.</summary>
    public Card? CardOf(string question) => _items.Find(question) is { } item ? _memories[item.Index].Card : null;

    /// <summary>What each rating would make of a question's card now; <see langword="null"/> for a question that the course does not have.</summary>
    public CardPreview? PreviewOf(string question, DateTime now) =>
        _items.Find(question) is { } item ? _fold.Preview(_memories[item.Index], item, now) : null;

    /// <summary>What to review now, in order, within the minutes that are left of the day.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="minutesPerDay">How many minutes of review the learner wants in a day; 0 is none.</param>
    /// <param name="suspended">Ids of the questions put aside.</param>
    /// <param name="weights">How much a concept matters; <see langword="null"/> for <see cref="WeightOf"/>.</param>
    public ReviewQueue QueueAt(DateTime now, double minutesPerDay, IReadOnlySet<string>? suspended = null, Func<string, double>? weights = null) =>
        ReviewQueue.Today(ReviewItems(suspended, weights), SettingsAt(now, minutesPerDay), now);

    /// <summary>Everything that has been answered, due or not, weakest first: for the evening before. Answer it in <see cref="AnswerMode.Cram"/>.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="concepts">Ids of the concepts to go through; <see langword="null"/> for all.</param>
    /// <param name="minutes">At most so many minutes; <see langword="null"/> for all.</param>
    /// <param name="suspended">Ids of the questions put aside.</param>
    public ImmutableArray<QueuedReview> CramAt(DateTime now, IReadOnlySet<string>? concepts = null, double? minutes = null, IReadOnlySet<string>? suspended = null) =>
        ReviewQueue.Cram(ReviewItems(suspended, null).Where(i => concepts is null || concepts.Contains(i.PrimaryConcept)), SettingsAt(now, 0), now, minutes);

    /// <summary>How many minutes of review the coming days bring, from today on.</summary>
    /// <param name="days">How many days, at least 1.</param>
    /// <param name="now">UTC.</param>
    /// <param name="minutesPerDay">How many minutes the learner wants in a day.</param>
    /// <param name="suspended">Ids of the questions put aside.</param>
    public ImmutableArray<ReviewDay> Forecast(int days, DateTime now, double minutesPerDay, IReadOnlySet<string>? suspended = null) =>
        ReviewForecast.Of(ReviewItems(suspended, null), SettingsAt(now, minutesPerDay), now, days);

    /// <summary>Minutes spent on review answers on the study day of a moment.</summary>
    public double ReviewMinutesOn(DateTime now)
    {
        var today = (int)Math.Floor(_clock.Of(now));
        var time = TimeSpan.Zero;
        for (var place = Count - 1; place >= 0 && _log[place].Date >= today; place--)
        {
            ref readonly var record = ref _log[place];
            if (record.Date == today && record.Mode == (byte)AnswerMode.Review) time += Spent(record);
        }

        return time.TotalMinutes;
    }

    /// <summary>The chance, 0 to 1, that each card that there is is recalled now.</summary>
    public ImmutableArray<double> RetrievabilitiesAt(DateTime now) =>
        [.. _items.All.Select(i => _memories[i.Index].Card).OfType<Card>().Select(c => Scheduler.Retrievability(c, now))];

    /// <summary>The reviews that fitting the learner's own parameters learns from.</summary>
    public ImmutableArray<LoggedReview> ReviewLog()
    {
        var reviews = ImmutableArray.CreateBuilder<LoggedReview>();
        var last = new Dictionary<int, int>();
        foreach (ref readonly var record in _log.Records)
        {
            if (record.Rating == 0) continue;
            var elapsed = last.TryGetValue(record.Question, out var before) ? Math.Max(0, record.Date - before) : 0;
            last[record.Question] = record.Date;
            reviews.Add(new LoggedReview(record.Question, (Rating)record.Rating, elapsed));
        }

        return reviews.ToImmutable();
    }

    private ReviewSettings SettingsAt(DateTime now, double minutesPerDay) => new()
    {
        Scheduler = Scheduler,
        StudyDay = StudyDay,
        MinutesPerDay = minutesPerDay,
        MinutesToday = ReviewMinutesOn(now),
        ConfidentlyWrong = ConfidentlyWrong,
        Seed = (ulong)StudyDay.Of(now).DayNumber,
    };

    private List<ReviewItem> ReviewItems(IReadOnlySet<string>? suspended, Func<string, double>? weights)
    {
        var items = new List<ReviewItem>();
        foreach (var item in _items.All)
        {
            if (_memories[item.Index].Card is not { } card) continue;
            var weight = weights?.Invoke(item.Question.Concepts[0]) ?? _items.Concepts[item.Concept].Weight;
            items.Add(new ReviewItem(item.Id, item.Question.Concepts, card, weight, item.Expected.TotalSeconds * Pace, suspended?.Contains(item.Id) == true));
        }

        return items;
    }

    private double MeasuredPace()
    {
        var paces = new List<double>(PaceAnswers);
        for (var place = Count - 1; place >= 0 && paces.Count < PaceAnswers; place--)
        {
            ref readonly var record = ref _log[place];
            if (record.Question < _items.All.Length && record.Duration > 0) paces.Add(record.Duration / _items.All[record.Question].Expected.TotalMilliseconds);
        }

        if (paces.Count < LeastPaceAnswers) return 1;
        paces.Sort();
        return Math.Clamp(paces[paces.Count / 2], 0.25, 2);
    }

    private static TimeSpan Spent(in AnswerRecord record) => TimeSpan.FromMilliseconds(Math.Min(record.Duration, LongestAnswer.TotalMilliseconds));
}
