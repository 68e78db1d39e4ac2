using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Learning;

namespace InterviewPrep.Web.Features.Loops;

/// <summary>Draws and starts rounds of the course's mock loop.</summary>
public sealed class RoundStarter(CourseCatalog catalog, AnswerStore answers, AttemptStore attempts, LearnerStore learners, LearnerModels models, TimeProvider time)
{
    /// <summary>Starts a round. One that is begun is not drawn again: its sitting goes on, or shows its result.</summary>
    /// <param name="learner">Who.</param>
    /// <param name="key">The run and the round.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Id of the sitting, or why it cannot start.</returns>
    public async Task<(Guid? Attempt, string? Problem)> StartAsync(Guid learner, RoundKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        var course = catalog.Current.Course;
        if (course.Loop?.FindRound(key.Id) is not { } round) return (null, "There is no such round in the course any more.");
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var begun in (await attempts.RoundsAsync(learner, cancellation).ConfigureAwait(false)).Where(a => a.Spec.Round!.Loop == key.Loop))
        {
            if (begun.Spec.Round == key) return (begun.Id, null);
            if (await attempts.FindAsync(learner, begun.Id, cancellation).ConfigureAwait(false) is { } other) asked.UnionWith(other.Steps.Select(s => s.Question.Id));
        }

        var drawn = await DrawAsync(learner, course, round, asked, cancellation).ConfigureAwait(false);
        if (drawn.Count == 0) return (null, "The course has no question left for this round.");
        var spec = new QuizSpec { Kind = QuizKind.Round, Round = key, Title = round.Title, Length = drawn.Count, Minutes = round.Minutes, FeedbackAtEnd = true, HideTopic = true };
        return (await attempts.StartAsync(learner, spec, drawn, Now, cancellation).ConfigureAwait(false), null);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<IReadOnlyList<DrawnQuestion>> DrawAsync(Guid learner, Course course, LoopRound round, HashSet<string> asked, CancellationToken cancellation)
    {
        var history = await answers.HistoryAsync(learner, cancellation).ConfigureAwait(false);
        var model = await models.OfAsync(learner, await learners.SettingsAsync(learner, cancellation).ConfigureAwait(false), course, cancellation).ConfigureAwait(false);
        bool IsDue(string question) => model.Cards.TryGetValue(question, out var card) && card.Due <= Now;
        return RoundDraw.Draw(course, round, asked, q => history.GetValueOrDefault(q), IsDue, Random.Shared.NextInt64());
    }
}
