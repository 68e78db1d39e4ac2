using System.Globalization;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Benchmarks;

/// <summary>What tests/load/fsrs.sh compares with the reference implementations: the same work as its JavaScript, one number a line. Times are of the processor, so that others on the machine count less.</summary>
internal static class MemoryTimes
{
    private const int Chain = 10;
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Prints scheduled reviews and memory steps a second, each after a warm-up.</summary>
    public static void PrintSteps(int reviews)
    {
        var scheduler = new Scheduler(FsrsParameters.Default);
        Reviews(scheduler, reviews / 4);
        Steps(scheduler.Model, reviews);
        Print("review", reviews, () => Reviews(scheduler, reviews));
        Print("next", reviews * 10, () => Steps(scheduler.Model, reviews * 10));
    }

    /// <summary>Prints the seconds that fitting a whole log takes, after one fit for warm-up.</summary>
    public static void PrintFit(string file)
    {
        var log = File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Select(cells => new LoggedReview(
            long.Parse(cells[1], CultureInfo.InvariantCulture), (Rating)int.Parse(cells[2], CultureInfo.InvariantCulture), int.Parse(cells[3], CultureInfo.InvariantCulture))).ToList();
        FsrsOptimizer.Fit(log);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fit {Seconds(() => FsrsOptimizer.Fit(log))}"));
    }

    private static void Print(string name, int count, Action work) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {count / Seconds(work):F0}"));

    private static double Seconds(Action work)
    {
        var begin = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - begin).TotalSeconds;
    }

    private static void Reviews(Scheduler scheduler, int count)
    {
        var card = Card.New;
        var now = Start;
        for (var i = 0; i < count; i++)
        {
            if (i % Chain == 0) (card, now) = (Card.New, Start);
            card = scheduler.Review(card, i % Chain == 6 ? Rating.Again : Rating.Good, now, card.LastReview is { } last ? StudyDay.Utc.Between(last, now) : 0);
            now = card.Due;
        }
    }

    private static void Steps(MemoryModel model, int count)
    {
        var state = default(MemoryState);
        for (var i = 0; i < count; i++)
        {
            if (i % Chain == 0) state = default;
            state = model.Next(state, i % Chain == 6 ? Rating.Again : Rating.Good, 1 + (5 * (i % Chain)));
        }

        if (state.IsNew) throw new InvalidOperationException("Nothing was computed.");
    }
}
