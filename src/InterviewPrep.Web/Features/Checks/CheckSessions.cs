using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Answers;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Checks;

/// <summary>Starts checks.</summary>
public sealed class CheckSessions(CourseCatalog catalog, CurrentLearner current, Answering answering)
{
    /// <summary>Asks a question; <see langword="null"/> when there is none of this id, or nobody to answer it.</summary>
    /// <param name="question">Id of the question.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="mode">What the answer is for.</param>
    /// <param name="isFirst">Whether as its lesson shows it.</param>
    public async Task<CheckSession?> StartAsync(string? question, CancellationToken cancellation, AnswerMode mode = AnswerMode.Check, bool isFirst = false)
    {
        var edition = catalog.Current;
        if (question is null || edition.Course.FindQuestion(question) is not { } found || await current.IdAsync() is not { } learner) return null;
        return new CheckSession(edition, found, CheckTicket.Of(found, answering.Now, isFirst), await current.SettingsAsync(cancellation), answering)
        {
            Learner = () => Task.FromResult(learner),
            IsKept = await current.IsKeptAsync(),
            Mode = mode,
        };
    }
}
