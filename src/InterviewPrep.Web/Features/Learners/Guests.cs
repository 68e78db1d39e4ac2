using Microsoft.AspNetCore.Authentication;

namespace InterviewPrep.Web.Features.Learners;

/// <summary>Makes guests.</summary>
public static class Guests
{
    /// <summary>The learner of a request; somebody new becomes a guest, whose cookie goes out with the response.</summary>
    public static async Task<Guid> EnsureAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.User.LearnerId() is { } known) return known;
        var learner = Guid.CreateVersion7();
        var principal = LearnerClaims.Principal(learner, LearnerAuthentication.Guest);
        await context.SignInAsync(LearnerAuthentication.Guest, principal, new AuthenticationProperties { IsPersistent = true }).ConfigureAwait(false);
        context.User = principal;
        return learner;
    }

    /// <summary><c>POST /learner</c>: what a script asks for before it opens a connection that cannot set cookies.</summary>
    public static void MapGuests(this IEndpointRouteBuilder routes) => routes.MapPost("/learner", async (HttpContext context) =>
    {
        await EnsureAsync(context).ConfigureAwait(false);
        return Results.NoContent();
    });
}
