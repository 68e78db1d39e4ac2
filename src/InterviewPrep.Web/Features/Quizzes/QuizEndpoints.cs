using System.Collections.Immutable;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Marks;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Learners;

namespace InterviewPrep.Web.Features.Quizzes;

/// <summary>Starting a sitting: by a plain form from any page, kept pages too, so that no token is asked for; the origin is.</summary>
public static class QuizEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapQuizzes(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/quiz/start", StartAsync).DisableAntiforgery();
        routes.MapPost("/quiz/retry", RetryAsync).DisableAntiforgery();
        routes.MapPost("/quiz/diagnostic", DiagnoseAsync).DisableAntiforgery();
        routes.MapGet("/quiz/count", CountAsync);
    }

    private static async Task<IResult> StartAsync(HttpContext context, CourseCatalog catalog, QuizStarter starter)
    {
        if (!context.Request.HasFormContentType) return Problem("That was no form of this application.");
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        if (!QuizForm.TryRead(form, catalog.Current.Course, out var spec, out var problem)) return Problem(problem);
        return await BeginAsync(context, learner => starter.StartAsync(learner, spec, context.RequestAborted)).ConfigureAwait(false);
    }

    private static async Task<IResult> RetryAsync(HttpContext context, QuizStarter starter)
    {
        if (!context.Request.HasFormContentType) return Problem("That was no form of this application.");
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        if (!Guid.TryParse(form["attempt"], out var attempt) || context.User.LearnerId() is not { } learner) return Results.NotFound();
        return await BeginAsync(context, _ => starter.RetryAsync(learner, attempt, context.RequestAborted)).ConfigureAwait(false);
    }

    private static Task<IResult> DiagnoseAsync(HttpContext context, QuizStarter starter) =>
        BeginAsync(context, learner => starter.DiagnoseAsync(learner, context.RequestAborted));

    private static async Task<IResult> BeginAsync(HttpContext context, Func<Guid, Task<(Guid? Attempt, string? Problem)>> begin)
    {
        try
        {
            var learner = await Guests.EnsureAsync(context).ConfigureAwait(false);
            var (attempt, problem) = await begin(learner).ConfigureAwait(false);
            return attempt is null ? Problem(problem!) : Results.LocalRedirect($"/quiz/{attempt}");
        }
        catch (StorageException e)
        {
            return Problem(e.Message);
        }
    }

    private static async Task<IResult> CountAsync(HttpContext context, CourseCatalog catalog, QuizStarter starter)
    {
        if (!QuizForm.TryRead(context.Request.Query, catalog.Current.Course, out var spec, out var problem)) return Results.Json(new { count = 0, problem });
        var count = (await starter.MatchingAsync(context.User.LearnerId(), spec, context.RequestAborted).ConfigureAwait(false)).Length;
        return Results.Json(new { count, problem = (string?)null });
    }

    /// <summary>Back to the builder, which says it.</summary>
    private static IResult Problem(string problem) => Results.LocalRedirect($"/quiz?problem={Uri.EscapeDataString(problem)}");
}

/// <summary>Draws and starts sittings.</summary>
public sealed class QuizStarter(
    CourseCatalog catalog, AnswerStore answers, AttemptStore attempts, MarkStore marks, LearnerStore learners, LearnerModels models, TimeProvider time)
{
    private static readonly IReadOnlyDictionary<string, QuestionHistory> NoHistory = new Dictionary<string, QuestionHistory>();

    /// <summary>The questions that a quiz would draw from.</summary>
    public async Task<ImmutableArray<Core.Questions.Question>> MatchingAsync(Guid? learner, QuizSpec spec, CancellationToken cancellation)
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
        var missed = before.Result.Missed.Select(i => catalog.Current.Course.FindQuestion(i.Question.Id)).OfType<Core.Questions.Question>().ToList();
        if (missed.Count == 0) return (null, "Nothing was missed in that quiz, or its questions are gone from the course.");
        var title = before.Spec.Title.EndsWith(RetrySuffix, StringComparison.Ordinal) ? before.Spec.Title : before.Spec.Title + RetrySuffix;
        var spec = before.Spec with { Kind = QuizKind.Retry, Title = title, Length = missed.Count, FeedbackAtEnd = false, Minutes = null };
        var drawn = missed.Select(q => new DrawnQuestion(q, random.NextSeed())).ToList();
        return (await attempts.StartAsync(learner, spec, drawn, Now, cancellation).ConfigureAwait(false), null);
    }

    /// <summary>Starts a sitting of the questions that settle most about what the learner knows.</summary>
    public async Task<(Guid? Attempt, string? Problem)> DiagnoseAsync(Guid learner, CancellationToken cancellation)
    {
        var course = catalog.Current.Course;
        var model = await models.OfAsync(learner, await learners.SettingsAsync(learner, cancellation).ConfigureAwait(false), course, cancellation).ConfigureAwait(false);
        var random = new Core.SplitMix64(Random.Shared.NextInt64());
        var drawn = model.DiagnosticAt(Now).Select(course.FindQuestion).OfType<Core.Questions.Question>().Select(q => new DrawnQuestion(q, random.NextSeed())).ToList();
        if (drawn.Count == 0) return (null, "The course has no questions to ask.");
        var spec = new QuizSpec { Kind = QuizKind.Diagnostic, Title = "Where do I stand?", Length = drawn.Count, AskCertainty = true };
        return (await attempts.StartAsync(learner, spec, drawn, Now, cancellation).ConfigureAwait(false), null);
    }

    private const string RetrySuffix = " · missed";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<IReadOnlyDictionary<string, QuestionHistory>> HistoryAsync(Guid? learner, CancellationToken cancellation) =>
        learner is { } id ? await answers.HistoryAsync(id, cancellation).ConfigureAwait(false) : NoHistory;

    private async Task<ImmutableArray<Core.Questions.Question>> MatchingAsync(Guid? learner, QuizSpec spec, IReadOnlyDictionary<string, QuestionHistory> history, CancellationToken cancellation)
    {
        var bookmarks = spec.Pool == QuizPool.Bookmarked && learner is { } id ? await marks.BookmarksAsync(id, cancellation).ConfigureAwait(false) : [];
        return QuizDraw.Matching(catalog.Current.Course, spec, q => history.GetValueOrDefault(q), bookmarks.Contains);
    }
}
