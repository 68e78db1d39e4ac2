using System.Globalization;
using System.Net.Mail;
using InterviewPrep.Data;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Makes accounts.</summary>
public sealed class Registration(InterviewPrepContext context, UserManager<Account> accounts, AccountChanges changes, PasswordDecoy decoy, AccountMails mails, TimeProvider time)
{
    /// <summary>The longest address, RFC 5321 section 4.5.3.1.3.</summary>
    public const int MaxEmailLength = 254;

    private static readonly string[] Taken = [nameof(IdentityErrorDescriber.DuplicateEmail), nameof(IdentityErrorDescriber.DuplicateUserName)];

    /// <summary>Whether a text can be an address.</summary>
    public static bool IsAddress(string text) =>
        text.Length is > 2 and <= MaxEmailLength && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
        && MailAddress.TryCreate(text, out var parsed) && parsed.Address == text;

    /// <summary>
    /// Makes an account and its learner. An address that has one already changes nothing, takes as long and answers the same;
    /// only its holder is told, by mail.
    /// </summary>
    /// <param name="email">An address.</param>
    /// <param name="password">One that <see cref="PasswordStrength"/> lets pass.</param>
    public async Task RegisterAsync(string email, string password)
    {
        if (await accounts.FindByEmailAsync(email).ConfigureAwait(false) is { } known)
        {
            decoy.Check(password);
            if (mails.AreSetUp) await mails.AlreadyThereAsync(known).ConfigureAwait(false);
            return;
        }

        if (await CreateAsync(email, isConfirmed: false, account => accounts.CreateAsync(account, password)).ConfigureAwait(false) is { } account && mails.AreSetUp)
            await mails.ConfirmAsync(account).ConfigureAwait(false);
    }

    /// <summary>Makes an account that somebody else answers for; it has no password.</summary>
    /// <returns>The account, or <see langword="null"/> when its address has one already.</returns>
    public Task<Account?> RegisterExternalAsync(string email, bool isConfirmed, UserLoginInfo login) =>
        CreateAsync(email, isConfirmed, account => changes.MakeAsync(CancellationToken.None, () => accounts.CreateAsync(account), () => accounts.AddLoginAsync(account, login)));

    private async Task<Account?> CreateAsync(string email, bool isConfirmed, Func<Account, Task<IdentityResult>> create)
    {
        var learner = new Learner { Id = Guid.CreateVersion7(), Created = time.GetUtcNow().UtcDateTime };
        var account = new Account { UserName = email, Email = email, EmailConfirmed = isConfirmed, LearnerId = learner.Id };
        context.Learners.Add(learner); // Saved together with the account, or not at all.
        try
        {
            var result = await create(account).ConfigureAwait(false);
            if (result.Succeeded) return account;
            context.Entry(learner).State = EntityState.Detached;
            if (result.Errors.Any(e => Taken.Contains(e.Code))) return null;
            throw new InvalidOperationException($"An account that was checked before could not be made: {string.Join(' ', result.Errors.Select(e => e.Description))}");
        }
        catch (StorageException e)
        {
            context.ChangeTracker.Clear();
            if (e.Fault != StorageFault.Duplicate) throw;
            return null; // Somebody was faster.
        }
    }
}
