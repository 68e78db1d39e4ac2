using InterviewPrep.Data.Learners;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Gives an account a new password in exchange for a token.</summary>
public sealed class PasswordReset(UserManager<Account> accounts, SignInManager<Account> signIn, RecoveryCodes codes, AccountMails mails, AccountChanges changes)
{
    /// <summary>What is said of a token that is good no more, or never was.</summary>
    public const string BadLink = "This link cannot be used: it is older than two hours, it was used before, or part of it is missing. Ask for a new one under “Password forgotten?”.";

    /// <summary>
    /// Changes it, unlocks the account and signs out all its browsers. Whoever made an account with an address that was never
    /// confirmed may not have been its holder, who is here now: passkeys, codes and connections of before are gone.
    /// </summary>
    /// <param name="id">Id of the account.</param>
    /// <param name="token">The token.</param>
    /// <param name="password">The new password.</param>
    public async Task<PasswordResetResult> ResetAsync(string id, string token, string password)
    {
        if (!Guid.TryParse(id, out _) || await accounts.FindByIdAsync(id).ConfigureAwait(false) is not { } account) return new(false, null);
        if (!await accounts.VerifyUserTokenAsync(account, TokenOptions.DefaultProvider, UserManager<Account>.ResetPasswordTokenPurpose, token).ConfigureAwait(false)) return new(false, null);
        if (PasswordStrength.Problem(password, PasswordStrength.PartsOf(account.Email!)) is { } problem) return new(false, problem);
        var isUnproven = mails.AreSetUp && !account.EmailConfirmed;
        var result = await changes.MakeAsync(
            signIn.Context.RequestAborted,
            () => accounts.ResetPasswordAsync(account, token, password),
            () => isUnproven ? ConfirmHolderAsync(account) : Task.FromResult(IdentityResult.Success),
            () => accounts.SetLockoutEndDateAsync(account, null),
            () => accounts.ResetAccessFailedCountAsync(account)).ConfigureAwait(false);
        if (!result.Succeeded) return new(false, null);
        mails.PasswordChanged(account);
        await signIn.SignOutAsync().ConfigureAwait(false);
        return new(true, null);
    }

    private async Task<IdentityResult> ConfirmHolderAsync(Account account)
    {
        foreach (var passkey in await accounts.GetPasskeysAsync(account).ConfigureAwait(false)) await accounts.RemovePasskeyAsync(account, passkey.CredentialId).ConfigureAwait(false);
        foreach (var login in await accounts.GetLoginsAsync(account).ConfigureAwait(false)) await accounts.RemoveLoginAsync(account, login.LoginProvider, login.ProviderKey).ConfigureAwait(false);
        await codes.RemoveAsync(account).ConfigureAwait(false);
        account.EmailConfirmed = true;
        return await accounts.UpdateAsync(account).ConfigureAwait(false);
    }
}

/// <summary>What came of it.</summary>
/// <param name="IsDone">Whether the password is changed.</param>
/// <param name="PasswordProblem">What is wrong with the new one, when the token is good.</param>
public sealed record PasswordResetResult(bool IsDone, string? PasswordProblem);
