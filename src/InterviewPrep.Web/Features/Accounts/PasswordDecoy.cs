using InterviewPrep.Data.Learners;
using Microsoft.AspNetCore.Identity;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Does the work of checking a password where there is none, so that time does not tell which accounts there are.</summary>
public sealed class PasswordDecoy(IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new();
    private static string? _hash;

    /// <summary>Checks against nothing.</summary>
    public void Check(string password) => hasher.VerifyHashedPassword(Nobody, _hash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString()), password);
}
