using System.Collections.Immutable;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Memory;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Review;

/// <summary>A question that was forgotten too often, and what to read instead of answering it once more.</summary>
/// <param name="Title">What it asks.</param>
/// <param name="Address">The section that answers it; the question itself where no lesson does.</param>
/// <param name="Lapses">How often it was forgotten.</param>
public sealed record Leech(string Title, string Address, int Lapses)
{
    private const int Most = 10;

    /// <summary>The leeches of a queue, those forgotten most often first, ten at the most.</summary>
    public static ImmutableArray<Leech> Of(Course course, ReviewQueue queue)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(queue);
        return [.. queue.Leeches.Take(Most).Select(l => Of(course, l))];
    }

    private static Leech Of(Course course, ReviewItem item)
    {
        var question = course.FindQuestion(item.QuestionId)!;
        return new(QuestionWords.Title(question), question.Lesson is null ? $"/checks/{question.Id}" : $"/lessons/{new SectionReference(question.Lesson, question.Section)}", item.Card.Lapses);
    }
}
