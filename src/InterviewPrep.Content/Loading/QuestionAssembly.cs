using System.Collections.Immutable;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Loading;

/// <summary>Settles what questions refer to: lesson, section, objectives, concepts, misconceptions, sources, follow-ups.</summary>
internal sealed class QuestionAssembly
{
    private readonly IReadOnlyDictionary<string, (LessonDocument Document, LessonText Text)> _lessons;
    private readonly KnownIds _known;
    private readonly ReferenceCheck _references;
    private readonly UnloadedIds _unloaded;
    private readonly Func<Located<string>, bool> _claim;

    public QuestionAssembly(
        IReadOnlyDictionary<string, (LessonDocument Document, LessonText Text)> lessons, KnownIds known, ReferenceCheck references, UnloadedIds unloaded, Func<Located<string>, bool> claim)
    {
        _lessons = lessons;
        _known = known;
        _references = references;
        _unloaded = unloaded;
        _claim = claim;
    }

    /// <summary>The decks, and the questions in reading order: lessons first.</summary>
    public (ImmutableArray<Deck> Decks, IReadOnlyList<QuestionSource> Questions) Assemble(IEnumerable<QuizFile> files)
    {
        var decks = ImmutableArray.CreateBuilder<Deck>();
        var found = new List<QuestionSource>();
        foreach (var file in files)
        {
            if ((file.Document.Lesson is { } lesson && !_references.Holds(lesson, _known.Lessons, DiagnosticRules.UnknownLesson, "lesson"))
                || (file.Document.Deck is { } id && !_claim(id)))
            {
                _unloaded.AddQuestions(file.Document.Lesson?.Value, file.Questions.Select(q => q.Question.Id));
                if (file.Document.Deck is { } lost) _unloaded.Add(lost.Value);
                continue;
            }

            if (file.Document.Deck is { } deck) decks.Add(new Deck(deck.Value, file.Document.Title?.Value ?? deck.Value, file.Document.Description?.Value ?? ""));
            foreach (var question in file.Questions) Add(question, found);
        }

        var ids = new Lazy<HashSet<string>>(() => found.Select(q => q.Question.Id).ToHashSet(StringComparer.Ordinal));
        var order = _lessons.Keys.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        return (decks.ToImmutable(),
        [
            .. found.Select(q => WithFollowUps(q, ids)).OrderBy(q => q.Question.Lesson is { } l ? order[l] : int.MaxValue),
        ]);
    }

    private void Add(QuestionSource source, List<QuestionSource> found)
    {
        if (_claim(source.Document.Id) && Settle(source) is { Question.Concepts.IsEmpty: false } settled) found.Add(settled);
        else if (found.TrueForAll(q => q.Question.Id != source.Question.Id)) _unloaded.AddQuestions(source.Question.Lesson, [source.Question.Id]);
    }

    private QuestionSource WithFollowUps(QuestionSource source, Lazy<HashSet<string>> ids)
    {
        var (question, document) = source;
        if (question.FollowUps.IsEmpty) return source;
        var followUps = _references.Known(question.FollowUps, document.Followups, ids.Value, DiagnosticRules.UnknownQuestion, "question");
        return followUps == question.FollowUps ? source : source with { Question = question with { FollowUps = followUps } };
    }

    /// <summary>The source itself when all that it refers to is there.</summary>
    private QuestionSource Settle(QuestionSource source)
    {
        var (question, document) = source;
        var concepts = _references.Known(question.Concepts, document.Concepts, _known.Concepts, DiagnosticRules.UnknownConcept, "concept");
        var sources = _references.Known(question.Sources, document.Sources, _known.Sources, DiagnosticRules.UnknownSource, "source");
        if (concepts != question.Concepts || sources != question.Sources) question = question with { Concepts = concepts, Sources = sources };
        question = question switch
        {
            SingleQuestion single when document.Options.Any(o => IsUnknown(o.Misconception)) => single with { Options = Options(single, document) },
            MultiQuestion multi when document.Options.Any(o => IsUnknown(o.Misconception)) => multi with { Options = Options(multi, document) },
            NumberQuestion number when document.Wrong.Any(w => IsUnknown(w.Misconception)) => number with { Slips = Slips(number, document) },
            _ => question,
        };
        if (question.Lesson is { } id) question = InLesson(question, document, _lessons[id]);
        return ReferenceEquals(question, source.Question) ? source : source with { Question = question };
    }

    private bool IsUnknown(Located<string>? misconception) => misconception is not null && !_known.Misconceptions.Contains(misconception.Value);

    private Question InLesson(Question question, QuestionDocument document, (LessonDocument Document, LessonText Text) lesson)
    {
        var outline = lesson.Text.Outline;
        if (document.Section is { } section && outline.IsRead && !_references.Holds(section, outline.SectionIds, DiagnosticRules.UnknownSection, "section"))
            question = question with { Section = null };
        var objectives = lesson.Document.Objectives.Count;
        if (question.Objectives.All(o => o <= objectives)) return question;
        if (!lesson.Document.IsDamaged)
        {
            foreach (var objective in document.Objectives.Where(o => o.Value > objectives))
                _references.Report(DiagnosticRules.UnknownObjective, objective.Position, $"The lesson has {objectives} objectives; there is no number {objective.Value}.", "Count them from 1.");
        }

        return question with { Objectives = [.. question.Objectives.Where(o => o <= objectives)] };
    }

    private ImmutableArray<ChoiceOption> Options(ChoiceQuestion question, QuestionDocument document) =>
    [
        .. question.Options.Zip(document.Options, (option, d) => d.Misconception is { } m && !_references.Holds(m, _known.Misconceptions, DiagnosticRules.UnknownMisconception, "misconception")
            ? option with { Misconception = null }
            : option),
    ];

    private ImmutableArray<Slip> Slips(NumberQuestion question, QuestionDocument document) =>
    [
        .. question.Slips.Zip(document.Wrong, (slip, d) => d.Misconception is { } m && !_references.Holds(m, _known.Misconceptions, DiagnosticRules.UnknownMisconception, "misconception")
            ? slip with { Misconception = null }
            : slip),
    ];
}
