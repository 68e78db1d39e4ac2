using System.Net;
using System.Threading.RateLimiting;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Hosting;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>What is limited.</summary>
public enum LimitedAction
{
    /// <summary>A try to sign in, by whatever means.</summary>
    SignIn,

    /// <summary>A new account.</summary>
    SignUp,

    /// <summary>A mail that somebody asks for.</summary>
    Mail,
}

/// <summary>How often something may be tried in a window of time.</summary>
/// <param name="PerAddress">From one network address.</param>
/// <param name="PerAccount">For one account, whether there is one or not.</param>
/// <param name="Window">The window.</param>
public sealed record AttemptLimit(int PerAddress, int PerAccount, TimeSpan Window)
{
    /// <summary>Reads <c>RateLimits:{action}:{PerAddress,PerAccount,Minutes}</c>.</summary>
    /// <exception cref="SettingException">A value is no number from 1 on.</exception>
    public static AttemptLimit Read(IConfiguration configuration, LimitedAction action)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var (address, account, minutes) = action switch
        {
            LimitedAction.SignIn => (40, 10, 10),
            LimitedAction.SignUp => (10, 3, 60),
            LimitedAction.Mail => (10, 3, 60),
            _ => throw new InvalidOperationException($"Unhandled action {action}."),
        };
        return new AttemptLimit(Number("PerAddress", address), Number("PerAccount", account), TimeSpan.FromMinutes(Number("Minutes", minutes)));

        int Number(string name, int otherwise) => NumberSetting.Read(configuration, $"RateLimits:{action}:{name}", otherwise);
    }
}

/// <summary>Counts tries before any of them costs the work of checking a password.</summary>
public sealed class AttemptLimits : IDisposable
{
    private readonly Dictionary<LimitedAction, PartitionedRateLimiter<string>[]> _limiters;

    /// <summary>For settings.</summary>
    /// <exception cref="SettingException">One cannot be used.</exception>
    public AttemptLimits(IConfiguration configuration) =>
        _limiters = Enum.GetValues<LimitedAction>().ToDictionary(action => action, action =>
        {
            var limit = AttemptLimit.Read(configuration, action);
            return new[] { Limiter(limit.PerAddress, limit.Window), Limiter(limit.PerAccount, limit.Window) };
        });

    /// <summary>Counts a try.</summary>
    /// <param name="action">What is tried.</param>
    /// <param name="from">Address of the sender.</param>
    /// <param name="account">Address of the account; <see langword="null"/> when none is named.</param>
    /// <returns>How long to wait; <see langword="null"/> when it may go on.</returns>
    public TimeSpan? Wait(LimitedAction action, IPAddress? from, string? account) =>
        Wait(_limiters[action][0], ClientNetwork.Of(from)) ?? (account is null ? null : Wait(_limiters[action][1], account[..Math.Min(account.Length, Registration.MaxEmailLength)].Trim().ToUpperInvariant()));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var limiter in _limiters.Values.SelectMany(l => l)) limiter.Dispose();
    }

    private static TimeSpan? Wait(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : TimeSpan.FromMinutes(1);
    }

    private static PartitionedRateLimiter<string> Limiter(int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }));
}
