using InterviewPrep.Core.Courses;

namespace InterviewPrep.Core.Quizzes;

/// <summary>How a round of a loop stands.</summary>
/// <param name="Round">The round.</param>
/// <param name="Sitting">Its sitting; <see langword="null"/> when it has not begun.</param>
/// <param name="IsPassed">Whether it is over and reached the pass mark.</param>
public sealed record RoundLine(LoopRound Round, RoundSitting? Sitting, bool IsPassed)
{
    /// <summary>Whether it has ended.</summary>
    public bool IsOver => Sitting is { IsOver: true };

    /// <summary>Share of the marks, 0 to 1; 0 unless it is over.</summary>
    public double Share => IsOver ? Sitting!.Result.Total.Share : 0;
}
