using BenchmarkDotNet.Attributes;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core;

namespace InterviewPrep.Benchmarks;

/// <summary>Steps of the memory model and of the scheduler, and today's queue of a learner with 5,000 cards. tests/load/fsrs.sh compares with ts-fsrs.</summary>
[MemoryDiagnoser]
public class MemoryBenchmarks
{
    private const int Chain = 10;
    private static readonly DateTime Start = new(2026, 11, 25, 9, 0, 0, DateTimeKind.Utc);
    private readonly Scheduler _scheduler = new(FsrsParameters.Default);
    private readonly Card _card = new Scheduler(FsrsParameters.Default).Review(Card.New, Rating.Easy, Start, 0);
    private ReviewItem[] _items = [];

    [GlobalSetup]
    public void Prepare()
    {
        var random = new SplitMix64(1);
        _items = new ReviewItem[5000];
        for (var i = 0; i < _items.Length; i++)
        {
            var at = Start.AddDays(-random.Next(60));
            _items[i] = new ReviewItem($"question-{i}", [$"concept-{random.Next(200)}"], _scheduler.Review(Card.New, Rating.Easy, at, 0));
        }
    }

    /// <summary>Ten answers to one card, memory alone: what a fold does.</summary>
    [Benchmark(OperationsPerInvoke = Chain)]
    public MemoryState Next()
    {
        var state = default(MemoryState);
        for (var i = 0; i < Chain; i++) state = _scheduler.Model.Next(state, i == 6 ? Rating.Again : Rating.Good, 1 + (5 * i));
        return state;
    }

    /// <summary>Ten answers to one card with its due dates.</summary>
    [Benchmark(OperationsPerInvoke = Chain)]
    public Card Review()
    {
        var card = Card.New;
        var now = Start;
        for (var i = 0; i < Chain; i++)
        {
            card = _scheduler.Review(card, i == 6 ? Rating.Again : Rating.Good, now, i == 0 ? 0 : StudyDay.Utc.Between(card.LastReview!.Value, now));
            now = card.Due;
        }

        return card;
    }

    [Benchmark]
    public CardPreview Preview() => _scheduler.Preview(_card, Start.AddDays(9), 9);

    [Benchmark]
    public ReviewQueue Today() => ReviewQueue.Today(_items, new ReviewSettings { Scheduler = _scheduler, StudyDay = new StudyDay(TimeZoneInfo.Utc) }, Start);
}
