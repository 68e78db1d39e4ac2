using System.Collections.Immutable;

namespace InterviewPrep.Core.Memory;

/// <summary>What a learner may choose about scheduling.</summary>
public sealed record SchedulerSettings
{
    /// <summary>The defaults of FSRS.</summary>
    public static SchedulerSettings Default { get; } = new();

    /// <summary>How likely recall shall be when a card comes back, above 0 and below 1; more means more reviews.</summary>
    public double DesiredRetention { get; init; } = 0.9;

    /// <summary>Waits after the first answers; without any, a card goes into intervals of days at once.</summary>
    public ImmutableArray<TimeSpan> LearningSteps { get; init; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)];

    /// <summary>Waits after a lapse.</summary>
    public ImmutableArray<TimeSpan> RelearningSteps { get; init; } = [TimeSpan.FromMinutes(10)];

    /// <summary>The longest interval in days; to keep the grades apart, <em>Good</em> and <em>Easy</em> may exceed it by one and two.</summary>
    public int MaximumInterval { get; init; } = 36500;

    /// <summary>Whether there are steps of minutes and formulas for reviews on the same day.</summary>
    public bool ShortTerm { get; init; } = true;

    /// <summary>Whether intervals are changed a little by chance.</summary>
    public bool Fuzz { get; init; }
}
