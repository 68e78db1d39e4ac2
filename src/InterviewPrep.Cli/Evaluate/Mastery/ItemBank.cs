using System.Collections.Immutable;
using System.Text.Json;

namespace InterviewPrep.Cli.Evaluate.Mastery;

/// <summary>The questions of an evaluation.</summary>
internal sealed class ItemBank
{
    private readonly Dictionary<int, Question> _items;

    public ItemBank(IEnumerable<Question> items)
    {
        _items = items.ToDictionary(i => i.Id);
        ByTopic = _items.Values.GroupBy(i => i.Topic).ToImmutableSortedDictionary(g => g.Key, g => g.ToImmutableArray());
    }

    /// <summary>One question.</summary>
    /// <param name="Id">Its number.</param>
    /// <param name="Topic">Its concept.</param>
    /// <param name="Difficulty">What its author says about it in logits; <see langword="null"/> for nothing.</param>
    /// <param name="Guess">The chance of a blind guess.</param>
    internal sealed record Question(int Id, int Topic, double? Difficulty, double Guess);

    public ImmutableSortedDictionary<int, ImmutableArray<Question>> ByTopic { get; }

    public Question this[int id] => _items[id];

    public bool Has(int id) => _items.ContainsKey(id);

    /// <summary>The same questions, seen differently.</summary>
    public ItemBank With(Func<Question, Question> change) => new(_items.Values.Select(change));

    /// <summary>
    /// Reads a list of questions, or an object with the list under <c>items</c>: <c>topic</c>, and where known <c>id</c> (else the place in the
    /// list), <c>b_authored</c> and <c>guess</c>.
    /// </summary>
    /// <exception cref="DataFileException">It is not such a list.</exception>
    public static ItemBank Read(string file)
    {
        if (!File.Exists(file)) throw new DataFileException(file, "There is no such file.");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            var list = document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.GetProperty("items") : document.RootElement;
            return new ItemBank(list.EnumerateArray().Select((item, i) => new Question(
                item.TryGetProperty("id", out var id) ? id.GetInt32() : i,
                item.GetProperty("topic").GetInt32(),
                item.TryGetProperty("b_authored", out var b) ? b.GetDouble() : null,
                item.TryGetProperty("guess", out var guess) ? guess.GetDouble() : 0)).ToList());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IOException)
        {
            throw new DataFileException(file, $"This is not a list of questions: {e.Message}");
        }
    }
}
