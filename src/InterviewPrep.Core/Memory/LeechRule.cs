namespace InterviewPrep.Core.Memory;

/// <summary>When a card counts as a leech: forgotten so often that more of the same will not help, and the lesson should be read again.</summary>
/// <param name="Threshold">Lapses from which it is one, at least 1.</param>
/// <param name="Every">After how many further lapses to say so again, at least 1.</param>
public sealed record LeechRule(int Threshold = 8, int Every = 4)
{
    /// <summary>Whether so many lapses make a leech.</summary>
    public bool IsLeech(int lapses) => lapses >= Threshold;

    /// <summary>Whether the learner should be told at exactly this lapse.</summary>
    public bool Alerts(int lapses) => IsLeech(lapses) && (lapses - Threshold) % Every == 0;
}
