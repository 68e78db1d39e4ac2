using System.Collections.Immutable;

namespace InterviewPrep.Core.Planning;

/// <summary>One day of a plan.</summary>
/// <param name="Date">The day.</param>
/// <param name="Reading">What to read, in order.</param>
/// <param name="ReviewMinutes">Minutes for review and practice; on the first day with those done already.</param>
/// <param name="ReviewOnly">Whether it is one of the last days, which bring nothing new.</param>
public sealed record PlanDay(DateOnly Date, ImmutableArray<PlanReading> Reading, int ReviewMinutes, bool ReviewOnly)
{
    /// <summary>Minutes in all.</summary>
    public int Minutes => ReviewMinutes + Reading.Sum(r => r.Minutes);
}

/// <summary>A lesson, or the part of a long one that fits into a day.</summary>
/// <param name="Lesson">Id of the lesson.</param>
/// <param name="Minutes">Minutes of it.</param>
/// <param name="Part">Which part, from 1.</param>
/// <param name="Parts">How many parts it has.</param>
public sealed record PlanReading(string Lesson, int Minutes, int Part, int Parts);
