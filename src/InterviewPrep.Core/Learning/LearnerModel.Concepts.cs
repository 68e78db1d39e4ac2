using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Calibration;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Planning;

namespace InterviewPrep.Core.Learning;

/// <content>What the learner knows of which concept, and what to do about it.</content>
public sealed partial class LearnerModel
{
    private static readonly ConceptReporter Reporter = ConceptReporter.Default;

    private CalibrationReport? _calibration;

    /// <summary>How likely a question never seen is answered, where nothing is known.</summary>
    private const double UsualChance = 0.6;

    /// <summary>Ids of the concepts that have questions, in the order of the course. Only these are estimated.</summary>
    public IEnumerable<string> Concepts => _items.Concepts.Select(c => c.Id);

    /// <summary>
    /// How much a concept counts, 1 being average: its share of the course's questions, as a multiple of the mean share, within 0.5 and 2. What
    /// a course asks more about is what there is more to be asked about. 1 for a concept without questions.
    /// </summary>
    public double WeightOf(string concept) => _items.FindConcept(concept)?.Weight ?? 1;

    /// <summary>The wrong beliefs that answers have shown, held and given up.</summary>
    public MisconceptionLedger Misconceptions => _ledger ??= Ledger();

    /// <summary>The learner's days as the mastery model counts them.</summary>
    public double DayOf(DateTime moment) => _clock.Of(moment);

    /// <summary>What the answers say about a concept now.</summary>
    public ConceptReport Report(string concept, DateTime now) => ReportOn(concept, _clock.Of(now));

    /// <summary>Answers to questions whose primary concept it is, oldest first.</summary>
    public ImmutableArray<ConceptAnswer> AnswersOf(string concept)
    {
        if (_items.FindConcept(concept) is not { } known) return [];
        var answers = new List<ConceptAnswer>();
        for (var place = _lastOfConcept[known.Items[0].Concept]; place >= 0; place = _log[place].PreviousOfConcept)
            answers.Add(Evidence(_log[place], _items.All[_log[place].Question]));
        answers.Reverse();
        return [.. answers];
    }

    /// <summary>Everything about a concept that decides whether it is a weak area; <see langword="null"/> for one without questions.</summary>
    public ConceptEvidence? EvidenceOf(string concept, DateTime now) =>
        _items.FindConcept(concept) is { } known ? EvidenceOf(known, now, HeldByConcept(), withAnswers: true) : null;

    /// <summary>The concepts with answers, the costliest first.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="most">How many at the most: naming the answers behind each is what takes the time.</param>
    public ImmutableArray<WeakArea> WeakAreas(DateTime now, int most = int.MaxValue)
    {
        var (held, day) = (HeldByConcept(), _clock.Of(now));
        var costliest = ByCost(now).Take(most).Select(c => EvidenceOf(c.Concept, now, held, withAnswers: true));
        return Core.Mastery.WeakAreas.Rank(Reporter, Mastery, costliest, day);
    }

    /// <summary>A report on every concept with questions: first those with answers, the costliest first, then the others in the order of the course.</summary>
    public ImmutableArray<ConceptReport> ReportsByCost(DateTime now)
    {
        var day = _clock.Of(now);
        return
        [
            .. ByCost(now).Select(c => c.Report),
            .. _items.Concepts.Where(c => !IsAnswered(c)).Select(c => Reporter.Report(Mastery, c.Id, c.Questions, day)),
        ];
    }

    private IEnumerable<(CourseConcept Concept, ConceptReport Report)> ByCost(DateTime now)
    {
        var (day, none) = (_clock.Of(now), Array.Empty<HeldMisconception>().ToLookup(m => m.Misconception));
        return _items.Concepts.Where(IsAnswered).Select(c => (Concept: c, Report: Reporter.Report(Mastery, c.Id, c.Questions, day)))
            .OrderByDescending(c => Core.Mastery.WeakAreas.CostOf(EvidenceOf(c.Concept, now, none, withAnswers: false), c.Report))
            .ThenBy(c => c.Concept.Id, StringComparer.Ordinal);
    }

    private bool IsAnswered(CourseConcept concept) => _lastOfConcept[concept.Items[0].Concept] >= 0;

    /// <summary>The same for one concept; <see langword="null"/> without answers.</summary>
    public WeakArea? WeakAreaOf(string concept, DateTime now) =>
        EvidenceOf(concept, now) is { Answers.IsEmpty: false } evidence ? Core.Mastery.WeakAreas.Rank(Reporter, Mastery, [evidence], _clock.Of(now))[0] : null;

    /// <summary>Certainty against correctness.</summary>
    public CalibrationReport Calibration() => _calibration ??= CalibrationReport.Of(AnswersWithCertainty());

    /// <summary>Ids of the questions that settle most about what the learner knows, in the order in which to ask them.</summary>
    public ImmutableArray<string> DiagnosticAt(DateTime now, int count = DiagnosticDraw.Questions) =>
        DiagnosticDraw.Draw(Reporter, Mastery, AllEvidence(now), _clock.Of(now), count);

    /// <summary>How ready the learner will be on a day if nothing more is done.</summary>
    /// <param name="day">The interview day, today or later.</param>
    /// <param name="now">UTC.</param>
    public Readiness ReadinessOn(DateOnly day, DateTime now)
    {
        var then = now.AddDays(DaysLeft(day, now));
        return Readiness.On(
            Reporter, Mastery, AllEvidence(now), _clock.Of(then),
            question => _items.Find(question) is { } item && _memories[item.Index].Card is { } card ? new CardRecall(Scheduler.Retrievability(card, then), IsTested(item)) : null);
    }

    /// <summary>What could be done today, as far as it matters for the interview day: what <see cref="TodayPolicy"/> chooses from.</summary>
    /// <param name="day">The interview day, today or later.</param>
    /// <param name="now">UTC.</param>
    /// <param name="lessonsRead">Ids of the lessons read.</param>
    /// <param name="suspended">Ids of the questions put aside.</param>
    public StudySituation SituationFor(DateOnly day, DateTime now, IReadOnlySet<string> lessonsRead, IReadOnlySet<string>? suspended = null)
    {
        ArgumentNullException.ThrowIfNull(lessonsRead);
        var left = DaysLeft(day, now);
        var (today, then) = (_clock.Of(now), _clock.Of(now.AddDays(left)));
        return new StudySituation
        {
            Concepts =
            [
                .. _items.Concepts.Select(c => new ConceptOutlook(
                    Reporter.Report(Mastery, c.Id, c.Questions, then),
                    c.Weight,
                    [.. Open(c, suspended).Where(i => _memories[i.Index].Card is not null).Select(i => OutlookOf(i, (int)Math.Floor(today), left))],
                    [.. Open(c, suspended).Where(i => _memories[i.Index].Card is null).OrderBy(i => i.Question.Level).Select(i => i.Id)])),
            ],
            Lessons =
            [
                .. Course.Lessons.Where(l => !lessonsRead.Contains(l.Id) && !l.Concepts.IsEmpty && l.Needs.All(lessonsRead.Contains))
                    .Select(l => new LessonOutlook(l.Id, l.Minutes, l.Concepts)),
            ],
            RecallOfNewCard = CardOutlook.RecallOfNew(Scheduler.Model, UsualChance, left),
        };
    }

    private List<ConceptAnswer> AnswersWithCertainty()
    {
        var answers = new List<ConceptAnswer>();
        foreach (ref readonly var record in _log.Records)
        {
            if (record.Certainty == 0 || record.Question >= _items.All.Length) continue;

            // The report names those that were certain and wrong.
            var isNamed = record.Certainty == (byte)Certainty.Certain && !record.IsRight;
            answers.Add(Evidence(record, _items.All[record.Question], isNamed ? null : ""));
        }

        return answers;
    }

    private ConceptReport ReportOn(string concept, double day) => Reporter.Report(Mastery, concept, _items.FindConcept(concept)?.Questions ?? [], day);

    private int DaysLeft(DateOnly day, DateTime now) => Math.Max(0, day.DayNumber - StudyDay.Of(now).DayNumber);

    private static IEnumerable<CourseItem> Open(CourseConcept concept, IReadOnlySet<string>? suspended) =>
        suspended is null ? concept.Items : concept.Items.Where(i => !suspended.Contains(i.Id));

    /// <summary>Whether a question was answered right on a day after its first.</summary>
    private bool IsTested(CourseItem item)
    {
        var right = int.MinValue;
        for (var place = _memories[item.Index].LastPlace; place >= 0; place = _log[place].PreviousOfQuestion)
        {
            ref readonly var record = ref _log[place];
            if (record.Date < right) return true;
            if (record.IsRight) right = Math.Max(right, record.Date);
        }

        return false;
    }

    private CardOutlook OutlookOf(CourseItem item, int today, int left)
    {
        var memory = _memories[item.Index];
        return CardOutlook.Of(item.Id, Scheduler.Model, memory.Card!.Memory, Math.Max(0, today - memory.LastDate), left);
    }

    private IEnumerable<ConceptEvidence> AllEvidence(DateTime now)
    {
        var none = Array.Empty<HeldMisconception>().ToLookup(m => m.Misconception);
        return _items.Concepts.Select(c => EvidenceOf(c, now, none, withAnswers: false));
    }

    private ConceptEvidence EvidenceOf(CourseConcept concept, DateTime now, ILookup<string, HeldMisconception> held, bool withAnswers)
    {
        var endOfDay = StudyDay.EndOf(StudyDay.Of(now));
        var (cards, due, recall) = (0, 0, 0.0);
        foreach (var item in concept.Items)
        {
            if (_memories[item.Index].Card is not { } card) continue;
            cards++;
            recall += Scheduler.Retrievability(card, now);
            if (card.State == CardState.Review ? card.Due < endOfDay : card.Due <= now) due++;
        }

        return new ConceptEvidence
        {
            Concept = concept.Id,
            Weight = concept.Weight,
            Questions = concept.Questions,
            Answers = withAnswers ? AnswersOf(concept.Id) : [],
            Freshness = cards == 0 ? null : recall / cards,
            DueCards = due,
            Cards = cards,
            Misconceptions = [.. held[concept.Id]],
        };
    }

    private ILookup<string, HeldMisconception> HeldByConcept() =>
        Misconceptions.Held.ToLookup(m => Course.FindMisconception(m.Misconception)?.Concept ?? "", StringComparer.Ordinal);

    /// <summary>Only answers that show a belief, or speak against one that was shown, are looked at: the rest changes nothing.</summary>
    private MisconceptionLedger Ledger()
    {
        var ledger = new MisconceptionLedger(a => _items.Find(a.Question)?.Contradicts ?? []);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (ref readonly var record in _log.Records)
        {
            if (record.Misconceptions == 0 || record.Question >= _items.All.Length) continue;
            shown.UnionWith(_log.Sets[record.Misconceptions]);
        }

        if (shown.Count == 0) return ledger;
        bool[] matters = [.. _items.All.Select(i => i.Contradicts.Any(shown.Contains))];
        foreach (ref readonly var record in _log.Records)
        {
            if (record.Question < _items.All.Length && (record.Misconceptions != 0 || matters[record.Question])) ledger.Add(Evidence(record, _items.All[record.Question]));
        }

        return ledger;
    }
}
