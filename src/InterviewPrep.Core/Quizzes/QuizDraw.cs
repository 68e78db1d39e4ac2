using System.Collections.Immutable;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Quizzes;

/// <summary>Draws the questions of a sitting: the same seed, course and history give the same draw.</summary>
public static class QuizDraw
{
    /// <summary>The questions that match, before any is drawn.</summary>
    /// <param name="course">The course.</param>
    /// <param name="spec">What is wanted.</param>
    /// <param name="history">What the learner has done with a question.</param>
    /// <param name="isBookmarked">Whether the learner has marked a question.</param>
    public static ImmutableArray<Question> Matching(
        Course course, QuizSpec spec, Func<string, QuestionHistory> history, Func<string, bool> isBookmarked)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(spec);
        var isAnywhere = spec.Lessons.IsEmpty && spec.Modules.IsEmpty && spec.Decks.IsEmpty && spec.Concepts.IsEmpty;
        return
        [
            .. course.Questions.Where(q =>
                (isAnywhere || IsWithin(course, spec, q))
                && (spec.Types.IsEmpty || spec.Types.Contains(q.Type))
                && (spec.Levels.IsEmpty || spec.Levels.Contains(q.Level))
                && spec.Pool switch
                {
                    QuizPool.Unseen => history(q.Id).Answers == 0,
                    QuizPool.Missed => history(q.Id) is { Answers: > 0, LastWasRight: false },
                    QuizPool.Bookmarked => isBookmarked(q.Id),
                    _ => true,
                }),
        ];
    }

    /// <summary>
    /// Draws round the concepts, one question of each in turn, so that no concept has two more than another that still has
    /// some; within a concept those answered least often first. Each question once: two of its variants never meet.
    /// </summary>
    /// <param name="matching">The questions to draw from, each once.</param>
    /// <param name="length">How many, 1 to <see cref="QuizSpec.MaxLength"/>; fewer when fewer match.</param>
    /// <param name="history">What the learner has done with a question.</param>
    /// <param name="seed">Any number.</param>
    public static ImmutableArray<DrawnQuestion> Draw(
        ImmutableArray<Question> matching, int length, Func<string, QuestionHistory> history, long seed)
    {
        ArgumentNullException.ThrowIfNull(history);
        var random = new SplitMix64(seed);
        var shuffled = random.Permutation(matching.Length).Select(i => matching[i]).ToList();
        var concepts = shuffled.GroupBy(q => q.Concepts[0], StringComparer.Ordinal)
            .Select(g => new Queue<Question>(g.OrderBy(q => history(q.Id).Answers)))
            .ToList();
        var drawn = ImmutableArray.CreateBuilder<DrawnQuestion>();
        length = Math.Clamp(length, 1, QuizSpec.MaxLength);
        while (drawn.Count < length && concepts.Count > 0)
        {
            foreach (var concept in concepts.Take(length - drawn.Count)) drawn.Add(new DrawnQuestion(concept.Dequeue(), random.NextSeed()));
            concepts.RemoveAll(c => c.Count == 0);
        }

        return drawn.ToImmutable();
    }

    private static bool IsWithin(Course course, QuizSpec spec, Question question) =>
        (question.Lesson is { } lesson && (spec.Lessons.Contains(lesson) || (course.FindLesson(lesson) is { } l && spec.Modules.Contains(l.Module))))
        || (question.Deck is { } deck && spec.Decks.Contains(deck))
        || question.Concepts.Any(c => spec.Concepts.Contains(c));
}
