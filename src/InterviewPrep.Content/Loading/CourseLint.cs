using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Loading;

/// <summary>
/// Advice that needs the whole course: is every objective tested, every concept covered, every lesson fresh? What errors have
/// left out is not asked for: where questions could not be read, nobody can say what they would have covered.
/// </summary>
internal sealed class CourseLint
{
    private const int FewQuestions = 3;
    private const int HardLevel = 3;

    private readonly Course _course;
    private readonly IReadOnlyDictionary<string, LessonDocument> _lessons;
    private readonly IReadOnlyCollection<ConceptDocument> _concepts;
    private readonly UnloadedIds _unloaded;
    private readonly DiagnosticBag _diagnostics;

    public CourseLint(Course course, IReadOnlyDictionary<string, LessonDocument> lessons, IReadOnlyCollection<ConceptDocument> concepts, UnloadedIds unloaded, DiagnosticBag diagnostics)
    {
        _course = course;
        _lessons = lessons;
        _concepts = concepts;
        _unloaded = unloaded;
        _diagnostics = diagnostics;
    }

    public void Check(DateOnly today)
    {
        foreach (var lesson in _course.Lessons)
        {
            var document = _lessons[lesson.Id];
            if (!_unloaded.IsMissingQuestionsOf(lesson.Id)) CheckCoverage(lesson, document);
            if (!document.IsDamaged) CheckReview(lesson, document, today);
        }

        CheckPlaces();
        if (!_unloaded.IsMissingQuestions) CheckConcepts();
    }

    private void CheckCoverage(Lesson lesson, LessonDocument document)
    {
        var questions = _course.QuestionsOf(lesson);
        if (questions.IsEmpty)
        {
            _diagnostics.Report(DiagnosticRules.LessonWithoutQuestion, document.Position, $"The lesson '{lesson.Id}' has no question.", $"Write {lesson.Module}/{lesson.Id}.quiz.yaml.");
            return;
        }

        var tested = questions.SelectMany(q => q.Objectives).ToHashSet();
        for (var i = 0; i < lesson.Objectives.Length; i++)
        {
            if (!tested.Contains(i + 1))
                _diagnostics.Report(DiagnosticRules.ObjectiveUntested, document.Objectives[i].Position, $"No question tests objective {i + 1}.", $"Write one with objectives: [{i + 1}].");
        }
    }

    private void CheckReview(Lesson lesson, LessonDocument document, DateOnly today)
    {
        if (lesson.Reviewed is { } reviewed && reviewed >= today.AddYears(-1)) return;
        _diagnostics.Report(DiagnosticRules.ReviewOverdue, document.Reviewed?.Position ?? document.Position,
            lesson.Reviewed is { } day ? $"The lesson was last reviewed on {day:yyyy-MM-dd}." : "The lesson was never reviewed.", "Check it against its sources and set reviewed: to the day.");
    }

    private void CheckPlaces()
    {
        var named = _course.Lessons.SelectMany(l => l.Concepts).Concat(_course.Questions.Where(q => q.Lesson is not null).SelectMany(q => q.Concepts)).ToHashSet(StringComparer.Ordinal);
        foreach (var concept in _concepts.Where(c => c.Lesson is null && !c.IsDamaged && named.Contains(c.Id.Value)))
            _diagnostics.Report(DiagnosticRules.ConceptWithoutLesson, concept.Id.Position, $"A lesson names the concept '{concept.Id.Value}', and the concept no lesson.", "Write lesson: id#section; only a concept of decks goes without.");
    }

    private void CheckConcepts()
    {
        var asked = new Dictionary<string, (int Questions, int Hardest)>(StringComparer.Ordinal);
        foreach (var question in _course.Questions)
        {
            foreach (var concept in question.Concepts.Distinct(StringComparer.Ordinal))
            {
                var (questions, hardest) = asked.GetValueOrDefault(concept);
                asked[concept] = (questions + 1, Math.Max(hardest, question.Level));
            }
        }

        foreach (var id in _concepts.Select(c => c.Id))
        {
            var (questions, hardest) = asked.GetValueOrDefault(id.Value);
            if (questions < FewQuestions)
                _diagnostics.Report(DiagnosticRules.ConceptFewQuestions, id.Position, $"The concept '{id.Value}' has {questions} questions.", $"Write at least {FewQuestions}.");
            if (hardest < HardLevel)
                _diagnostics.Report(DiagnosticRules.ConceptNoHardQuestion, id.Position, $"The concept '{id.Value}' has no question of level {HardLevel} or above.", "Write one that computes, applies or weighs.");
        }
    }
}
