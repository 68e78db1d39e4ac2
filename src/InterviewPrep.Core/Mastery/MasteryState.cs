namespace InterviewPrep.Core.Mastery;

/// <summary>
/// Everything that the mastery model knows about one learner: plain data that can be stored and is rebuilt by tracing the answers again.
/// </summary>
/// <remarks>Changed in place by <see cref="MasteryTracer"/>, because a rebuild folds hundreds of thousands of answers.</remarks>
public sealed class MasteryState
{
    /// <summary>Version of the fold; a stored state of another version is rebuilt from the answers.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version that made it.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Overall ability in logits; <see langword="null"/> before the first answer.</summary>
    public Belief? Ability { get; set; }

    /// <summary>By id of the concept.</summary>
    public Dictionary<string, ConceptTrace> Concepts { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Difficulty by id of the question. Learners who are traced together may share one.</summary>
    public Dictionary<string, Belief> Difficulties { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Memory by id of the question.</summary>
    public Dictionary<string, MemoryTerm> Memories { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The concept of the last answer.</summary>
    public string? LastConcept { get; set; }

    /// <summary>A state of its own with the same content.</summary>
    public MasteryState Copy() => new()
    {
        Version = Version,
        Ability = Ability,
        Concepts = new(Concepts, StringComparer.Ordinal),
        Difficulties = new(Difficulties, StringComparer.Ordinal),
        Memories = new(Memories, StringComparer.Ordinal),
        LastConcept = LastConcept,
    };
}
