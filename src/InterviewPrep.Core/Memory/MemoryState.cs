namespace InterviewPrep.Core.Memory;

/// <summary>What FSRS knows about one memory. The default value is a memory that was never tested.</summary>
/// <param name="Stability">Days after which the chance of recall has fallen to 90 %, 0.001 to 36500.</param>
/// <param name="Difficulty">1 (easy) to 10.</param>
public readonly record struct MemoryState(double Stability, double Difficulty)
{
    /// <summary>Whether it was never tested.</summary>
    public bool IsNew => Stability == 0;
}
