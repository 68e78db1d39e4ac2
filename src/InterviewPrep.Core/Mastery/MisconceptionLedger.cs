using System.Collections.Immutable;
using InterviewPrep.Core.Answers;

namespace InterviewPrep.Core.Mastery;

/// <summary>
/// Which named wrong beliefs a learner's answers show, and what has been answered against them since.
/// </summary>
/// <remarks>
/// A belief is given up after two right answers that were not called a guess, on different days and to different questions, since it was last
/// shown. Any question counts that can show the belief or whose primary concept the belief is about: most beliefs hang on one option of one
/// question, so that two tempting questions could not be asked.
/// </remarks>
public sealed class MisconceptionLedger
{
    private readonly Func<ConceptAnswer, IEnumerable<string>> _contradicts;
    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>An empty ledger.</summary>
    /// <param name="contradicts">The beliefs that a right answer speaks against: those its question can show, and those about its concept.</param>
    public MisconceptionLedger(Func<ConceptAnswer, IEnumerable<string>> contradicts)
    {
        ArgumentNullException.ThrowIfNull(contradicts);
        _contradicts = contradicts;
    }

    private MisconceptionLedger(MisconceptionLedger other)
    {
        _contradicts = other._contradicts;
        foreach (var (misconception, entry) in other._entries) _entries.Add(misconception, entry);
    }

    /// <summary>A ledger of its own with the same content.</summary>
    public MisconceptionLedger Copy() => new(this);

    /// <summary>The beliefs still held, by id.</summary>
    public ImmutableArray<HeldMisconception> Held =>
        [.. _entries.Where(e => !e.Value.GivenUp).Select(e => e.Value.ToHeld(e.Key))];

    /// <summary>The beliefs that were shown once and given up since, by id.</summary>
    public ImmutableArray<HeldMisconception> GivenUp =>
        [.. _entries.Where(e => e.Value.GivenUp).Select(e => e.Value.ToHeld(e.Key))];

    /// <summary>Takes the next answer in the order of time.</summary>
    public void Add(ConceptAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        foreach (var misconception in answer.Misconceptions)
        {
            var shown = _entries.GetValueOrDefault(misconception)?.Shown ?? [];
            _entries[misconception] = new Entry(shown.Add(answer.Id), answer.Day, []);
        }

        if (!answer.IsRight || answer.Certainty == Certainty.NotSure || _entries.Count == 0) return;
        foreach (var misconception in _contradicts(answer).Distinct(StringComparer.Ordinal))
        {
            // What has been given up needs no further proof, and an answer that shows a belief does not speak against it.
            if (_entries.TryGetValue(misconception, out var entry) && !entry.GivenUp && !answer.Misconceptions.Contains(misconception))
                _entries[misconception] = entry with { Against = entry.Against.Add(new(answer.Id, answer.Question, answer.Date)) };
        }
    }

    private sealed record Contrary(string Answer, string Question, int Date);

    private sealed record Entry(ImmutableArray<string> Shown, double LastDay, ImmutableArray<Contrary> Against)
    {
        public bool GivenUp => Against.Any(a => Against.Any(b => b.Date > a.Date && b.Question != a.Question));

        public HeldMisconception ToHeld(string id) => new(id, Shown, LastDay, [.. Against.Select(a => a.Answer)]);
    }
}

/// <summary>A wrong belief with the answers that show it.</summary>
/// <param name="Misconception">Id of the misconception.</param>
/// <param name="Shown">Ids of the answers that show it, oldest first.</param>
/// <param name="LastDay">When it was last shown, in days.</param>
/// <param name="Against">Ids of the right answers against it since, oldest first.</param>
public sealed record HeldMisconception(string Misconception, ImmutableArray<string> Shown, double LastDay, ImmutableArray<string> Against);
