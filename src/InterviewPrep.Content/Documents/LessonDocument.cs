namespace InterviewPrep.Content.Documents;

/// <summary>The front matter of a lesson.</summary>
internal sealed class LessonDocument : Document
{
    [Key("Permanent id, the file's name.", Required = true, Pattern = Patterns.Id)]
    public Located<string> Id { get; set; } = null!;

    [Key("Title in plain text.", Required = true)]
    public Located<string> Title { get; set; } = null!;

    [Key("One sentence that a search result can show; inline Markdown.", Required = true)]
    public Located<string> Summary { get; set; } = null!;

    [Key("Reading time in minutes.", Required = true, Minimum = 1, Maximum = 120)]
    public Located<int> Minutes { get; set; } = null!;

    [Key("What the reader can do afterwards, each beginning with a verb; inline Markdown.", Required = true)]
    public IReadOnlyList<Located<string>> Objectives { get; set; } = [];

    [Key("Ids of the concepts that it teaches.", Required = true, Pattern = Patterns.ConceptId)]
    public IReadOnlyList<Located<string>> Concepts { get; set; } = [];

    [Key("Ids of the lessons that should be read before.", Pattern = Patterns.Id)]
    public IReadOnlyList<Located<string>> Needs { get; set; } = [];

    [Key("Keys of its main sources.", Pattern = Patterns.Id)]
    public IReadOnlyList<Located<string>> Sources { get; set; } = [];

    [Key("The facts worth remembering, one line each; inline Markdown. A module's cheat sheet is made of them.")]
    public IReadOnlyList<Located<string>> Facts { get; set; } = [];

    [Key("Expressions that must hold.")]
    public IReadOnlyList<Located<string>> Checks { get; set; } = [];

    [Key("The day on which somebody last checked it against its sources, YYYY-MM-DD.")]
    public Located<DateOnly>? Reviewed { get; set; }
}
