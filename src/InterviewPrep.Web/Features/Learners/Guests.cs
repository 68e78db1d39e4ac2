using InterviewPrep.Data.Learners;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Learners;

/// <summary>Makes guests.</summary>
public static class Guests
{
    /// <summary>
    /// The learner of a request; somebody new becomes a guest, whose cookie goes out with the response. Of a learner who was deleted the cookie goes
    /// away: what is being saved is refused by whoever keeps it, and the next page begins anew.
    /// </summary>
    public static async Task<Guid> EnsureAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.User.LearnerId() is { } known)
        {
            if (await context.RequestServices.GetRequiredService<LearnerStore>().IsDeletedAsync(known, context.RequestAborted).ConfigureAwait(false)) await ForgetAsync(context).ConfigureAwait(false);
            return known;
        }

        var learner = Guid.CreateVersion7();
        var principal = LearnerClaims.Principal(learner, LearnerAuthentication.Guest);
        await context.SignInAsync(LearnerAuthentication.Guest, principal, new AuthenticationProperties { IsPersistent = true }).ConfigureAwait(false);
        context.User = principal;
        return learner;
    }

    private static Task ForgetAsync(HttpContext context) => context.User.Identity?.AuthenticationType switch
    {
        LearnerAuthentication.Owner => Task.CompletedTask,
        LearnerAuthentication.Guest => context.SignOutAsync(LearnerAuthentication.Guest),
        _ => context.SignOutAsync(IdentityConstants.ApplicationScheme),
    };

    /// <summary><c>POST /learner</c>: what a script asks for before it opens a connection that cannot set cookies.</summary>
    public static void MapGuests(this IEndpointRouteBuilder routes) => routes.MapPost("/learner", async (HttpContext context) =>
    {
        await EnsureAsync(context).ConfigureAwait(false);
        return Results.NoContent();
    });
}
