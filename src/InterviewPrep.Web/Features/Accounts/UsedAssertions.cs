using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// Remembers which passkey signatures were used. The challenge lies in the browser's cookie, and many passkeys do not count
/// their signatures, so that nothing else would notice one that is sent again.
/// </summary>
public sealed class UsedAssertions(TimeProvider time) : IDisposable
{
    /// <summary>How long a challenge can be answered.</summary>
    public static readonly TimeSpan ChallengeLifetime = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _used = new(new MemoryCacheOptions { Clock = new Clock(time) });
    private readonly Lock _lock = new();

    /// <summary>Uses it up.</summary>
    /// <returns>Whether it was not used before.</returns>
    public bool TryUse(string credential)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ClientData(credential))));
        lock (_lock)
        {
            if (_used.TryGetValue(key, out _)) return false;
            _used.Set(key, true, ChallengeLifetime * 2);
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _used.Dispose();

    /// <summary>What holds the challenge and was signed: the same, however the JSON around it is written.</summary>
    private static string ClientData(string credential)
    {
        using var json = JsonDocument.Parse(credential);
        return json.RootElement.GetProperty("response").GetProperty("clientDataJSON").GetString() ?? "";
    }

    private sealed class Clock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
