using System.Security.Claims;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Learners;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Says in the cookie of an account whose answers are whose, and whether its address is known to be its own.</summary>
public sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    /// <summary>Type of the claim that whoever holds the account reads the mail of its address, as OpenID Connect names it; the value is <c>true</c>.</summary>
    public const string EmailVerified = "email_verified";

    /// <inheritdoc/>
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var identity = await base.GenerateClaimsAsync(user).ConfigureAwait(false);
        identity.AddClaim(new Claim(LearnerClaims.Learner, user.LearnerId.ToString()));
        if (user.EmailConfirmed) identity.AddClaim(new Claim(EmailVerified, "true"));
        return identity;
    }
}
