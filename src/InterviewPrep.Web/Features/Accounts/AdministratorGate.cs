using System.Security.Claims;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Mails;
using Microsoft.AspNetCore.Components.Authorization;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// Tells administrators from others, for pages and circuits alike: the accounts that the setting <c>Administrators</c> names, the owner of a
/// single-user instance, and everybody in development.
/// </summary>
public sealed class AdministratorGate(
    AdministratorSetting setting, LearnerModeSetting mode, IHostEnvironment environment, IMailbox mailbox, AuthenticationStateProvider authentication)
{
    /// <summary>Whether it is open to whoever asks.</summary>
    public async Task<bool> IsOpenAsync() => IsOpenTo((await authentication.GetAuthenticationStateAsync()).User);

    /// <summary>
    /// Whether it is open to a principal. Where mails get out, an address that nobody has confirmed proves nothing; where they do not,
    /// it belongs to whoever made its account first.
    /// </summary>
    public bool IsOpenTo(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (environment.IsDevelopment() || mode.IsSingle) return true;
        return user.HasAccount()
            && user.FindFirstValue(ClaimTypes.Email) is { } address && setting.Addresses.Contains(address)
            && (!mailbox.IsSetUp || user.HasClaim(AccountClaims.EmailVerified, "true"));
    }
}

/// <summary>Registration.</summary>
public static class AdministratorServices
{
    /// <summary>The gate, with the setting.</summary>
    /// <exception cref="Data.Storage.SettingException">The setting cannot be used.</exception>
    public static IServiceCollection AddAdministrators(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(AdministratorSetting.Read(configuration)).AddScoped<AdministratorGate>();
}
