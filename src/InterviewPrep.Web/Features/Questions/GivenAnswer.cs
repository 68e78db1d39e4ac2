using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>An answer as it is looked at afterwards: what was asked, what was entered, how it was marked.</summary>
/// <param name="Asked">What was asked; the mended version where the answer was marked again with it.</param>
/// <param name="Draft">What was entered.</param>
/// <param name="Outcome">How it was marked, and why.</param>
/// <param name="IsMended">Whether the key was mended since.</param>
public sealed record GivenAnswer(AskedQuestion Asked, ResponseDraft Draft, Outcome Outcome, bool IsMended)
{
    /// <summary>Brings together what is shown of an answer.</summary>
    /// <param name="edition">The course as it is served.</param>
    /// <param name="asked">The question as it was asked.</param>
    /// <param name="answer">The answer with the mark that counts.</param>
    public static GivenAnswer Of(CourseEdition edition, Question asked, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(answer);
        var mended = MendedKey.Of(edition.Course, asked, answer);
        if (mended is not null) (asked, answer) = (mended.Question, mended.Answer);
        var shown = AskedQuestion.Of(edition, asked, answer.Seed);
        var draft = new ResponseDraft(shown) { Certainty = answer.Certainty };
        draft.Restore(answer.Response);
        return new(shown, draft, Outcome.Of(shown, answer, edition.Course), mended is not null);
    }
}
