using InterviewPrep.Data.Learners;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Ends what a circuit may do when its account signs out everywhere, changes its password, or is deleted.</summary>
public sealed class CircuitAuthentication(ILoggerFactory logger, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(logger)
{
    /// <inheritdoc/>
    protected override TimeSpan RevalidationInterval => AccountServices.StampInterval;

    /// <inheritdoc/>
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authenticationState);
        if (!authenticationState.User.HasAccount()) return true;
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        return await signIn.ValidateSecurityStampAsync(authenticationState.User).ConfigureAwait(false) is not null;
    }
}
