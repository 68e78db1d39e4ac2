namespace InterviewPrep.Content.Scripting;

/// <summary>What a script call gave: values, or the fault that ended it (never both).</summary>
internal sealed record ScriptAnswer
{
    private ScriptAnswer(IReadOnlyList<string?> values, string? fault)
    {
        Values = values;
        Fault = fault;
    }

    /// <summary>The elements of the array that the script returned.</summary>
    public IReadOnlyList<string?> Values { get; }

    /// <summary>Why there are no values: a clause that goes after a subject, such as <c>takes too long (limit 5 s)</c>.</summary>
    public string? Fault { get; }

    public static ScriptAnswer Of(IReadOnlyList<string?> values) => new(values, null);

    public static ScriptAnswer Failed(string fault) => new([], fault);
}
