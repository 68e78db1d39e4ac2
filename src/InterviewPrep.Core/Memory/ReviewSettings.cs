using System.Collections.Immutable;

namespace InterviewPrep.Core.Memory;

/// <summary>What decides a day's review queue.</summary>
public sealed record ReviewSettings
{
    /// <summary>The scheduler of the learner.</summary>
    public required Scheduler Scheduler { get; init; }

    /// <summary>When their days begin.</summary>
    public required StudyDay StudyDay { get; init; }

    /// <summary>How many minutes of review the learner wants in a day; 0 is none.</summary>
    public double MinutesPerDay { get; init; } = 20;

    /// <summary>How many minutes they reviewed today already.</summary>
    public double MinutesToday { get; init; }

    /// <summary>Ids of the questions last answered as certain and wrong, and not yet right on a later day.</summary>
    public ImmutableHashSet<string> ConfidentlyWrong { get; init; } = [];

    /// <summary>What counts as a leech.</summary>
    public LeechRule Leeches { get; init; } = new();

    /// <summary>Decides between cards that are equally urgent.</summary>
    public ulong Seed { get; init; }
}
