using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Mails;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>What accounts are written to. Links hold a token that is good once, for <see cref="TokenLifetime"/>.</summary>
public sealed class AccountMails(IMailbox mailbox, UserManager<Account> accounts, IHttpContextAccessor requests, MailSettings? settings = null)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(2);

    private const string Ignore = "If that was not you, do nothing: without this mail nobody gets in.";
    private static readonly string Good = $"The link is good for {TokenLifetime.TotalHours:0} hours and works once.";

    /// <summary>Whether mails get anywhere.</summary>
    public bool AreSetUp => mailbox.IsSetUp;

    /// <summary>Leads a new account to its first sign-in.</summary>
    public async Task ConfirmAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var token = await accounts.GenerateEmailConfirmationTokenAsync(account).ConfigureAwait(false);
        Write(account, "Confirm your address", $"""
            Somebody, hopefully you, made an account at {Site} with this address.
            Confirm the address by signing in here with the password that you chose:

            {Link(AccountGate.SignInPath, ("confirm", token))}

            {Good} {Ignore}
            """);
    }

    /// <summary>Tells the holder of an account that somebody tried to make it again.</summary>
    public async Task AlreadyThereAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        Write(account, "You have an account already", $"""
            Somebody, hopefully you, tried to make an account at {Site} with this address, which has one already.
            Sign in: {Link(AccountGate.SignInPath)}
            Or choose a new password here:

            {await ResetLinkAsync(account).ConfigureAwait(false)}

            {Good} {Ignore}
            """);
    }

    /// <summary>Leads to a new password.</summary>
    public async Task ResetAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        Write(account, "Choose a new password", $"""
            Somebody, hopefully you, asked for a new password for your account at {Site}.
            Choose it here:

            {await ResetLinkAsync(account).ConfigureAwait(false)}

            {Good} {Ignore}
            """);
    }

    /// <summary>Tells that the password is another one now.</summary>
    public void PasswordChanged(Account account) => Write(account, "Your password was changed", $"""
        The password of your account at {Site} was changed. All other browsers are signed out.
        If that was not you, choose a new one: {Link("/account/recover")}
        """);

    private async Task<string> ResetLinkAsync(Account account) =>
        Link(ResetPath, ("account", account.Id.ToString()), ("token", await accounts.GeneratePasswordResetTokenAsync(account).ConfigureAwait(false)));

    /// <summary>Where a new password is chosen.</summary>
    public const string ResetPath = "/account/reset";

    private Uri Site => settings?.SiteUrl ?? new Uri($"{requests.HttpContext!.Request.Scheme}://{requests.HttpContext.Request.Host}");

    private string Link(string path, params IEnumerable<(string Name, string Value)> query) =>
        new Uri(Site, path + new QueryBuilder(query.Select(q => KeyValuePair.Create(q.Name, q.Value)))).AbsoluteUri;

    private void Write(Account account, string subject, string text)
    {
        if (AreSetUp) mailbox.Drop(new Mail(account.Email!, subject, text));
    }
}
