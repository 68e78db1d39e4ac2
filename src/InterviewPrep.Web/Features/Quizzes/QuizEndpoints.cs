using InterviewPrep.Content.Serving;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Learners;

namespace InterviewPrep.Web.Features.Quizzes;

/// <summary>Starting a sitting: by a plain form from any page, kept pages too, so that no token is asked for; the origin is.</summary>
public static class QuizEndpoints
{
    /// <summary>Characters of an address that what was chosen may take.</summary>
    private const int MostChosen = 3_000;

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
        if (!QuizForm.TryRead(form, catalog.Current.Course, out var spec, out var problem)) return Problem(problem, form);
        return await BeginAsync(context, learner => starter.StartAsync(learner, spec, context.RequestAborted), form).ConfigureAwait(false);
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

    private static async Task<IResult> BeginAsync(HttpContext context, Func<Guid, Task<(Guid? Attempt, string? Problem)>> begin, IFormCollection? form = null)
    {
        try
        {
            var learner = await Guests.EnsureAsync(context).ConfigureAwait(false);
            var (attempt, problem) = await begin(learner).ConfigureAwait(false);
            return attempt is null ? Problem(problem!, form) : Results.LocalRedirect($"/quiz/{attempt}");
        }
        catch (StorageException e)
        {
            return Problem(e.Message, form);
        }
    }

    private static async Task<IResult> CountAsync(HttpContext context, CourseCatalog catalog, QuizStarter starter)
    {
        if (!QuizForm.TryRead(context.Request.Query, catalog.Current.Course, out var spec, out var problem)) return Results.Json(new { count = 0, problem });
        var count = (await starter.MatchingAsync(context.User.LearnerId(), spec, context.RequestAborted).ConfigureAwait(false)).Length;
        return Results.Json(new { count, problem = (string?)null });
    }

    /// <summary>Back to the builder, which says it and shows what was chosen, unless that is more than an address should hold.</summary>
    private static IResult Problem(string problem, IFormCollection? form = null)
    {
        var address = $"/quiz?problem={Uri.EscapeDataString(problem)}";
        var chosen = string.Concat(QuizForm.Fields.SelectMany(f => form?[f].OfType<string>() ?? [], (f, value) => $"&{f}={Uri.EscapeDataString(value)}"));
        return Results.LocalRedirect(chosen.Length <= MostChosen ? address + chosen : address);
    }
}
