using Microsoft.AspNetCore.Antiforgery;

namespace InterviewPrep.Web.Hosting;

/// <summary>
/// A form that is no good any more changes nothing, and its page comes back and says what happened: mostly it was open while its owner
/// signed in or out elsewhere, so that its token is of somebody else, or what it was about is gone, and its page has no such form now.
/// </summary>
public static class StaleForms
{
    private static readonly object Key = new();

    private enum Staleness
    {
        Token,
        Form,
    }

    /// <summary>Answers them with their page. Comes after the check.</summary>
    public static IApplicationBuilder UseStaleForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<TokenFormAttribute>() is null)
        {
            await next(context).ConfigureAwait(false);
        }
        else if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            await ShowAsync(context, next, Staleness.Token).ConfigureAwait(false);
        }
        else
        {
            var headers = context.Response.Headers.ToList();
            await next(context).ConfigureAwait(false);
            if (!HttpMethods.IsPost(context.Request.Method) || context.Response is not { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false }) return;
            var services = context.RequestServices;
            await using var scope = services.CreateAsyncScope(); // A page is made once in a scope.
            context.RequestServices = scope.ServiceProvider;
            context.Response.Headers.Clear();
            foreach (var (name, value) in headers) context.Response.Headers.Append(name, value);
            try
            {
                await ShowAsync(context, next, Staleness.Form).ConfigureAwait(false);
            }
            finally
            {
                context.RequestServices = services;
            }
        }
    });

    /// <summary>What to say on the page that answers such a form; <see langword="null"/> on every other.</summary>
    public static string? Problem(HttpContext? context) => context?.Items[Key] switch
    {
        Staleness.Token => "This form was too old to be used: the page was open for long, or you signed in or out since. Nothing was done. Please fill it in again.",
        Staleness.Form => "What this form was about is not there any more: it was changed or removed since, in another window or on another device. Nothing was done. Here is how it stands now.",
        _ => null,
    };

    private static Task ShowAsync(HttpContext context, RequestDelegate next, Staleness staleness)
    {
        context.Items[Key] = staleness;
        context.Request.Method = HttpMethods.Get;
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return next(context);
    }
}
