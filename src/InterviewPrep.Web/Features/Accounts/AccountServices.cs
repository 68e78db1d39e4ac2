using InterviewPrep.Data;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Learners;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Registration.</summary>
public static class AccountServices
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512, as the OWASP password storage cheat sheet has them.</summary>
    public const int PasswordRounds = 210_000;

    /// <summary>How soon a browser that was signed out elsewhere notices.</summary>
    public static readonly TimeSpan StampInterval = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan SessionLifetime = TimeSpan.FromDays(30);

    /// <summary>Accounts with their cookies, passkeys, and the providers of the settings.</summary>
    /// <exception cref="Data.Storage.SettingException">A setting cannot be used.</exception>
    public static void AddAccounts(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(authentication);
        var services = authentication.Services;
        services.AddIdentityCore<Account>(Configure)
            .AddEntityFrameworkStores<InterviewPrepContext>()
            .AddSignInManager()
            .AddTokenProvider<DataProtectorTokenProvider<Account>>(TokenOptions.DefaultProvider)
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddPasswordValidator<PasswordRule>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = StampInterval);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = AccountMails.TokenLifetime);
        services.Configure<IdentityPasskeyOptions>(options => options.ServerDomain = configuration["Passkeys:Domain"] is { Length: > 0 } domain ? domain : null);
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddSingleton(new AttemptLimits(configuration));
        services.AddSingleton<UsedAssertions>();
        services.AddScoped<PasswordDecoy>();
        services.AddScoped<AccountMails>();
        services.AddScoped<Registration>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<AccountSignIn>();
        services.AddScoped<PasswordReset>();
        authentication
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                Harden(options, LearnerAuthentication.AccountCookie, SessionLifetime);
                options.SlidingExpiration = true;
                options.LoginPath = AccountGate.SignInPath;
                options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
            })
            .AddCookie(IdentityConstants.ExternalScheme, options => Harden(options, "external", TimeSpan.FromMinutes(15)))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options => Harden(options, "passkey", UsedAssertions.ChallengeLifetime)); // Where the framework keeps the challenge of a passkey.
        authentication.AddProviders(configuration);
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = ""; // The name is the address, whatever letters it has.
        options.Password = new PasswordOptions
        {
            RequiredLength = PasswordStrength.MinLength,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout.MaxFailedAccessAttempts = AccountSignIn.Tries;
        options.Lockout.DefaultLockoutTimeSpan = AccountSignIn.Lockout;
    }

    private static void Harden(CookieAuthenticationOptions options, string name, TimeSpan lifetime)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.CookieManager = new HostCookieManager();
        options.ExpireTimeSpan = lifetime;
    }
}
