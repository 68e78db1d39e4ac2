using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Documents;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Loading;

/// <summary>Advice that needs the whole course: is every objective tested, every concept covered, every lesson fresh?</summary>
internal static class CourseLint
{
    private const int FewQuestions = 3;
    private const int HardLevel = 3;

    public static void Check(Course course, Dictionary<string, LessonDocument> lessons, DateOnly today, DiagnosticBag diagnostics)
    {
        foreach (var lesson in course.Lessons)
        {
            var document = lessons[lesson.Id];
            var questions = course.QuestionsOf(lesson);
            if (questions.IsEmpty)
                diagnostics.Report(DiagnosticRules.LessonWithoutQuestion, document.Position, $"The lesson '{lesson.Id}' has no question.", $"Write {lesson.Module}/{lesson.Id}.quiz.yaml.");
            for (var i = 0; i < lesson.Objectives.Length && !questions.IsEmpty; i++)
            {
                if (questions.All(q => !q.Objectives.Contains(i + 1)))
                    diagnostics.Report(DiagnosticRules.ObjectiveUntested, document.Objectives[i].Position, $"No question tests objective {i + 1}.", $"Write one with objectives: [{i + 1}].");
            }

            if (lesson.Reviewed is null || lesson.Reviewed.Value.AddYears(1) < today)
                diagnostics.Report(DiagnosticRules.ReviewOverdue, document.Reviewed?.Position ?? document.Position,
                    lesson.Reviewed is { } day ? $"The lesson was last reviewed on {day:yyyy-MM-dd}." : "The lesson was never reviewed.", "Check it against its sources and set reviewed: to the day.");
        }

        var levels = course.Questions.SelectMany(q => q.Concepts, (q, concept) => (concept, q.Level)).ToLookup(p => p.concept, p => p.Level, StringComparer.Ordinal);
        foreach (var concept in course.Concepts) CheckConcept(concept, [.. levels[concept.Id]], diagnostics);
    }

    private static void CheckConcept(Concept concept, IReadOnlyCollection<int> levels, DiagnosticBag diagnostics)
    {
        var position = SourcePosition.StartOf("concepts.yaml");
        if (levels.Count < FewQuestions)
            diagnostics.Report(DiagnosticRules.ConceptFewQuestions, position, $"The concept '{concept.Id}' has {levels.Count} questions.", $"Write at least {FewQuestions}.");
        if (levels.All(l => l < HardLevel))
            diagnostics.Report(DiagnosticRules.ConceptNoHardQuestion, position, $"The concept '{concept.Id}' has no question of level {HardLevel} or above.", "Write one that computes, applies or weighs.");
    }
}
