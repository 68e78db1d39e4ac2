namespace InterviewPrep.Data.Answers;

/// <summary>What was computed from a learner's answers up to one of them: a saving of time that can be thrown away at any moment.</summary>
public sealed class LearnerFold
{
    /// <summary>Whose.</summary>
    public required Guid LearnerId { get; init; }

    /// <summary>Version of the computation; another one is computed anew.</summary>
    public required int Version { get; set; }

    /// <summary>How many answers are in it.</summary>
    public required int Answers { get; set; }

    /// <summary>Time of the last answer in it, UTC.</summary>
    public required DateTime Through { get; set; }

    /// <summary>How many regrades of the learner there were.</summary>
    public required int Regrades { get; set; }

    /// <summary>How many corrections of the learner there were.</summary>
    public required int Corrections { get; set; }

    /// <summary>The state.</summary>
    public required byte[] State { get; set; }
}
