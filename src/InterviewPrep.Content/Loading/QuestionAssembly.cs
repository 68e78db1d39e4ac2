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
    private readonly References _references;
    private readonly DiagnosticBag _diagnostics;
    private readonly Func<Located<string>, bool> _claim;

    public QuestionAssembly(IReadOnlyDictionary<string, (LessonDocument Document, LessonText Text)> lessons, References references, DiagnosticBag diagnostics, Func<Located<string>, bool> claim)
    {
        _lessons = lessons;
        _references = references;
        _diagnostics = diagnostics;
        _claim = claim;
    }

    /// <summary>The decks, and the questions in reading order: lessons first.</summary>
    public (ImmutableArray<Deck> Decks, IReadOnlyList<QuestionSource> Questions) Assemble(IEnumerable<QuizFile> files)
    {
        var decks = ImmutableArray.CreateBuilder<Deck>();
        var found = new List<QuestionSource>();
        foreach (var file in files)
        {
            if (file.Document.Lesson is { } lesson && !Known(lesson, _references.Lessons, DiagnosticRules.UnknownLesson, "lesson")) continue;
            if (file.Document.Deck is { } deck)
            {
                if (!_claim(deck)) continue;
                decks.Add(new Deck(deck.Value, file.Document.Title?.Value ?? deck.Value, file.Document.Description?.Value ?? ""));
            }

            found.AddRange(file.Questions.Where(q => _claim(q.Document.Id)).Select(Settle).Where(q => !q.Question.Concepts.IsEmpty));
        }

        var ids = found.Select(q => q.Question.Id).ToHashSet(StringComparer.Ordinal);
        var order = _lessons.Keys.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        return (decks.ToImmutable(),
        [
            .. found.Select(q => q with { Question = q.Question with { FollowUps = KnownOnes(q.Document.Followups, ids, DiagnosticRules.UnknownQuestion, "question") } })
                .OrderBy(q => q.Question.Lesson is { } l ? order[l] : int.MaxValue),
        ]);
    }

    private QuestionSource Settle(QuestionSource source)
    {
        var (question, document) = source;
        var concepts = KnownOnes(document.Concepts, _references.Concepts, DiagnosticRules.UnknownConcept, "concept");
        var sources = KnownOnes(document.Sources, _references.Sources, DiagnosticRules.UnknownSource, "source");
        question = question with { Concepts = concepts, Sources = sources };
        question = question switch
        {
            SingleQuestion single => single with { Options = Options(single, document) },
            MultiQuestion multi => multi with { Options = Options(multi, document) },
            NumberQuestion number => number with { Slips = Slips(number, document) },
            _ => question,
        };
        if (question.Lesson is { } id) question = InLesson(question, document, _lessons[id]);
        return source with { Question = question };
    }

    private Question InLesson(Question question, QuestionDocument document, (LessonDocument Document, LessonText Text) lesson)
    {
        if (document.Section is { } section && lesson.Text.Outline.Sections.All(s => s.Id != section.Value))
        {
            Report(section, lesson.Text.Outline.Sections.Select(s => s.Id), DiagnosticRules.UnknownSection, "section");
            question = question with { Section = null };
        }

        var objectives = lesson.Document.Objectives.Count;
        if (question.Objectives.All(o => o <= objectives)) return question;
        foreach (var objective in document.Objectives.Where(o => o.Value > objectives))
            _diagnostics.Report(DiagnosticRules.UnknownObjective, objective.Position, $"The lesson has {objectives} objectives; there is no number {objective.Value}.", "Count them from 1.");
        return question with { Objectives = [.. question.Objectives.Where(o => o <= objectives)] };
    }

    private ImmutableArray<ChoiceOption> Options(ChoiceQuestion question, QuestionDocument document) =>
    [
        .. question.Options.Zip(document.Options, (option, d) => d.Misconception is { } m && !Known(m, _references.Misconceptions, DiagnosticRules.UnknownMisconception, "misconception")
            ? option with { Misconception = null }
            : option),
    ];

    private ImmutableArray<Slip> Slips(NumberQuestion question, QuestionDocument document) =>
    [
        .. question.Slips.Zip(document.Wrong, (slip, d) => d.Misconception is { } m && !Known(m, _references.Misconceptions, DiagnosticRules.UnknownMisconception, "misconception")
            ? slip with { Misconception = null }
            : slip),
    ];

    private bool Known(Located<string> id, IReadOnlySet<string> known, DiagnosticRule rule, string what)
    {
        if (known.Contains(id.Value)) return true;
        Report(id, known, rule, what);
        return false;
    }

    private void Report(Located<string> id, IEnumerable<string> known, DiagnosticRule rule, string what) =>
        _diagnostics.Report(rule, id.Position, $"There is no {what} '{id.Value}'.", Suggestion.DidYouMean(id.Value, known, "Mend the id, or add it."));

    private ImmutableArray<string> KnownOnes(IEnumerable<Located<string>> ids, IReadOnlySet<string> known, DiagnosticRule rule, string what) =>
        [.. ids.Where(id => Known(id, known, rule, what)).Select(id => id.Value)];
}
