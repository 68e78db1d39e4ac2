using System.Text.RegularExpressions;
using InterviewPrep.Data.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>A provider of OpenID Connect that the settings name.</summary>
/// <param name="Name">Its key in the settings, and the name of its scheme.</param>
/// <param name="Authority">Its issuer.</param>
/// <param name="ClientId">What it calls this site.</param>
/// <param name="ClientSecret">How this site proves that.</param>
/// <param name="DisplayName">What the screens call it.</param>
public sealed partial record ExternalProvider(string Name, Uri Authority, string ClientId, string ClientSecret, string DisplayName)
{
    /// <summary>Reads <c>Authentication:Providers:{name}:{Authority,ClientId,ClientSecret,DisplayName}</c>.</summary>
    /// <exception cref="SettingException">One of them cannot be used.</exception>
    public static IReadOnlyList<ExternalProvider> Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return [.. configuration.GetSection("Authentication:Providers").GetChildren().Select(Read)];
    }

    private static ExternalProvider Read(IConfigurationSection section)
    {
        if (!NameShape().IsMatch(section.Key)) throw new SettingException($"{section.Path} has a name with other characters than letters, digits and hyphens.");
        if (!Uri.TryCreate(section["Authority"], UriKind.Absolute, out var authority) || !(authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback))
            throw new SettingException($"{section.Path}:Authority is missing or no https address.");
        return new ExternalProvider(section.Key, authority, Need("ClientId"), Need("ClientSecret"), section["DisplayName"] is { Length: > 0 } name ? name : section.Key);

        string Need(string key) => section[key] is { Length: > 0 } value ? value : throw new SettingException($"{section.Path}:{key} is missing.");
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex NameShape();
}

/// <summary>Registration.</summary>
public static class ExternalProviders
{
    /// <summary>Adds a scheme for each provider: authorization code with PKCE, answered by a redirect, so that no other site posts here.</summary>
    public static void AddProviders(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(authentication);
        var providers = ExternalProvider.Read(configuration);
        authentication.Services.AddSingleton(providers);
        foreach (var provider in providers)
        {
            authentication.AddOpenIdConnect(provider.Name, provider.DisplayName, options =>
            {
                options.SignInScheme = IdentityConstants.ExternalScheme;
                options.Authority = provider.Authority.ToString();
                options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
                options.ClientId = provider.ClientId;
                options.ClientSecret = provider.ClientSecret;
                options.ResponseType = OpenIdConnectResponseType.Code;
                options.ResponseMode = OpenIdConnectResponseMode.Query;
                options.UsePkce = true;
                options.MapInboundClaims = true;
                options.GetClaimsFromUserInfoEndpoint = true;
                options.Scope.Add("email");
                options.CallbackPath = $"/account/external/{provider.Name}/callback";
                options.AccessDeniedPath = AccountGate.SignInPath;
                options.CorrelationCookie.SameSite = SameSiteMode.Lax;
                options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.NonceCookie.SameSite = SameSiteMode.Lax;
                options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.Events.OnRemoteFailure = context =>
                {
                    context.Response.Redirect(AccountGate.SignInPath + "?problem=provider");
                    context.HandleResponse();
                    return Task.CompletedTask;
                };
            });
        }
    }
}
