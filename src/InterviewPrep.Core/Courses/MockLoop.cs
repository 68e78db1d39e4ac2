using System.Collections.Immutable;
using InterviewPrep.Core.Answers;

namespace InterviewPrep.Core.Courses;

/// <summary>A mock interview loop: rounds under time, put together from the course's questions.</summary>
/// <param name="Title">Title in plain text.</param>
/// <param name="Summary">What it is and how to take it, in plain text.</param>
/// <param name="Pass">The share of the marks from which a round is passed, 0 to 1.</param>
/// <param name="Rounds">The rounds in the order of the loop.</param>
public sealed record MockLoop(string Title, string Summary, double Pass, ImmutableArray<LoopRound> Rounds)
{
    // What division makes of a score that is exactly the pass mark.
    private const double Rounding = 1 - Marking.Full;

    /// <summary>Time limits of all rounds in minutes.</summary>
    public int Minutes => Rounds.Sum(r => r.Minutes);

    /// <summary>Whether a share of the marks, 0 to 1, passes a round.</summary>
    public bool IsPassedBy(double share) => share >= Pass - Rounding;

    /// <summary>The round of this id, or <see langword="null"/>.</summary>
    public LoopRound? FindRound(string id) => Rounds.FirstOrDefault(r => r.Id == id);
}
