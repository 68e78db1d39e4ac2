using System.Buffers.Binary;
using System.Security.Cryptography;
using InterviewPrep.Data.Learners;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Does the work of checking a password where there is none, so that time does not tell which accounts there are.</summary>
public sealed class PasswordDecoy(IPasswordHasher<Account> hasher, IOptions<PasswordHasherOptions> options)
{
    private const int SaltLength = 16;
    private const int KeyLength = 32;
    private const int HeaderLength = 13;
    private const byte Format = 1; // The framework's third: the pseudo-random function, the rounds, the length of the salt, salt, key.
    private const int HmacSha512 = 2;

    private static readonly Account Nobody = new();

    private readonly string _hash = HashOfNothing(options.Value.IterationCount);

    /// <summary>Checks against nothing.</summary>
    public void Check(string password) => hasher.VerifyHashedPassword(Nobody, _hash, password);

    private static string HashOfNothing(int rounds)
    {
        var hash = RandomNumberGenerator.GetBytes(HeaderLength + SaltLength + KeyLength);
        hash[0] = Format;
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(1), HmacSha512);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(5), rounds);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(9), SaltLength);
        return Convert.ToBase64String(hash);
    }
}
