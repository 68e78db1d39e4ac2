using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Learners;

namespace InterviewPrep.Web.Features.Loops;

/// <summary>Starting a round: by a plain form, as quizzes are.</summary>
public static class LoopEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapLoop(this IEndpointRouteBuilder routes) => routes.MapPost("/loop/start", StartAsync).DisableAntiforgery();

    private static async Task<IResult> StartAsync(HttpContext context, CourseCatalog catalog, RoundStarter starter)
    {
        if (catalog.Current.Course.Loop is not { } loop) return Results.NotFound();
        if (!context.Request.HasFormContentType) return Problem("That was no form of this application.");
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        if (!Guid.TryParse(form["loop"], out var run) || run == Guid.Empty || loop.FindRound(form["round"].ToString()) is not { } round) return Problem("There is no such round in the course.");
        try
        {
            var learner = await Guests.EnsureAsync(context).ConfigureAwait(false);
            var (attempt, problem) = await starter.StartAsync(learner, new RoundKey(run, round.Id), context.RequestAborted).ConfigureAwait(false);
            return attempt is null ? Problem(problem!) : Results.LocalRedirect($"/quiz/{attempt}");
        }
        catch (StorageException e)
        {
            return Problem(e.Message);
        }
    }

    /// <summary>Back to the page, which says it.</summary>
    private static IResult Problem(string problem) => Results.LocalRedirect($"/loop?problem={Uri.EscapeDataString(problem)}");
}
