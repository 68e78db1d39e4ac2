using System.Collections.Immutable;
using InterviewPrep.Core.Quizzes;

namespace InterviewPrep.Data.Attempts;

/// <summary>A sitting as it stands.</summary>
/// <param name="Id">Its id, part of its address.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Spec">What it is made of.</param>
/// <param name="Started">UTC.</param>
/// <param name="Ended">UTC; <see langword="null"/> while it is open.</param>
/// <param name="GivenUp">Whether it was given up.</param>
/// <param name="Position">The place looked at last, from 0.</param>
/// <param name="Steps">Its places in order.</param>
public sealed record Attempt(
    Guid Id, Guid Learner, QuizSpec Spec, DateTime Started, DateTime? Ended, bool GivenUp, int Position, ImmutableArray<Step> Steps)
{
    /// <summary>What an answer may come late and still count: the way of a last click through the network.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Whether it can be answered still.</summary>
    public bool IsOpen => Ended is null;

    /// <summary>When its time is over, UTC; <see langword="null"/> for none.</summary>
    public DateTime? Deadline => Spec.Minutes is { } minutes ? Started.AddMinutes(minutes) : null;

    /// <summary>Whether its time is over.</summary>
    public bool IsOverdue(DateTime now) => IsOverdue(Spec, Started, now);

    /// <summary>Whether the time of a sitting is over.</summary>
    public static bool IsOverdue(QuizSpec spec, DateTime started, DateTime now) =>
        spec is { Minutes: { } minutes } && now > started.AddMinutes(minutes) + Grace;

    /// <summary>
    /// Whether only the learner's own words are left to mark, off the clock: the time is over, or, where feedback waits for the end, every
    /// place is fixed.
    /// </summary>
    public bool IsFixed(DateTime now) =>
        IsOpen && (IsOverdue(now) || (Spec.FeedbackAtEnd && Steps.All(s => s.Answer is not null || s.Revealed is not null)));

    /// <summary>The places with own words that the learner has not marked yet.</summary>
    public ImmutableArray<Step> Unmarked => [.. Steps.Where(s => s.IsUnmarked)];

    /// <summary>The result as far as it goes.</summary>
    public QuizResult Result => new([.. Steps.Select(s => new ResultItem(s.Question, s.Answer))]);
}
