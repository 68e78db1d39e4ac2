using InterviewPrep.Core.Quizzes;

namespace InterviewPrep.Data.Attempts;

/// <summary>A sitting in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Spec">What it is made of.</param>
/// <param name="Started">UTC.</param>
/// <param name="Ended">UTC.</param>
/// <param name="GivenUp">Whether it was given up.</param>
/// <param name="Questions">How many places it has.</param>
/// <param name="Answered">How many are answered; while it is open and feedback waits for the end, how many have something entered.</param>
/// <param name="Score">Sum of the marks, 0 to <paramref name="Questions"/>.</param>
public sealed record AttemptSummary(Guid Id, QuizSpec Spec, DateTime Started, DateTime? Ended, bool GivenUp, int Questions, int Answered, double Score)
{
    /// <summary>Share of the marks, 0 to 1.</summary>
    public double Share => Questions == 0 ? 0 : Score / Questions;
}
