namespace InterviewPrep.Content.Diagnostics;

/// <summary>One rule of the content format.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Severity">What breaking it means.</param>
/// <param name="Summary">The rule in one sentence, for the documentation.</param>
public sealed record DiagnosticRule(string Code, DiagnosticSeverity Severity, string Summary);
