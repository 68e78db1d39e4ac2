using System.Security.Claims;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Theme;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>What is asked for by scripts, and the way to providers and back.</summary>
public static class AccountEndpoints
{
    private const string Json = "application/json";
    private const string ReturnKey = "return";

    /// <summary>Maps them.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/account/sign-in/passkey", RequestOptionsAsync).WithMetadata(new AccountPageAttribute());
        routes.MapPost("/account/passkeys/options", CreationOptionsAsync).WithMetadata(new AccountPageAttribute(signedIn: true));
        routes.MapGet("/account/external/{provider}/start", Start).WithMetadata(new AccountPageAttribute());
        routes.MapGet("/account/external/done", FinishAsync).WithMetadata(new AccountPageAttribute());
    }

    /// <summary>A challenge for whatever passkey the browser has: none is named, so that nothing tells which accounts there are.</summary>
    private static async Task<IResult> RequestOptionsAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<Account> signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false)) return Results.BadRequest("This page is too old. Load it again.");
        return Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null).ConfigureAwait(false), Json);
    }

    private static async Task<IResult> CreationOptionsAsync(HttpContext context, IAntiforgery antiforgery, UserManager<Account> accounts, SignInManager<Account> signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false)) return Results.BadRequest("This page is too old. Load it again.");
        if (await accounts.GetUserAsync(context.User).ConfigureAwait(false) is not { } account) return Results.NotFound();
        var entity = new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Email! };
        return Results.Content(await signIn.MakePasskeyCreationOptionsAsync(entity).ConfigureAwait(false), Json);
    }

    /// <summary>Leads to a provider. A link, since the policy of our pages lets no form lead to another site; refused when another site's page follows it.</summary>
    private static IResult Start(string provider, HttpContext context, SignInManager<Account> signIn, UserManager<Account> accounts, IReadOnlyList<ExternalProvider> providers)
    {
        if (providers.All(p => p.Name != provider)) return Results.NotFound();
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "none" or "same-origin")) return Results.Text("This came from another site and was refused. Open the page here and try again.", statusCode: StatusCodes.Status403Forbidden);
        var linking = context.User.HasAccount() ? accounts.GetUserId(context.User) : null;
        var properties = signIn.ConfigureExternalAuthenticationProperties(provider, "/account/external/done", linking);
        properties.Items[ReturnKey] = LocalPath.OrHome(context.Request.Query[ReturnKey]);
        return Results.Challenge(properties, [provider]);
    }

    private static async Task<IResult> FinishAsync(HttpContext context, SignInManager<Account> signIn, UserManager<Account> accounts, Registration registration, AccountSignIn entry)
    {
        var current = await accounts.GetUserAsync(context.User).ConfigureAwait(false);
        var info = await signIn.GetExternalLoginInfoAsync(current?.Id.ToString()).ConfigureAwait(false);
        await context.SignOutAsync(IdentityConstants.ExternalScheme).ConfigureAwait(false);
        if (info is null) return Problem("provider");
        var login = new UserLoginInfo(info.LoginProvider, info.ProviderKey, info.ProviderDisplayName);
        var known = await accounts.FindByLoginAsync(info.LoginProvider, info.ProviderKey).ConfigureAwait(false);
        if (current is not null) return Results.LocalRedirect(known is null && (await accounts.AddLoginAsync(current, login).ConfigureAwait(false)).Succeeded || known?.Id == current.Id ? "/account/external" : "/account/external?problem=taken");
        if (known is null)
        {
            if (info.Principal.FindFirstValue(ClaimTypes.Email) is not { } email || !Registration.IsAddress(email)) return Problem("address");
            known = await registration.RegisterExternalAsync(email, info.Principal.HasClaim("email_verified", "true"), login).ConfigureAwait(false);
            if (known is null) return Problem("known");
        }

        await entry.EnterAsync(known, remember: true).ConfigureAwait(false);
        return Results.LocalRedirect(info.AuthenticationProperties?.Items.TryGetValue(ReturnKey, out var path) == true && path is not "/" ? LocalPath.OrHome(path) : "/account");
    }

    private static IResult Problem(string problem) => Results.LocalRedirect($"{AccountGate.SignInPath}?problem={problem}");
}
