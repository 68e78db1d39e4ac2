using System.Security.Cryptography;
using System.Text;
using InterviewPrep.Data.Learners;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// Codes to be kept on paper. Each signs in once, in place of the password or a passkey. They are 80 random bits, so that a
/// plain SHA-256 keeps them; only that is stored.
/// </summary>
public sealed class RecoveryCodes(UserManager<Account> accounts)
{
    /// <summary>How many there are in a set.</summary>
    public const int Count = 10;

    private const string Provider = "InterviewPrep";
    private const string Name = "RecoveryCodes";
    private const string Letters = "abcdefghjkmnpqrstuvwxyz023456789"; // 32 that are not taken for one another.
    private const int Length = 16;
    private const int Group = 4;

    /// <summary>Makes a new set; those before are void.</summary>
    /// <returns>The codes, which are not to be had again.</returns>
    public async Task<IReadOnlyList<string>> RenewAsync(Account account)
    {
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Letters, Length)).ToList();
        await KeepAsync(account, codes.Select(Hash)).ConfigureAwait(false);
        return [.. codes.Select(c => string.Join('-', c.Chunk(Group).Select(g => new string(g))))];
    }

    /// <summary>How many are left.</summary>
    public async Task<int> LeftAsync(Account account) => (await HashesAsync(account).ConfigureAwait(false)).Length;

    /// <summary>Uses a code up; of two who use it at the same time one wins.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="code">As it was typed: spaces, hyphens and capitals do not matter.</param>
    public async Task<bool> RedeemAsync(Account account, string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var hash = Hash(new string([.. code.Where(char.IsLetterOrDigit)]).ToLowerInvariant());
        var hashes = await HashesAsync(account).ConfigureAwait(false);
        return hashes.Contains(hash) && (await KeepAsync(account, hashes.Where(h => h != hash)).ConfigureAwait(false)).Succeeded;
    }

    /// <summary>Makes all of them void.</summary>
    public Task RemoveAsync(Account account) => accounts.RemoveAuthenticationTokenAsync(account, Provider, Name);

    private async Task<string[]> HashesAsync(Account account) =>
        (await accounts.GetAuthenticationTokenAsync(account, Provider, Name).ConfigureAwait(false) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private Task<IdentityResult> KeepAsync(Account account, IEnumerable<string> hashes) => accounts.SetAuthenticationTokenAsync(account, Provider, Name, string.Join(' ', hashes));

    private static string Hash(string code) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
