namespace InterviewPrep.Content.Diagnostics;

/// <summary>How much a diagnostic weighs.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The item is not loaded, or the page shows a marked gap.</summary>
    Error,

    /// <summary>It loads, but an author should look at it.</summary>
    Warning,
}
