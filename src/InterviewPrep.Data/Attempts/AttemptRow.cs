namespace InterviewPrep.Data.Attempts;

/// <summary>One sitting of a quiz.</summary>
public sealed class AttemptRow
{
    /// <summary>Version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid LearnerId { get; set; }

    /// <summary>JSON of <see cref="Core.Quizzes.QuizSpec"/>.</summary>
    public required string Spec { get; init; }

    /// <summary>When it was started, UTC.</summary>
    public required DateTime Started { get; init; }

    /// <summary>When it was finished or given up, UTC.</summary>
    public DateTime? Ended { get; set; }

    /// <summary>Whether it was given up.</summary>
    public bool GivenUp { get; set; }

    /// <summary>The place that the learner looked at last, from 0.</summary>
    public int Position { get; set; }

    /// <summary>What it asks, in order.</summary>
    public List<AttemptStep> Steps { get; init; } = [];
}
