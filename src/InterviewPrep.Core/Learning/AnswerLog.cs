using System.Collections.Immutable;

namespace InterviewPrep.Core.Learning;

/// <summary>
/// All answers of a learner in order. Copies share what they have in common: whoever is the first to append after the common end writes on,
/// whoever comes second moves out. A published log is therefore never changed by another.
/// </summary>
internal sealed class AnswerLog
{
    private const int SmallestRoom = 16;
    private readonly List<ImmutableArray<string>> _sets;
    private readonly Dictionary<string, int> _setIndex;
    private readonly List<string> _unknown;
    private readonly Dictionary<string, int> _unknownIndex;
    private Store _store;

    public AnswerLog()
    {
        _store = new Store(new AnswerRecord[SmallestRoom]) { Filled = 0 };
        _sets = [[]];
        _setIndex = new(StringComparer.Ordinal) { [""] = 0 };
        _unknown = [];
        _unknownIndex = new(StringComparer.Ordinal);
    }

    private AnswerLog(AnswerLog other)
    {
        _store = other._store;
        Count = other.Count;
        _sets = [.. other._sets];
        _setIndex = new(other._setIndex, StringComparer.Ordinal);
        _unknown = [.. other._unknown];
        _unknownIndex = new(other._unknownIndex, StringComparer.Ordinal);
    }

    public int Count { get; private set; }

    public ReadOnlySpan<AnswerRecord> Records => _store.Records.AsSpan(0, Count);

    /// <summary>The sets of misconceptions; the first is the empty one.</summary>
    public IReadOnlyList<ImmutableArray<string>> Sets => _sets;

    /// <summary>Ids of the questions that are not in the course; their indices count from the course's number of questions.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    public ref readonly AnswerRecord this[int place] => ref _store.Records[place];

    public AnswerLog Copy() => new(this);

    public int SetOf(ImmutableArray<string> misconceptions)
    {
        if (misconceptions.IsDefaultOrEmpty) return 0;
        var key = string.Join(' ', misconceptions);
        if (_setIndex.TryGetValue(key, out var index)) return index;
        _setIndex[key] = _sets.Count;
        _sets.Add(misconceptions);
        return _sets.Count - 1;
    }

    public int UnknownOf(string question)
    {
        if (_unknownIndex.TryGetValue(question, out var index)) return index;
        _unknownIndex[question] = _unknown.Count;
        _unknown.Add(question);
        return _unknown.Count - 1;
    }

    public void Append(in AnswerRecord record)
    {
        if (Count == _store.Records.Length || Interlocked.CompareExchange(ref _store.Filled, Count + 1, Count) != Count)
        {
            MoveTo(Math.Max(SmallestRoom, Count + (Count / 2)));
            _store.Filled = Count + 1;
        }

        _store.Records[Count++] = record;
    }

    /// <summary>The records to be written over, which nobody else sees from now on.</summary>
    public Span<AnswerRecord> Own()
    {
        MoveTo(_store.Records.Length);
        return _store.Records.AsSpan(0, Count);
    }

    /// <summary>Takes records as they are, into an empty log.</summary>
    public void Load(AnswerRecord[] records)
    {
        _store = new Store(records);
        Count = records.Length;
    }

    /// <summary>The place of an answer, looked for from the end; -1 when it is not here.</summary>
    public int PlaceOf(Guid answer)
    {
        for (var place = Count - 1; place >= 0; place--)
        {
            if (_store.Records[place].Id == answer) return place;
        }

        return -1;
    }

    private void MoveTo(int room)
    {
        var records = new AnswerRecord[room];
        Records.CopyTo(records);
        _store = new Store(records) { Filled = Count };
    }

    /// <summary>What copies share. How much of it is filled is decided by whoever counts it up first.</summary>
    private sealed class Store(AnswerRecord[] records)
    {
        public int Filled = records.Length;

        public AnswerRecord[] Records { get; } = records;
    }
}
