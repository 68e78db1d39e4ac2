using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Learning;

/// <summary>
/// Everything that is known of one learner: the fold over their answers in the order of time and id. The same answers, course, days,
/// parameters and desired retention give the same model, however it came about.
/// </summary>
/// <remarks>
/// <para>Answers of all modes but <see cref="AnswerMode.Cram"/> move the card of their question, rated by <see cref="AnswerRating"/> with
/// <see cref="ExpectedTime"/>; the first answer to a question on a study day is its first try. All modes count for mastery, calibration,
/// misconceptions and totals.</para>
/// <para>An answer whose question has left the course counts in the totals of days, the number of answers and the last time; it has no card
/// and says nothing about a concept. Should the question come back, so does what its answers say.</para>
/// <para>Right, here, is a score of <see cref="Marking.Right"/> or more.</para>
/// <para>Not safe to change while others read: whoever adds to a model that others hold adds to a <see cref="Copy"/>.</para>
/// </remarks>
public sealed partial class LearnerModel
{
    /// <summary>Version of the fold: whoever changes a formula, a constant or what is kept raises it, and stored models are made anew.</summary>
    public const int FoldVersion = 1;

    private static readonly MasteryTracer Tracer = MasteryTracer.Default;
    private readonly CourseItems _items;
    private readonly StudyClock _clock;
    private readonly CardFold _fold;
    private readonly AnswerLog _log;
    private readonly QuestionMemory[] _memories;
    private readonly int[] _lastOfConcept;
    private MisconceptionLedger? _ledger;
    private Dictionary<string, Card>? _cards;

    /// <summary>A learner without answers.</summary>
    /// <param name="course">The course.</param>
    /// <param name="studyDay">When the learner's days begin.</param>
    /// <param name="parameters">The weights of the memory model: the learner's own, or <see cref="FsrsParameters.Default"/>.</param>
    /// <param name="desiredRetention">How likely recall shall be when a card comes back, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The desired retention is not between 0 and 1.</exception>
    public LearnerModel(Course course, StudyDay studyDay, FsrsParameters parameters, double desiredRetention = DefaultRetention)
        : this(course, studyDay, new Scheduler(parameters, new SchedulerSettings { DesiredRetention = desiredRetention, Fuzz = true }), new AnswerLog())
    {
    }

    private LearnerModel(Course course, StudyDay studyDay, Scheduler scheduler, AnswerLog log)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(studyDay);
        Course = course;
        Scheduler = scheduler;
        _items = CourseItems.Of(course);
        _clock = new StudyClock(studyDay);
        _fold = new CardFold(scheduler, _clock);
        _log = log;
        _memories = new QuestionMemory[_items.All.Length];
        _lastOfConcept = new int[_items.Concepts.Length];
        Array.Fill(_lastOfConcept, -1);
        Mastery = new MasteryState();
    }

    private LearnerModel(LearnerModel other)
    {
        Course = other.Course;
        Scheduler = other.Scheduler;
        (_items, _clock, _fold) = (other._items, other._clock, other._fold);
        _log = other._log.Copy();
        _memories = [.. other._memories];
        _lastOfConcept = [.. other._lastOfConcept];
        Mastery = other.Mastery.Copy();
        _ledger = other._ledger?.Copy();
    }

    /// <summary>Desired retention unless the learner chose another.</summary>
    public const double DefaultRetention = 0.9;

    /// <summary>The course that the answers are looked at with.</summary>
    public Course Course { get; }

    /// <summary>When the learner's days begin.</summary>
    public StudyDay StudyDay => _clock.Rule;

    /// <summary>The scheduler with the learner's parameters and desired retention.</summary>
    public Scheduler Scheduler { get; }

    /// <summary>How many answers there are, to whatever question.</summary>
    public int Count => _log.Count;

    /// <summary>When the last was given, UTC.</summary>
    public DateTime? Last => Count == 0 ? null : _log[Count - 1].Moment;

    /// <summary>What the mastery model knows. Belongs to this model: not to be changed.</summary>
    public MasteryState Mastery { get; private set; }

    /// <summary>The cards by id of the question.</summary>
    public IReadOnlyDictionary<string, Card> Cards => _cards ??= _items.All
        .Where(i => _memories[i.Index].Card is not null)
        .ToDictionary(i => i.Id, i => _memories[i.Index].Card!, StringComparer.Ordinal);

    /// <summary>Ids of the questions last answered as certain and wrong, and not yet right on a later day.</summary>
    public ImmutableHashSet<string> ConfidentlyWrong =>
        [.. _items.All.Where(i => _memories[i.Index].ConfidentlyWrongDate != 0).Select(i => i.Id)];

    /// <summary>Whether an answer comes after all that are here, so that it can be added; else the model has to be made anew.</summary>
    public bool CanAdd(DateTime time, Guid id) => Count == 0 || IsAfter(_log[Count - 1], time, id);

    /// <summary>Takes the next answer.</summary>
    /// <exception cref="ArgumentException">It does not come after those that are here (see <see cref="CanAdd"/>).</exception>
    public void Add(Answer answer) => Add(LoggedAnswer.Of(answer));

    /// <inheritdoc cref="Add(Answer)"/>
    public void Add(LoggedAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!CanAdd(answer.Time, answer.Id)) throw new ArgumentException("Answers are added in the order of time and id.", nameof(answer));
        var item = _items.Find(answer.Question);
        Fold(
            new AnswerRecord
            {
                Id = answer.Id,
                Time = answer.Time.Ticks,
                Score = double.IsFinite(answer.Score) ? Math.Clamp(answer.Score, 0, 1) : 0,
                Seed = answer.Seed,
                Question = item?.Index ?? _items.All.Length + _log.UnknownOf(answer.Question),
                Duration = (int)Math.Clamp(answer.Duration.TotalMilliseconds, 0, int.MaxValue),
                Misconceptions = _log.SetOf(answer.Misconceptions),
                Hints = (byte)Math.Clamp(answer.Hints, 0, byte.MaxValue),
                Certainty = (byte)(answer.Certainty ?? 0),
                Mode = (byte)answer.Mode,
                OwnRating = (byte)(answer.Correction.Rating ?? 0),
                IsVoid = answer.Correction.IsVoid ? (byte)1 : (byte)0,
            },
            item);
    }

    /// <summary>Changes what an answer did to its card. The last word counts; the default value takes it all back.</summary>
    /// <returns>Whether the answer is here.</returns>
    public bool Correct(Guid answer, AnswerCorrection correction)
    {
        var place = _log.PlaceOf(answer);
        if (place < 0) return false;
        if (_log[place].Correction != correction) Correct([(place, correction)]);
        return true;
    }

    /// <summary>The same for many answers at once; those that are not here are passed over.</summary>
    public void Correct(IReadOnlyDictionary<Guid, AnswerCorrection> corrections)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        var changed = new List<(int Place, AnswerCorrection Correction)>();
        for (var place = 0; corrections.Count > 0 && place < Count; place++)
        {
            if (corrections.TryGetValue(_log[place].Id, out var correction) && _log[place].Correction != correction) changed.Add((place, correction));
        }

        if (changed.Count > 0) Correct(changed);
    }

    /// <summary>A model of the same answers that can be added to without changing this one.</summary>
    public LearnerModel Copy() => new(this);

    /// <summary>The same answers looked at anew: with another course, other days or other parameters.</summary>
    public LearnerModel Over(Course course, StudyDay studyDay, FsrsParameters parameters, double desiredRetention)
    {
        var model = new LearnerModel(course, studyDay, parameters, desiredRetention);
        foreach (ref readonly var record in _log.Records) model.Take(record, IdOf(record), _log.Sets[record.Misconceptions]);
        return model;
    }

    private static bool IsAfter(in AnswerRecord last, DateTime time, Guid id) =>
        time.Ticks > last.Time || (time.Ticks == last.Time && id.CompareTo(last.Id) > 0);

    private string IdOf(in AnswerRecord record) =>
        record.Question < _items.All.Length ? _items.All[record.Question].Id : _log.Unknown[record.Question - _items.All.Length];

    /// <summary>Takes a record of another model.</summary>
    private void Take(AnswerRecord record, string question, ImmutableArray<string> misconceptions)
    {
        var item = _items.Find(question);
        record.Question = item?.Index ?? _items.All.Length + _log.UnknownOf(question);
        record.Misconceptions = _log.SetOf(misconceptions);
        Fold(record, item);
    }

    private void Fold(AnswerRecord record, CourseItem? item)
    {
        record.Day = _clock.Of(record.Moment);
        (record.PreviousOfQuestion, record.PreviousOfConcept, record.Recall) = (-1, -1, float.NaN);
        (record.Rating, record.WasDue) = (0, 0);
        if (item is not null)
        {
            ref var memory = ref _memories[item.Index];
            record.PreviousOfQuestion = memory.LastPlace;
            record.PreviousOfConcept = _lastOfConcept[item.Concept];
            _fold.Move(ref memory, ref record, item);
            memory.LastPlace = _lastOfConcept[item.Concept] = Count;
            var answer = Evidence(record, item, "");
            Tracer.Trace(Mastery, answer);
            _ledger?.Add(answer with { Id = record.Id.ToString() });
        }

        _log.Append(record);
        (_cards, _pace, _calibration) = (null, null, null);
    }

    private void Correct(List<(int Place, AnswerCorrection Correction)> changed)
    {
        var records = _log.Own();
        foreach (var (place, correction) in changed)
        {
            records[place].OwnRating = (byte)(correction.Rating ?? 0);
            records[place].IsVoid = correction.IsVoid ? (byte)1 : (byte)0;
        }

        foreach (var question in changed.Select(c => _log[c.Place].Question).Where(q => q < _memories.Length).Distinct()) Replay(records, _items.All[question]);
    }

    /// <summary>Folds the answers to one question again.</summary>
    private void Replay(Span<AnswerRecord> records, CourseItem item)
    {
        ref var memory = ref _memories[item.Index];
        var places = new Stack<int>();
        for (var place = memory.LastPlace; place >= 0; place = records[place].PreviousOfQuestion) places.Push(place);
        memory = new QuestionMemory { LastPlace = memory.LastPlace };
        foreach (var place in places) _fold.Move(ref memory, ref records[place], item);
        _cards = null;
    }

    /// <summary>An answer as the mastery model sees it.</summary>
    private ConceptAnswer Evidence(in AnswerRecord record, CourseItem item, string? id = null) => new()
    {
        Id = id ?? record.Id.ToString(),
        Question = item.Id,
        Concepts = item.Question.Concepts,
        Level = item.Question.Level,
        Difficulty = item.Prior.Difficulty,
        Guess = item.Prior.Guess,
        Score = record.Score,
        Day = record.Day,
        Certainty = record.Stated,
        Variant = item.VariantOf(record.Seed),
        Misconceptions = _log.Sets[record.Misconceptions],
    };
}
