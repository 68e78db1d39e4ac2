using InterviewPrep.Data.Learners;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;

namespace InterviewPrep.Web.Features.Learners;

/// <summary>Who is learning, for pages and circuits alike.</summary>
public sealed class CurrentLearner(AuthenticationStateProvider authentication, LearnerStore learners)
{
    /// <summary>The learner; <see langword="null"/> for somebody who has saved nothing.</summary>
    public async Task<Guid?> IdAsync() => (await authentication.GetAuthenticationStateAsync()).User.LearnerId();

    /// <summary>Whether an account or an owner stands behind it, so that it is safe from a lost cookie.</summary>
    public async Task<bool> IsKeptAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        return user.LearnerId() is not null && user.Identity?.AuthenticationType != LearnerAuthentication.Guest;
    }

    /// <summary>What they chose, or the defaults.</summary>
    public async Task<LearnerSettings> SettingsAsync(CancellationToken cancellation = default) =>
        await IdAsync() is { } id ? await learners.SettingsAsync(id, cancellation) : new LearnerSettings();
}

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
