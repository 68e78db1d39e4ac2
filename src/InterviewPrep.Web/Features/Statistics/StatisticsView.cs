using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Core.Calibration;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Memory;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Answers;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Features.Review;

namespace InterviewPrep.Web.Features.Statistics;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">How high, at least 0.</param>
/// <param name="Note">What else its row in the table says.</param>
public sealed record Bar(string Label, double Value, string? Note = null);

/// <summary>A row of totals.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Totals">Its totals.</param>
/// <param name="Answers">The answers that it counts.</param>
public sealed record TotalsRow(string Label, StudyTotals Totals, AnswerFilter Answers);

/// <summary>What the page of statistics says.</summary>
public sealed class StatisticsView
{
    private const int WeeksShown = 20;
    private const int ForecastDays = 14;
    private const int Bins = 10;
    private const int Week = 7;

    private StatisticsView(LearnerModel model, LearnerSettings settings, IReadOnlySet<string> suspended, DateTime now)
    {
        Totals = model.Totals();
        Days = model.Days();
        Weeks = WeeksOf(Days);
        Retention = model.Retention();
        Desired = model.Scheduler.Settings.DesiredRetention;
        Cards = model.Cards.Count;
        Retrievability = BinsOf(model.RetrievabilitiesAt(now));
        Forecast = [.. model.Forecast(ForecastDays, now, settings.DailyMinutes, suspended).Select(d => new Bar(d.Day.ToString("d MMM", CultureInfo.InvariantCulture), Math.Round(d.DueMinutes, 1)))];
        Modules = [.. model.ByModule().Select(p => new TotalsRow(model.Course.FindModule(p.Key)?.Title ?? model.Course.Decks.FirstOrDefault(d => d.Id == p.Key)?.Title ?? p.Key, p.Value, new AnswerFilter(p.Key, null, null, null)))];
        Levels = [.. model.ByLevel().OrderBy(p => p.Key).Select(p => new TotalsRow(QuestionWords.Level(p.Key), p.Value, new AnswerFilter(null, p.Key, null, null)))];
        Types = [.. model.ByType().OrderBy(p => p.Key).Select(p => new TotalsRow(QuestionWords.Kind(p.Key), p.Value, new AnswerFilter(null, null, p.Key, null)))];
        Leeches = Leech.Of(model.Course, model.QueueAt(now, settings.DailyMinutes, suspended));
        Calibration = model.Calibration();
        ParametersNote = model.Scheduler.Model.Parameters.Equals(FsrsParameters.Default)
            ? "Intervals come from FSRS-6 with its default parameters: your own are fitted once there are enough reviews, and used only if they predict better."
            : "Intervals come from FSRS-6 with parameters fitted to your own answers.";
    }

    /// <summary>All answers.</summary>
    public StudyTotals Totals { get; }

    /// <summary>By day.</summary>
    public ImmutableArray<DayTotals> Days { get; }

    /// <summary>Mean mark in percent by week.</summary>
    public ImmutableArray<Bar> Weeks { get; }

    /// <summary>How well due cards were recalled.</summary>
    public RetentionRecord Retention { get; }

    /// <summary>Desired retention, 0 to 1.</summary>
    public double Desired { get; }

    /// <summary>How many questions are in memory.</summary>
    public int Cards { get; }

    /// <summary>How many cards by chance of recall.</summary>
    public ImmutableArray<Bar> Retrievability { get; }

    /// <summary>Minutes due a day.</summary>
    public ImmutableArray<Bar> Forecast { get; }

    /// <summary>By module.</summary>
    public ImmutableArray<TotalsRow> Modules { get; }

    /// <summary>By level.</summary>
    public ImmutableArray<TotalsRow> Levels { get; }

    /// <summary>By type.</summary>
    public ImmutableArray<TotalsRow> Types { get; }

    /// <summary>Questions forgotten too often.</summary>
    public ImmutableArray<Leech> Leeches { get; }

    /// <summary>Certainty against correctness.</summary>
    public CalibrationReport Calibration { get; }

    /// <summary>Which parameters are in use.</summary>
    public string ParametersNote { get; }

    /// <summary>The statistics of a learner with answers.</summary>
    public static StatisticsView Of(LearnerModel model, LearnerSettings settings, IReadOnlySet<string> suspended, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        return new StatisticsView(model, settings, suspended, now);
    }

    private static ImmutableArray<Bar> WeeksOf(ImmutableArray<DayTotals> days) =>
    [
        .. days.GroupBy(d => d.Day.AddDays(-(((int)d.Day.DayOfWeek + Week - 1) % Week))).OrderBy(g => g.Key).TakeLast(WeeksShown)
            .Select(g => new Bar(g.Key.ToString("d MMM", CultureInfo.InvariantCulture), Math.Round(100 * g.Sum(d => d.Totals.Score) / g.Sum(d => d.Totals.Answers)), Components.Phrases.Count(g.Sum(d => d.Totals.Answers), "answer"))),
    ];

    private static ImmutableArray<Bar> BinsOf(ImmutableArray<double> chances) =>
        [.. Enumerable.Range(0, Bins).Select(b => new Bar($"{b * 10}–{(b + 1) * 10} %", chances.Count(c => Math.Min(Bins - 1, (int)(c * Bins)) == b)))];
}
