using System.Collections.Immutable;
using InterviewPrep.Core.Courses;
using InterviewPrep.Data.Attempts;

namespace InterviewPrep.Web.Features.Loops;

/// <summary>One run of a learner through the loop.</summary>
/// <param name="Id">What its rounds have in common.</param>
/// <param name="Rounds">Its rounds that were begun, the newest first.</param>
public sealed record LoopRun(Guid Id, ImmutableArray<AttemptSummary> Rounds)
{
    /// <summary>When its first round was begun, UTC.</summary>
    public DateTime Started => Rounds[^1].Started;

    /// <summary>A learner's runs, the one begun last first.</summary>
    /// <param name="rounds">The rounds of all of them, the newest first.</param>
    public static ImmutableArray<LoopRun> Of(ImmutableArray<AttemptSummary> rounds) =>
        [.. rounds.GroupBy(r => r.Spec.Round!.Loop).Select(g => new LoopRun(g.Key, [.. g])).OrderByDescending(r => r.Started)];

    /// <summary>How many of its rounds ended with the pass mark or more.</summary>
    public int PassedIn(MockLoop loop) => Rounds.Count(r => r.Ended is not null && loop.IsPassedBy(r.Share));
}
