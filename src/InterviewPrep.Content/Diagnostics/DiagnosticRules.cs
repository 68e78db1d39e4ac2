using System.Collections.Immutable;
using static InterviewPrep.Content.Diagnostics.DiagnosticSeverity;

namespace InterviewPrep.Content.Diagnostics;

/// <summary>Every rule that the content is held to; <c>docs/content-format.md</c> lists the same.</summary>
public static class DiagnosticRules
{
    private static readonly ImmutableArray<DiagnosticRule>.Builder Registered = ImmutableArray.CreateBuilder<DiagnosticRule>();

#pragma warning disable CS1591 // The summary of each rule is its second argument; a comment would say it twice.

    // Files
    public static readonly DiagnosticRule FolderMissing = Rule(Error, "folder-missing", "The content folder must exist and be readable.");
    public static readonly DiagnosticRule FileMissing = Rule(Error, "file-missing", "A file that the course names must exist.");
    public static readonly DiagnosticRule FileTooLarge = Rule(Error, "file-too-large", "A file must stay under its size limit.");
    public static readonly DiagnosticRule TooManyFiles = Rule(Error, "too-many-files", "The folder must stay under its limit of files.");
    public static readonly DiagnosticRule FileUnreadable = Rule(Error, "file-unreadable", "A file must be readable.");
    public static readonly DiagnosticRule InvalidEncoding = Rule(Error, "invalid-encoding", "Text must be UTF-8 without NUL and other control characters.");
    public static readonly DiagnosticRule PathOutside = Rule(Error, "path-outside", "Paths and symbolic links must stay inside the content folder.");
    public static readonly DiagnosticRule TooManyErrors = Rule(Error, "too-many-errors", "A file with more errors than are listed must be mended in steps.");
    public static readonly DiagnosticRule NotListed = Rule(Warning, "not-listed", "A lesson, quiz or module folder should be listed in the course.");

    // YAML
    public static readonly DiagnosticRule YamlInvalid = Rule(Error, "yaml-invalid", "YAML must parse.");
    public static readonly DiagnosticRule YamlRefused = Rule(Error, "yaml-refused", "Anchors, aliases, tags and several documents in one file are not part of the format.");
    public static readonly DiagnosticRule NestingTooDeep = Rule(Error, "nesting-too-deep", "Nesting must stay under its limit.");
    public static readonly DiagnosticRule UnknownKey = Rule(Error, "unknown-key", "A key must be one that the format has.");
    public static readonly DiagnosticRule MissingKey = Rule(Error, "missing-key", "A required key must be there.");
    public static readonly DiagnosticRule DuplicateKey = Rule(Error, "duplicate-key", "A key must stand once.");
    public static readonly DiagnosticRule WrongType = Rule(Error, "wrong-type", "A value must be of the kind that its key wants.");
    public static readonly DiagnosticRule InvalidValue = Rule(Error, "invalid-value", "A value must be in its range.");

    // Ids and references
    public static readonly DiagnosticRule InvalidId = Rule(Error, "invalid-id", "An id is lower-case kebab-case; a concept's has dots.");
    public static readonly DiagnosticRule DuplicateId = Rule(Error, "duplicate-id", "An id must be unique over the whole course.");
    public static readonly DiagnosticRule RetiredId = Rule(Error, "retired-id", "A retired id is never used again.");
    public static readonly DiagnosticRule UnknownModule = Rule(Error, "unknown-module", "A module that is named must exist.");
    public static readonly DiagnosticRule UnknownLesson = Rule(Error, "unknown-lesson", "A lesson that is named must exist.");
    public static readonly DiagnosticRule UnknownSection = Rule(Error, "unknown-section", "A section that is named must exist in its lesson.");
    public static readonly DiagnosticRule UnknownConcept = Rule(Error, "unknown-concept", "A concept that is named must exist.");
    public static readonly DiagnosticRule UnknownMisconception = Rule(Error, "unknown-misconception", "A misconception that is named must exist.");
    public static readonly DiagnosticRule UnknownSource = Rule(Error, "unknown-source", "A source that is cited must exist.");
    public static readonly DiagnosticRule UnknownQuestion = Rule(Error, "unknown-question", "A question that is named must exist.");
    public static readonly DiagnosticRule UnknownDeck = Rule(Error, "unknown-deck", "A deck that is named must exist.");
    public static readonly DiagnosticRule UnknownObjective = Rule(Error, "unknown-objective", "An objective that a question tests must exist in its lesson.");
    public static readonly DiagnosticRule NeedsCycle = Rule(Error, "needs-cycle", "Prerequisites of concepts and of lessons must not form a cycle.");

    // Questions
    public static readonly DiagnosticRule KeyCount = Rule(Error, "key-count", "A question must have as many right options as its type wants.");
    public static readonly DiagnosticRule DuplicateOption = Rule(Error, "duplicate-option", "Options, steps and pairs of one question must differ.");
    public static readonly DiagnosticRule OptionEqualsKey = Rule(Error, "option-equals-key", "A wrong option must not say the same as the key.");
    public static readonly DiagnosticRule InvalidExpression = Rule(Error, "invalid-expression", "An expression must parse and evaluate.");
    public static readonly DiagnosticRule CheckFailed = Rule(Error, "check-failed", "A check must hold.");
    public static readonly DiagnosticRule InvalidVariant = Rule(Error, "invalid-variant", "Every variant's key must be finite and differ from its known slips.");
    public static readonly DiagnosticRule InvalidPattern = Rule(Error, "invalid-pattern", "A pattern must be a safe regular expression.");
    public static readonly DiagnosticRule BrokenBlank = Rule(Error, "broken-blank", "What begins like a blank must be one: no braces and no line break in its answers.");

    // The mock loop
    public static readonly DiagnosticRule PartFewQuestions = Rule(Error, "part-few-questions", "A part of a round must match as many questions as it draws.");

    // Markdown
    public static readonly DiagnosticRule FrontMatterMissing = Rule(Error, "front-matter-missing", "A lesson must begin with front matter between two lines of ---.");
    public static readonly DiagnosticRule HeadingLevel = Rule(Error, "heading-level", "Headings go from ## to ####, leave no level out, and stand on the page itself.");
    public static readonly DiagnosticRule AnchorMissing = Rule(Error, "anchor-missing", "Every heading must carry its permanent anchor.");
    public static readonly DiagnosticRule DuplicateAnchor = Rule(Error, "duplicate-anchor", "An anchor must be unique in its lesson.");
    public static readonly DiagnosticRule RawHtml = Rule(Error, "raw-html", "Raw HTML is not part of the format; it is shown as text.");
    public static readonly DiagnosticRule AttributeBlock = Rule(Error, "attribute-block", "Attribute blocks other than a heading's anchor are not part of the format.");
    public static readonly DiagnosticRule UnsafeLink = Rule(Error, "unsafe-link", "A link must be https, lesson:, concept: or an anchor of the page.");
    public static readonly DiagnosticRule BrokenLink = Rule(Error, "broken-link", "A link must lead somewhere.");
    public static readonly DiagnosticRule UnknownDirective = Rule(Error, "unknown-directive", "A ::: block must be check, lab or details.");
    public static readonly DiagnosticRule DirectivePlace = Rule(Error, "directive-place", "A check, lab, fold or figure must stand where it has a place.");
    public static readonly DiagnosticRule UnclosedDirective = Rule(Error, "unclosed-directive", "A :::details block must be closed.");
    public static readonly DiagnosticRule UnknownAlert = Rule(Error, "unknown-alert", "An alert must be one of the six kinds.");
    public static readonly DiagnosticRule TexInvalid = Rule(Error, "tex-invalid", "TeX must parse.");
    public static readonly DiagnosticRule DiagramInvalid = Rule(Error, "diagram-invalid", "A diagram must parse.");
    public static readonly DiagnosticRule FigureMissing = Rule(Error, "figure-missing", "A figure must exist in its module's folder.");
    public static readonly DiagnosticRule FigureUnsafe = Rule(Error, "figure-unsafe", "A figure must be plain SVG without script, style, foreign references or unknown elements.");
    public static readonly DiagnosticRule FigureAlt = Rule(Error, "figure-alt", "A figure must say what it shows to a reader who cannot see it.");
    public static readonly DiagnosticRule MarkdownTooComplex = Rule(Error, "markdown-too-complex", "Lines, paragraphs and nesting must stay under their limits.");
    public static readonly DiagnosticRule OutputRefused = Rule(Error, "output-refused", "Rendered HTML must hold nothing outside the allow-list.");
    public static readonly DiagnosticRule UnknownLanguage = Rule(Warning, "unknown-language", "A code block should name a language that can be highlighted, or text.");

    // Advice
    public static readonly DiagnosticRule KeyIsLongest = Rule(Warning, "key-is-longest", "The right option should not be much the longest.");
    public static readonly DiagnosticRule CatchAllOption = Rule(Warning, "catch-all-option", "Options should not be all or none of the above.");
    public static readonly DiagnosticRule UnboldedNot = Rule(Warning, "unbolded-not", "A negative stem should have its not in bold.");
    public static readonly DiagnosticRule KeyNotInBaseUnits = Rule(Warning, "key-not-in-base-units", "A key should be in base units, since what is typed is converted to them.");
    public static readonly DiagnosticRule ScaleWithoutUnit = Rule(Warning, "scale-without-unit", "A number asked for in per cent, points, millions or billions should be read in them.");
    public static readonly DiagnosticRule SlipsCoincide = Rule(Warning, "slips-coincide", "Two known slips of a variant should not be the same number.");
    public static readonly DiagnosticRule OptionWithoutWhy = Rule(Warning, "option-without-why", "Every option should say why it is right or wrong.");
    public static readonly DiagnosticRule QuestionWithoutSource = Rule(Warning, "question-without-source", "A question should name its source.");
    public static readonly DiagnosticRule QuestionWithoutSection = Rule(Warning, "question-without-section", "A lesson's question should name the section that answers it.");
    public static readonly DiagnosticRule ConceptFewQuestions = Rule(Warning, "concept-few-questions", "A concept should have at least three questions.");
    public static readonly DiagnosticRule ConceptNoHardQuestion = Rule(Warning, "concept-no-hard-question", "A concept should have a question of level 3 or above.");
    public static readonly DiagnosticRule ConceptWithoutLesson = Rule(Warning, "concept-without-lesson", "A concept that a lesson or its questions name should say where it is taught.");
    public static readonly DiagnosticRule LessonWithoutQuestion = Rule(Warning, "lesson-without-question", "A lesson should have questions.");
    public static readonly DiagnosticRule ObjectiveUntested = Rule(Warning, "objective-untested", "An objective should be tested by a question.");
    public static readonly DiagnosticRule ReviewOverdue = Rule(Warning, "review-overdue", "A lesson should have been reviewed within a year.");

#pragma warning restore CS1591

    /// <summary>All rules in the order of the documentation.</summary>
    public static ImmutableArray<DiagnosticRule> All { get; } = Registered.ToImmutable();

    private static DiagnosticRule Rule(DiagnosticSeverity severity, string code, string summary)
    {
        var rule = new DiagnosticRule(code, severity, summary);
        Registered.Add(rule);
        return rule;
    }
}
