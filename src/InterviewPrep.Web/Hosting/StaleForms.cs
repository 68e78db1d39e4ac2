using Microsoft.AspNetCore.Antiforgery;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// A form without a valid token changes nothing. Mostly it is one that was open while its owner signed in or out elsewhere, so
/// its page comes back with a new token, and says what happened.
/// </summary>
public static class StaleForms
{
    private static readonly object Key = new();

    /// <summary>Answers them with their page. Comes after the check.</summary>
    public static IApplicationBuilder UseStaleForms(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } || context.GetEndpoint()?.Metadata.GetMetadata<TokenFormAttribute>() is null) return next(context);
        context.Items[Key] = true;
        context.Request.Method = HttpMethods.Get;
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return next(context);
    });

    /// <summary>Whether the page that is being made answers such a form.</summary>
    public static bool IsStale(HttpContext? context) => context?.Items.ContainsKey(Key) == true;
}
