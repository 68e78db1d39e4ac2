using System.Text.Encodings.Web;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Learners;

/// <summary>Tells who is learning: the owner of a single-user instance, the holder of an account, or a guest behind a cookie.</summary>
public static class LearnerAuthentication
{
    /// <summary>Scheme that asks the others.</summary>
    public const string Scheme = "Learner";

    /// <summary>Scheme of the guest's cookie.</summary>
    public const string Guest = "Guest";

    /// <summary>Scheme of a single-user instance.</summary>
    public const string Owner = "Owner";

    private static readonly TimeSpan GuestLifetime = TimeSpan.FromDays(400); // The longest that browsers keep a cookie.

    /// <summary>Adds the schemes and makes them the default.</summary>
    public static AuthenticationBuilder AddLearnerAuthentication(this IServiceCollection services, LearnerModeSetting mode)
    {
        services.AddSingleton(mode);
        services.AddScoped<CurrentLearner>();
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        return services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, options => options.ForwardDefaultSelector = context => Choose(context, mode))
            .AddScheme<AuthenticationSchemeOptions, OwnerHandler>(Owner, null)
            .AddCookie(Guest, options =>
            {
                options.Cookie.Name = GuestCookie;
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.CookieManager = new HostCookieManager();
                options.ExpireTimeSpan = GuestLifetime;
                options.SlidingExpiration = true;
                options.LoginPath = "/account/sign-in";
            });
    }

    /// <summary>Whether a request says whose it is, without looking at whether that is true.</summary>
    public static bool IsSomebody(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<LearnerModeSetting>().IsSingle || context.Request.Cookies.Keys.Any(k => Named(k, AccountCookie) || Named(k, GuestCookie));
    }

    private static bool Named(string key, string cookie) => key.StartsWith(cookie, StringComparison.Ordinal) || key.StartsWith(HostCookieManager.Prefix + cookie, StringComparison.Ordinal);

    private static string Choose(HttpContext context, LearnerModeSetting mode)
    {
        if (mode.IsSingle) return Owner;
        return context.Request.Cookies.Keys.Any(k => Named(k, AccountCookie))
            ? IdentityConstants.ApplicationScheme
            : Guest;
    }

    /// <summary>Name of the cookie of somebody signed in.</summary>
    public const string AccountCookie = "account";

    /// <summary>Name of the cookie of a guest.</summary>
    public const string GuestCookie = "guest";

    private sealed class OwnerHandler(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, LearnerStore learners, TimeProvider time)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            try
            {
                var owner = await learners.OwnerAsync(time.GetUtcNow().UtcDateTime, Context.RequestAborted).ConfigureAwait(false);
                return AuthenticateResult.Success(new AuthenticationTicket(LearnerClaims.Principal(owner, Owner), Owner));
            }
            catch (StorageException e)
            {
                return AuthenticateResult.Fail(e);
            }
        }
    }
}
