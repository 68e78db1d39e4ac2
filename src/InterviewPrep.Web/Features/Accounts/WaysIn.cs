using InterviewPrep.Data.Learners;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>How an account can be signed in to.</summary>
/// <param name="HasPassword">Whether it has a password.</param>
/// <param name="Passkeys">Its passkeys, the oldest first.</param>
/// <param name="Logins">Accounts elsewhere that are connected.</param>
public sealed record WaysIn(bool HasPassword, IReadOnlyList<UserPasskeyInfo> Passkeys, IReadOnlyList<UserLoginInfo> Logins)
{
    /// <summary>Whether one of them can go without locking its owner out.</summary>
    public bool CanSpareOne => (HasPassword ? 1 : 0) + Passkeys.Count + Logins.Count > 1;

    /// <summary>Of an account.</summary>
    public static async Task<WaysIn> OfAsync(UserManager<Account> accounts, Account account)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(account);
        var passkeys = await accounts.GetPasskeysAsync(account).ConfigureAwait(false);
        var logins = await accounts.GetLoginsAsync(account).ConfigureAwait(false);
        return new WaysIn(account.PasswordHash is not null, [.. passkeys.OrderBy(p => p.CreatedAt)], [.. logins]);
    }
}
