namespace InterviewPrep.Content.Scripting;

/// <summary>What one call into a script may use before it is stopped.</summary>
internal sealed record ScriptLimits
{
    /// <summary>
    /// Wall-clock time of a call: the net below <see cref="Statements"/>, wide enough that a busy machine does not fail content
    /// which passes elsewhere.
    /// </summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Wall-clock time of one regular expression, which no other limit interrupts.</summary>
    public TimeSpan RegularExpression { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Executed statements: unlike time, the same on every machine. A formula takes some thousand, a large diagram one to two
    /// million, the longest code four million; eight million are two to three seconds of a quiet processor.
    /// </summary>
    public int Statements { get; init; } = 8_000_000;

    /// <summary>Bytes allocated during a call (not bytes held).</summary>
    public long AllocatedBytes { get; init; } = 512L << 20;

    /// <summary>How often one function may be on the call stack. The native stack is guarded besides.</summary>
    public int Recursion { get; init; } = 500;
}
