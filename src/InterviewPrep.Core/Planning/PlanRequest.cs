using System.Collections.Immutable;

namespace InterviewPrep.Core.Planning;

/// <summary>What a plan is made from. To plan again after a missed day, ask again with the new day and what has been read since.</summary>
public sealed record PlanRequest
{
    /// <summary>The first day to plan.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The day of the interview; nothing is planned for it.</summary>
    public required DateOnly Interview { get; init; }

    /// <summary>Minutes a day, at least 1; no day of the plan has more.</summary>
    public required int MinutesPerDay { get; init; }

    /// <summary>Days of the week without study.</summary>
    public ImmutableArray<DayOfWeek> FreeDays { get; init; } = [];

    /// <summary>Ids of the interview rounds to prepare for; empty for all.</summary>
    public ImmutableArray<string> Rounds { get; init; } = [];

    /// <summary>Ids of the concepts that need no reading.</summary>
    public ImmutableHashSet<string> KnownConcepts { get; init; } = [];

    /// <summary>Ids of the lessons read already.</summary>
    public ImmutableHashSet<string> ReadLessons { get; init; } = [];

    /// <summary>The lessons in the order of the course.</summary>
    public required ImmutableArray<PlanLesson> Lessons { get; init; }

    /// <summary>Minutes of reading done on the first day already, at least 0.</summary>
    public int ReadToday { get; init; }

    /// <summary>Minutes of review that the cards of today will ask for on a day, at least 0; on the first day with those done already.</summary>
    public Func<DateOnly, double> DueMinutes { get; init; } = _ => 0;
}

/// <summary>A lesson as a plan sees it.</summary>
/// <param name="Id">Id of the lesson.</param>
/// <param name="Minutes">Reading time, at least 1.</param>
/// <param name="Needs">Ids of the lessons to read before; unknown ids are passed over.</param>
/// <param name="Concepts">Ids of the concepts that it teaches.</param>
/// <param name="Rounds">Ids of the rounds it prepares for; empty for all.</param>
/// <param name="Weight">How much it counts when not everything fits; 1 is average.</param>
public sealed record PlanLesson(string Id, int Minutes, ImmutableArray<string> Needs, ImmutableArray<string> Concepts, ImmutableArray<string> Rounds, double Weight = 1);
