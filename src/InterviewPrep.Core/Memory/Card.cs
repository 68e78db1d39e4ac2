namespace InterviewPrep.Core.Memory;

/// <summary>The memory of one learner for one question. A review makes a new one, so that undoing is taking the one before.</summary>
public sealed record Card
{
    /// <summary>A card that was never answered; it is due from the beginning of time.</summary>
    public static Card New { get; } = new();

    /// <summary>Where it is between the first answer and long intervals.</summary>
    public CardState State { get; init; }

    /// <summary>Which of the learning or relearning steps it waits in, from 0.</summary>
    public int Step { get; init; }

    /// <summary>When it should be answered again, UTC.</summary>
    public DateTime Due { get; init; }

    /// <summary>When it was answered last, UTC; null for a new card.</summary>
    public DateTime? LastReview { get; init; }

    /// <summary>Days until it is due, counted from the last review; 0 in steps of minutes.</summary>
    public int ScheduledDays { get; init; }

    /// <summary>Stability and difficulty.</summary>
    public MemoryState Memory { get; init; }

    /// <summary>How often it was answered.</summary>
    public int Reps { get; init; }

    /// <summary>How often it was forgotten after it had reached intervals of days.</summary>
    public int Lapses { get; init; }
}
