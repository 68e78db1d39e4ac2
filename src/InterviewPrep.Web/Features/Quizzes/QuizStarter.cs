using System.Collections.Immutable;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Questions;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Marks;

namespace InterviewPrep.Web.Features.Quizzes;

/// <summary>Draws and starts sittings.</summary>
public sealed class QuizStarter(
    CourseCatalog catalog, AnswerStore answers, AttemptStore attempts, MarkStore marks, LearnerStore learners, LearnerModels models, TimeProvider time)
{
    private static readonly IReadOnlyDictionary<string, QuestionHistory> NoHistory = new Dictionary<string, QuestionHistory>();

    /// <summary>The questions that a quiz would draw from.</summary>
    public async Task<ImmutableArray<Question>> MatchingAsync(Guid? learner, QuizSpec spec, CancellationToken cancellation)
    {
        var history = await HistoryAsync(learner, cancellation).ConfigureAwait(false);
        return await MatchingAsync(learner, spec, history, cancellation).ConfigureAwait(false);
    }

    /// <summary>Draws a quiz and starts it.</summary>
    /// <returns>Its id, or why it cannot start.</returns>
    public async Task<(Guid? Attempt, string? Problem)> StartAsync(Guid learner, QuizSpec spec, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var history = await HistoryAsync(learner, cancellation).ConfigureAwait(false);
        var matching = await MatchingAsync(learner, spec, history, cancellation).ConfigureAwait(false);
        if (matching.IsEmpty) return (null, "No question matches. Choose more topics, types or levels, or draw from all questions.");
        var drawn = QuizDraw.Draw(matching, spec.Length, id => history.GetValueOrDefault(id), Random.Shared.NextInt64());
        return (await attempts.StartAsync(learner, spec, drawn, Now, cancellation).ConfigureAwait(false), null);
    }

    /// <summary>Starts a sitting of what was missed in another: in other variants where there are some, and as the questions stand now.</summary>
    public async Task<(Guid? Attempt, string? Problem)> RetryAsync(Guid learner, Guid attempt, CancellationToken cancellation)
    {
        if (await attempts.FindAsync(learner, attempt, cancellation).ConfigureAwait(false) is not { } before) return (null, "There is no such quiz.");
        var random = new Core.SplitMix64(Random.Shared.NextInt64());
        var missed = before.Result.Missed.Select(i => catalog.Current.Course.FindQuestion(i.Question.Id)).OfType<Question>().ToList();
        if (missed.Count == 0) return (null, "Nothing was missed in that quiz, or its questions are gone from the course.");
        var title = before.Spec.Title.EndsWith(RetrySuffix, StringComparison.Ordinal) ? before.Spec.Title : before.Spec.Title + RetrySuffix;
        var spec = before.Spec with { Kind = QuizKind.Retry, Round = null, Title = title, Length = missed.Count, FeedbackAtEnd = false, Minutes = null };
        var drawn = missed.Select(q => new DrawnQuestion(q, random.NextSeed())).ToList();
        return (await attempts.StartAsync(learner, spec, drawn, Now, cancellation).ConfigureAwait(false), null);
    }

    /// <summary>Starts a sitting of the questions that settle most about what the learner knows.</summary>
    public async Task<(Guid? Attempt, string? Problem)> DiagnoseAsync(Guid learner, CancellationToken cancellation)
    {
        var course = catalog.Current.Course;
        var model = await models.OfAsync(learner, await learners.SettingsAsync(learner, cancellation).ConfigureAwait(false), course, cancellation).ConfigureAwait(false);
        var random = new Core.SplitMix64(Random.Shared.NextInt64());
        var drawn = model.DiagnosticAt(Now).Select(course.FindQuestion).OfType<Question>().Select(q => new DrawnQuestion(q, random.NextSeed())).ToList();
        if (drawn.Count == 0) return (null, "The course has no questions to ask.");
        var spec = new QuizSpec { Kind = QuizKind.Diagnostic, Title = "Where do I stand?", Length = drawn.Count, AskCertainty = true };
        return (await attempts.StartAsync(learner, spec, drawn, Now, cancellation).ConfigureAwait(false), null);
    }

    private const string RetrySuffix = " · missed";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<IReadOnlyDictionary<string, QuestionHistory>> HistoryAsync(Guid? learner, CancellationToken cancellation) =>
        learner is { } id ? await answers.HistoryAsync(id, cancellation).ConfigureAwait(false) : NoHistory;

    private async Task<ImmutableArray<Question>> MatchingAsync(Guid? learner, QuizSpec spec, IReadOnlyDictionary<string, QuestionHistory> history, CancellationToken cancellation)
    {
        var bookmarks = spec.Pool == QuizPool.Bookmarked && learner is { } id ? await marks.BookmarksAsync(id, cancellation).ConfigureAwait(false) : [];
        return QuizDraw.Matching(catalog.Current.Course, spec, q => history.GetValueOrDefault(q), bookmarks.Contains);
    }
}
