using System.Globalization;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Learners;

namespace InterviewPrep.Web.Features.Settings;

/// <summary>Everything that is kept about whoever asks, as a file.</summary>
public static class DataEndpoint
{
    /// <summary><c>GET /settings/data</c>.</summary>
    public static IEndpointConventionBuilder MapData(this IEndpointRouteBuilder routes) => routes.MapGet("/settings/data", async (HttpContext context, LearnerExport export, TimeProvider time) =>
    {
        var response = context.Response;
        if (context.User.LearnerId() is not { } learner)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var now = time.GetUtcNow().UtcDateTime;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"interviewprep-{now:yyyy-MM-dd}.json\"");
        await export.WriteAsync(learner, response.Body, withOpenQuestions: false, now, context.RequestAborted).ConfigureAwait(false);
    });
}
