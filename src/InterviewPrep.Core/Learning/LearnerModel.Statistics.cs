using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Learning;

/// <content>What has been done: counted from the answers whenever it is asked for.</content>
public sealed partial class LearnerModel
{
    /// <summary>All answers, oldest first.</summary>
    public IEnumerable<AnswerEntry> Answers => Enumerable.Range(0, Count).Select(EntryAt);

    /// <summary>Whether a question has been answered.</summary>
    public bool HasAnswered(string question) => _items.Find(question) is { } item && _memories[item.Index].LastPlace >= 0;

    /// <summary>The answers to one question of the course, oldest first.</summary>
    public ImmutableArray<AnswerEntry> AnswersOfQuestion(string question)
    {
        if (_items.Find(question) is not { } item) return [];
        var places = new Stack<int>();
        for (var place = _memories[item.Index].LastPlace; place >= 0; place = _log[place].PreviousOfQuestion) places.Push(place);
        return [.. places.Select(EntryAt)];
    }

    /// <summary>The answers to questions whose primary concept it is, the newest first.</summary>
    public IEnumerable<AnswerEntry> EntriesOf(string concept)
    {
        if (_items.FindConcept(concept) is not { } known) yield break;
        for (var place = _lastOfConcept[known.Items[0].Concept]; place >= 0; place = _log[place].PreviousOfConcept) yield return EntryAt(place);
    }

    /// <summary>The answers of one study day, oldest first.</summary>
    public IEnumerable<AnswerEntry> AnswersOn(DateOnly day) => Answers.Where(a => a.Day == day);

    /// <summary>One answer; <see langword="null"/> when it is not here.</summary>
    public AnswerEntry? FindAnswer(Guid id) => _log.PlaceOf(id) is >= 0 and var place ? EntryAt(place) : null;

    /// <summary>The totals of all answers since a study day, those to questions that left the course too.</summary>
    public StudyTotals Totals(DateOnly? since = null)
    {
        var totals = default(StudyTotals);
        foreach (ref readonly var record in Since(since)) totals = totals.Plus(record, Spent(record));
        return totals;
    }

    /// <summary>The totals of each study day with an answer, in order.</summary>
    public ImmutableArray<DayTotals> Days(DateOnly? since = null)
    {
        var days = ImmutableArray.CreateBuilder<DayTotals>();
        foreach (ref readonly var record in Since(since))
        {
            var day = DateOnly.FromDayNumber(record.Date);
            if (days.Count == 0 || days[^1].Day != day) days.Add(new DayTotals(day, default));
            days[^1] = days[^1] with { Totals = days[^1].Totals.Plus(record, Spent(record)) };
        }

        return days.ToImmutable();
    }

    /// <summary>By id of the module; questions of decks are under their deck's id.</summary>
    public IReadOnlyDictionary<string, StudyTotals> ByModule(DateOnly? since = null) => By(since, i => i.Module ?? i.Question.Deck ?? "");

    /// <summary>By authored level, 1 to 4.</summary>
    public IReadOnlyDictionary<int, StudyTotals> ByLevel(DateOnly? since = null) => By(since, i => i.Question.Level);

    /// <summary>By type of question.</summary>
    public IReadOnlyDictionary<QuestionType, StudyTotals> ByType(DateOnly? since = null) => By(since, i => i.Question.Type);

    /// <summary>By primary concept.</summary>
    public IReadOnlyDictionary<string, StudyTotals> ByConcept(DateOnly? since = null) => By(since, i => i.Question.Concepts[0]);

    /// <summary>How well cards were recalled in review when their interval was over.</summary>
    public RetentionRecord Retention(DateOnly? since = null)
    {
        var (reviews, recalled, predicted) = (0, 0, 0.0);
        foreach (ref readonly var record in Since(since))
        {
            if (record.WasDue == 0 || record.Mode != (byte)AnswerMode.Review) continue;
            reviews++;
            predicted += record.Recall;
            if (record.Rating != (byte)Rating.Again) recalled++;
        }

        return new(reviews, recalled, predicted);
    }

    /// <summary>How many study days in a row had an answer, up to today or, if there is none yet today, to yesterday.</summary>
    public int StreakAt(DateTime now)
    {
        var day = (int)Math.Floor(_clock.Of(now));
        var (streak, expected) = (0, day);
        for (var place = Count - 1; place >= 0; place--)
        {
            var date = _log[place].Date;
            if (date > day || date == expected + 1) continue;
            if (date != expected && !(streak == 0 && date == day - 1)) break;
            streak++;
            expected = date - 1;
        }

        return streak;
    }

    private Dictionary<TKey, StudyTotals> By<TKey>(DateOnly? since, Func<CourseItem, TKey> key)
        where TKey : notnull
    {
        var ofItem = new StudyTotals[_items.All.Length];
        foreach (ref readonly var record in Since(since))
        {
            if (record.Question < ofItem.Length) ofItem[record.Question] = ofItem[record.Question].Plus(record, Spent(record));
        }

        return _items.All.Where(i => ofItem[i.Index].Answers > 0).GroupBy(key).ToDictionary(
            g => g.Key,
            g => g.Aggregate(default(StudyTotals), (sum, i) => Sum(sum, ofItem[i.Index])));
    }

    private static StudyTotals Sum(StudyTotals a, StudyTotals b) => new(a.Answers + b.Answers, a.Right + b.Right, a.Score + b.Score, a.Minutes + b.Minutes);

    private ReadOnlySpan<AnswerRecord> Since(DateOnly? day)
    {
        if (day is not { } first) return _log.Records;
        var place = Count;
        while (place > 0 && _log[place - 1].Date >= first.DayNumber) place--;
        return _log.Records[place..];
    }

    private AnswerEntry EntryAt(int place)
    {
        ref readonly var r = ref _log[place];
        return new AnswerEntry(
            r.Id, IdOf(r), r.Moment, DateOnly.FromDayNumber(r.Date), (AnswerMode)r.Mode, r.Score, r.Stated, r.Hints, TimeSpan.FromMilliseconds(r.Duration),
            r.Rating == 0 ? null : (Rating)r.Rating, r.Correction, r.WasDue != 0, float.IsNaN(r.Recall) ? null : r.Recall);
    }
}
