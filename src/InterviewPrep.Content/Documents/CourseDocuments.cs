using InterviewPrep.Content.Diagnostics;

namespace InterviewPrep.Content.Documents;

/// <summary>What every document knows of its own place.</summary>
internal abstract class Document
{
    /// <summary>Where it begins.</summary>
    public SourcePosition Position { get; set; }

    /// <summary>Whether a key or an item of a list could not be used, so that what is left may not be what the author meant.</summary>
    public bool IsDamaged { get; set; }

    /// <summary>Remembers where a key stands, for the documents that report it later.</summary>
    public virtual void NoteKey(string key, SourcePosition position)
    {
    }
}

/// <summary><c>course.yaml</c>.</summary>
internal sealed class CourseDocument : Document
{
    [Key("Permanent id of the course.", Required = true, Pattern = Patterns.Id)]
    public Located<string> Id { get; set; } = null!;

    [Key("Title in plain text.", Required = true)]
    public Located<string> Title { get; set; } = null!;

    [Key("One or two sentences of plain text.", Required = true)]
    public Located<string> Description { get; set; } = null!;

    [Key("Ids of the modules in reading order; each is a folder.", Required = true, Pattern = Patterns.Id)]
    public IReadOnlyList<Located<string>> Modules { get; set; } = [];
}

/// <summary><c>module.yaml</c>.</summary>
internal sealed class ModuleDocument : Document
{
    [Key("Permanent id, the folder's name.", Required = true, Pattern = Patterns.Id)]
    public Located<string> Id { get; set; } = null!;

    [Key("Title in plain text.", Required = true)]
    public Located<string> Title { get; set; } = null!;

    [Key("One or two sentences of plain text.", Required = true)]
    public Located<string> Summary { get; set; } = null!;

    [Key("Ids of the lessons in reading order; each is a file.", Required = true, Pattern = Patterns.Id)]
    public IReadOnlyList<Located<string>> Lessons { get; set; } = [];
}

/// <summary>One entry of <c>concepts.yaml</c>.</summary>
internal sealed class ConceptDocument : Document
{
    [Key("Permanent dotted id, such as attention.scaling.", Required = true, Pattern = Patterns.ConceptId)]
    public Located<string> Id { get; set; } = null!;

    [Key("Name in plain text.", Required = true)]
    public Located<string> Title { get; set; } = null!;

    [Key("Where it is taught: lesson or lesson#section. Without it, only decks may use the concept.", Pattern = Patterns.SectionReference)]
    public Located<string>? Lesson { get; set; }

    [Key("Ids of the concepts to know before.", Pattern = Patterns.ConceptId)]
    public IReadOnlyList<Located<string>> Needs { get; set; } = [];

    [Key("One or two sentences of inline Markdown for the glossary.", Required = true)]
    public Located<string> Definition { get; set; } = null!;
}

/// <summary>One entry of <c>misconceptions.yaml</c>.</summary>
internal sealed class MisconceptionDocument : Document
{
    [Key("Permanent id, such as scale-by-length.", Required = true, Pattern = Patterns.Id)]
    public Located<string> Id { get; set; } = null!;

    [Key("What somebody who holds it would say; inline Markdown.", Required = true)]
    public Located<string> Belief { get; set; } = null!;

    [Key("What is right instead; inline Markdown.", Required = true)]
    public Located<string> Correction { get; set; } = null!;

    [Key("Id of the concept that it is about.", Required = true, Pattern = Patterns.ConceptId)]
    public Located<string> Concept { get; set; } = null!;
}

/// <summary>One entry of <c>sources.yaml</c>.</summary>
internal sealed class SourceDocument : Document
{
    [Key("Permanent key: first author's surname and year, such as vaswani2017.", Required = true, Pattern = Patterns.Id)]
    public Located<string> Id { get; set; } = null!;

    [Key("Title in plain text.", Required = true)]
    public Located<string> Title { get; set; } = null!;

    [Key("Authors as they are shown.", Required = true)]
    public Located<string> Authors { get; set; } = null!;

    [Key("Year of the cited version.", Required = true, Minimum = 1600, Maximum = 2200)]
    public Located<int> Year { get; set; } = null!;

    [Key("An https address.", Pattern = Patterns.Https)]
    public Located<string>? Url { get; set; }

    [Key("A word on the version or the reliability, in plain text.")]
    public Located<string>? Note { get; set; }
}

/// <summary>One entry of <c>retired.yaml</c>: an id that must never be used again.</summary>
internal sealed class RetiredDocument : Document
{
    [Key("The retired id.", Required = true)]
    public Located<string> Id { get; set; } = null!;

    [Key("Why it went, and what replaced it.")]
    public Located<string>? Reason { get; set; }
}
