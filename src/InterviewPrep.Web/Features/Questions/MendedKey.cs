using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>An answer beside the key that it was marked with again, so that mark and reasons on the screen agree.</summary>
/// <param name="Question">The version with the mended key.</param>
/// <param name="Answer">The answer in terms of that version.</param>
public sealed record MendedKey(Question Question, Answer Answer)
{
    /// <summary>What an answer is shown with since its question's key was mended.</summary>
    /// <param name="course">The course as it is served.</param>
    /// <param name="asked">The question as it was asked.</param>
    /// <param name="answer">The answer with the mark that counts.</param>
    /// <returns>
    /// <see langword="null"/> where the key stands, where the answer says nothing to the mended one, and as long as it is not marked again: until
    /// then the old key explains the mark.
    /// </returns>
    public static MendedKey? Of(Course course, Question asked, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(answer);
        if (course.FindQuestion(asked.Id) is not { RegradeFrom: { } from } mended || asked.Version < from || asked.Version >= mended.Version) return null;
        if (Translation.Of(asked, mended, answer.Response) is not { } response || !Marker.TryMark(mended, answer.Seed, response, out var marking, out _)) return null;
        return Math.Abs(marking.Score - answer.Score) < 1e-9 ? new(mended, answer with { Response = response }) : null;
    }
}
