using InterviewPrep.Content.Diagnostics;

namespace InterviewPrep.Content.Loading;

/// <summary>
/// Ids that the content has but that could not be loaded. A diagnostic has said why; what refers to them is no further
/// mistake, so that one slip is reported once.
/// </summary>
internal sealed class UnloadedIds
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<DiagnosticRule> _unknowable = [];
    private readonly HashSet<string> _lessonsMissingQuestions = new(StringComparer.Ordinal);

    public void Add(string id) => _ids.Add(id);

    public void AddRange(IEnumerable<string> ids) => _ids.UnionWith(ids);

    /// <summary>Questions that are not loaded, of a lesson or of a deck; their ids may be unknown.</summary>
    public void AddQuestions(string? lesson, IEnumerable<string> ids)
    {
        AddRange(ids);
        IsMissingQuestions = true;
        if (lesson is not null) _lessonsMissingQuestions.Add(lesson);
    }

    /// <summary>A whole file of them could not be read: nobody can say which ids of this kind there are.</summary>
    public void AddAll(DiagnosticRule unknown)
    {
        _unknowable.Add(unknown);
        if (unknown != DiagnosticRules.UnknownQuestion) return;
        IsMissingQuestions = true;
        _unknowable.Add(DiagnosticRules.UnknownDeck);
    }

    /// <summary>Whether any question is not loaded, so that nobody can say which concepts have too few.</summary>
    public bool IsMissingQuestions { get; private set; }

    /// <summary>Whether questions of this lesson may be there but not loaded.</summary>
    public bool IsMissingQuestionsOf(string lesson) => _lessonsMissingQuestions.Contains(lesson) || _unknowable.Contains(DiagnosticRules.UnknownQuestion);

    /// <summary>Whether a reference to this id leads to something that is there but not loaded.</summary>
    /// <param name="id">The id.</param>
    /// <param name="unknown">The rule that the reference would break.</param>
    public bool Covers(string id, DiagnosticRule unknown) => _ids.Contains(id) || _unknowable.Contains(unknown);
}
