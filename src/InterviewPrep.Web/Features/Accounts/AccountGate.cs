using System.Security.Claims;
using InterviewPrep.Web.Features.Learners;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Stands before everything marked with <see cref="AccountPageAttribute"/>.</summary>
public static class AccountGate
{
    /// <summary>Where somebody signs in.</summary>
    public const string SignInPath = "/account/sign-in";

    /// <summary>Hides accounts from a single-user instance, and sends nobody but those signed in to pages that are theirs.</summary>
    public static IApplicationBuilder UseAccountGate(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var mode = app.ApplicationServices.GetRequiredService<LearnerModeSetting>();
        return app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<AccountPageAttribute>() is not { } page) return next(context);
            if (mode.IsSingle)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            context.Response.Headers.CacheControl = "no-cache, no-store";
            if (!page.SignedIn || context.User.HasAccount()) return next(context);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"{SignInPath}?return={Uri.EscapeDataString(context.Request.Path)}";
            return Task.CompletedTask;
        });
    }

    /// <summary>Whether somebody is signed in to an account.</summary>
    public static bool HasAccount(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Identities.Any(i => i.AuthenticationType == IdentityConstants.ApplicationScheme);
    }
}
