using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Learners;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Signs in by password, recovery code or passkey. What failed is never said: it would tell which accounts there are.</summary>
public sealed class AccountSignIn(
    UserManager<Account> accounts, SignInManager<Account> signIn, RecoveryCodes codes, UsedAssertions used, PasswordDecoy decoy, AccountMails mails, AccountChanges changes)
{
    /// <summary>Wrong passwords in a row that lock an account.</summary>
    public const int Tries = 5;

    /// <summary>How long it is locked for passwords; passkeys and recovery codes still open it, so that no stranger can lock somebody out.</summary>
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(10);

    /// <summary>Signs in by password. With mail set up, the first time needs the token of the mail too; a missing one is sent again.</summary>
    public async Task<bool> ByPasswordAsync(string email, string password, bool remember, string? confirmation)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length > PasswordStrength.MaxLength) return false;
        var account = await accounts.FindByEmailAsync(email).ConfigureAwait(false);
        if (account?.PasswordHash is null || await accounts.IsLockedOutAsync(account).ConfigureAwait(false))
        {
            decoy.Check(password);
            return false;
        }

        if (!await accounts.CheckPasswordAsync(account, password).ConfigureAwait(false))
        {
            await accounts.AccessFailedAsync(account).ConfigureAwait(false);
            return false;
        }

        List<Func<Task<IdentityResult>>> before = [];
        var isUnconfirmed = mails.AreSetUp && !account.EmailConfirmed;
        if (isUnconfirmed) before.Add(() => accounts.ConfirmEmailAsync(account, confirmation ?? ""));
        if (account.AccessFailedCount > 0) before.Add(() => accounts.ResetAccessFailedCountAsync(account));
        if (await EnterAsync(account, remember, before).ConfigureAwait(false)) return true;
        if (isUnconfirmed) await mails.ConfirmAsync(account).ConfigureAwait(false);
        return false;
    }

    /// <summary>Signs in by a recovery code, which is used up.</summary>
    /// <returns>The account, or <see langword="null"/>.</returns>
    public async Task<Account?> ByRecoveryCodeAsync(string email, string code)
    {
        if (await accounts.FindByEmailAsync(email).ConfigureAwait(false) is not { } account) return null;
        return await EnterAsync(account, remember: false, [async () => await codes.RedeemAsync(account, code).ConfigureAwait(false) ? IdentityResult.Success : IdentityResult.Failed()]).ConfigureAwait(false) ? account : null;
    }

    /// <summary>Where whoever came in by a recovery code chooses a new password without the one that is forgotten.</summary>
    public async Task<string> NewPasswordPathAsync(Account account) =>
        AccountMails.ResetPath + QueryString.Create([KeyValuePair.Create("account", (string?)account.Id.ToString()), KeyValuePair.Create("token", (string?)await accounts.GeneratePasswordResetTokenAsync(account).ConfigureAwait(false))]);

    /// <summary>Signs in by what a passkey signed, JSON of a <c>PublicKeyCredential</c>. The same signature is good once.</summary>
    public async Task<bool> ByPasskeyAsync(string credential, bool remember)
    {
        var assertion = await Passkeys.TryAsync(() => signIn.PerformPasskeyAssertionAsync(credential)).ConfigureAwait(false);
        if (assertion is not { Succeeded: true } || !used.TryUse(credential)) return false;
        return await EnterAsync(assertion.User, remember, [() => accounts.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey)]).ConfigureAwait(false);
    }

    /// <summary>Signs in, and gives what this browser's guest did to the account: together with what comes before, or not at all.</summary>
    /// <param name="account">Whom.</param>
    /// <param name="remember">Whether to stay signed in when the browser ends.</param>
    /// <param name="before">Changes that have to succeed first.</param>
    /// <returns>Whether they did.</returns>
    /// <exception cref="Data.Storage.StorageException">The database could not; nothing was done.</exception>
    public async Task<bool> EnterAsync(Account account, bool remember, IReadOnlyList<Func<Task<IdentityResult>>>? before = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        var context = signIn.Context;
        var guest = (await context.AuthenticateAsync(LearnerAuthentication.Guest).ConfigureAwait(false)).Principal?.LearnerId();
        List<Func<Task<IdentityResult>>> all = [.. before ?? []];
        if (guest is { } known) all.Add(changes.Claim(known, account.LearnerId, context.RequestAborted));
        if (all.Count > 0 && !(await changes.MakeAsync(context.RequestAborted, all).ConfigureAwait(false)).Succeeded) return false;
        await signIn.SignInAsync(account, remember).ConfigureAwait(false);
        if (guest is not null) await context.SignOutAsync(LearnerAuthentication.Guest).ConfigureAwait(false);
        return true;
    }
}
