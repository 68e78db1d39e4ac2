using System.Net;

namespace InterviewPrep.Web.Hosting;

/// <summary>Counts connections for circuits, by learner and by address.</summary>
public sealed class OpenCircuits(CircuitLimit limit)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _learners = [];
    private int _count;

    /// <summary>How many are open.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _count;
        }
    }

    /// <summary>Whether there is room for one more, without taking it.</summary>
    public bool HasRoom(Guid? learner, IPAddress? from)
    {
        lock (_lock) return HasRoom(learner, ClientNetwork.Of(from));
    }

    /// <summary>Takes room for one.</summary>
    /// <returns>What gives it back when disposed; <see langword="null"/> when there is none.</returns>
    public IDisposable? Enter(Guid? learner, IPAddress? from)
    {
        var address = ClientNetwork.Of(from);
        lock (_lock)
        {
            if (!HasRoom(learner, address)) return null;
            Add(_addresses, address, 1);
            if (learner is { } id) Add(_learners, id, 1);
            _count++;
            return new Place(this, learner, address);
        }
    }

    private bool HasRoom(Guid? learner, string address) =>
        _addresses.GetValueOrDefault(address) < limit.PerAddress && (learner is not { } id || _learners.GetValueOrDefault(id) < limit.PerLearner);

    private void Leave(Guid? learner, string address)
    {
        lock (_lock)
        {
            Add(_addresses, address, -1);
            if (learner is { } id) Add(_learners, id, -1);
            _count--;
        }
    }

    /// <summary>What is counted down to nothing is forgotten, so that many who came once take no memory.</summary>
    private static void Add<TKey>(Dictionary<TKey, int> counts, TKey key, int change)
        where TKey : notnull
    {
        var count = counts.GetValueOrDefault(key) + change;
        if (count == 0) counts.Remove(key);
        else counts[key] = count;
    }

    private sealed class Place(OpenCircuits circuits, Guid? learner, string address) : IDisposable
    {
        private bool _isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, true)) return;
            circuits.Leave(learner, address);
        }
    }
}
