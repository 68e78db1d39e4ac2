using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Testing;

namespace InterviewPrep.Content.Tests.Diagnostics;

/// <summary>One defect in the miniature course: what is edited, and the diagnostic that must come of it.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Name">Tells several cases of one rule apart.</param>
/// <param name="Edits">File, what stands there, what replaces it; <c>‸</c> marks where the diagnostic must point. A file that does not exist is written.</param>
internal sealed record RuleCase(DiagnosticRule Rule, string Name, params (string File, string Old, string New)[] Edits)
{
    private const string Caret = "‸";

    /// <summary>A word that the mend must hold, so that it says what to do about this very case.</summary>
    public required string Mend { get; init; }

    /// <summary>What the course has not got any more: lessons, questions, concepts, misconceptions.</summary>
    public string[] Lost { get; init; } = [];

    public string Id => Name.Length == 0 ? Rule.Code : $"{Rule.Code}: {Name}";

    /// <summary>Makes the defect and says where it is.</summary>
    public SourcePosition Apply(CourseFolder folder)
    {
        SourcePosition? place = null;
        foreach (var (file, old, replacement) in Edits)
        {
            if (!File.Exists(folder.PathOf(file))) folder.Write(file, replacement);
            else folder.Edit(file, old, replacement);
            var text = File.ReadAllText(folder.PathOf(file));
            var caret = text.IndexOf(Caret, StringComparison.Ordinal);
            if (caret < 0) continue;
            place = SourcePosition.StartOf(file).Into(text, caret);
            folder.Write(file, text.Remove(caret, Caret.Length));
        }

        return place ?? throw new InvalidOperationException($"The case '{Id}' marks no place.");
    }
}
