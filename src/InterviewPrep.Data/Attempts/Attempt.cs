using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;
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
    public bool IsOverdue(DateTime now) => Deadline is { } deadline && now > deadline + Grace;

    /// <summary>The result as far as it goes.</summary>
    public QuizResult Result => new([.. Steps.Select(s => new ResultItem(s.Question, s.Answer))]);
}

/// <summary>One place of a sitting.</summary>
/// <param name="Id">What an answer answers.</param>
/// <param name="Position">From 0.</param>
/// <param name="Question">The question as it is asked.</param>
/// <param name="Seed">Draws variant and order.</param>
/// <param name="Shown">When it was first shown, UTC.</param>
/// <param name="Hints">How many hints were shown.</param>
/// <param name="Flagged">Whether the learner wants to come back to it.</param>
/// <param name="Draft">A response that is not final.</param>
/// <param name="DraftCertainty">How sure it is.</param>
/// <param name="Revealed">When the model answer was shown, UTC.</param>
/// <param name="Answer">The answer, once it is final.</param>
public sealed record Step(
    Guid Id, int Position, Question Question, long Seed, DateTime? Shown, int Hints, bool Flagged,
    Response? Draft, Certainty? DraftCertainty, DateTime? Revealed, Answer? Answer);

/// <summary>A sitting in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Spec">What it is made of.</param>
/// <param name="Started">UTC.</param>
/// <param name="Ended">UTC.</param>
/// <param name="GivenUp">Whether it was given up.</param>
/// <param name="Questions">How many places it has.</param>
/// <param name="Answered">How many are answered.</param>
/// <param name="Score">Sum of the marks, 0 to <paramref name="Questions"/>.</param>
public sealed record AttemptSummary(Guid Id, QuizSpec Spec, DateTime Started, DateTime? Ended, bool GivenUp, int Questions, int Answered, double Score)
{
    /// <summary>Share of the marks, 0 to 1.</summary>
    public double Share => Questions == 0 ? 0 : Score / Questions;
}
