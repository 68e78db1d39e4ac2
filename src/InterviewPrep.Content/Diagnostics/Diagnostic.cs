namespace InterviewPrep.Content.Diagnostics;

/// <summary>Something wrong or doubtful in the content, with the place and the mend.</summary>
/// <param name="Rule">Which rule it breaks.</param>
/// <param name="Position">Where.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Mend">What to do about it, in one sentence.</param>
public sealed record Diagnostic(DiagnosticRule Rule, SourcePosition Position, string Message, string Mend)
{
    /// <summary>The rule's stable code.</summary>
    public string Code => Rule.Code;

    /// <summary>The rule's severity.</summary>
    public DiagnosticSeverity Severity => Rule.Severity;

    /// <summary><c>file:line:column: error code: message Mend: mend</c>, as editors and compilers write it.</summary>
    public override string ToString() =>
        $"{Position.File}:{Position.Line}:{Position.Column}: {(Severity == DiagnosticSeverity.Error ? "error" : "warning")} {Code}: {Message} Mend: {Mend}";
}
