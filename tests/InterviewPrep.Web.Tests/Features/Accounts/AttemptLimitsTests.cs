using System.Net;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>Who shares a limit with whom.</summary>
public sealed class AttemptLimitsTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_household_has_one_limit(string first, string second, bool isShared)
    {
        using var limits = Limits(("RateLimits:SignIn:PerAddress", "1"));
        Assert.Null(limits.Wait(LimitedAction.SignIn, IPAddress.Parse(first), null));
        Assert.Equal(isShared, limits.Wait(LimitedAction.SignIn, IPAddress.Parse(second), null) is not null);
    }

    [Fact]
    public void Each_action_and_each_account_has_its_own()
    {
        using var limits = Limits(("RateLimits:SignIn:PerAccount", "1"), ("RateLimits:Mail:PerAccount", "1"), ("RateLimits:SignIn:Minutes", "5"));
        Assert.Null(limits.Wait(LimitedAction.SignIn, IPAddress.Loopback, "Ada@example.org"));
        Assert.InRange(limits.Wait(LimitedAction.SignIn, IPAddress.Parse("192.0.2.1"), " ada@EXAMPLE.org")!.Value, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        Assert.Null(limits.Wait(LimitedAction.SignIn, IPAddress.Loopback, "eve@example.org"));
        Assert.Null(limits.Wait(LimitedAction.Mail, IPAddress.Loopback, "ada@example.org"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_limit_is_a_number_from_one_on(string value)
    {
        var e = Assert.Throws<SettingException>(() => Limits(("RateLimits:SignUp:PerAccount", value)));
        Assert.Equal($"RateLimits:SignUp:PerAccount is '{value}'; it must be a whole number from 1 on.", e.Message);
    }

    [Fact]
    public void A_proxy_is_named_by_an_address_or_a_network()
    {
        var e = Assert.Throws<SettingException>(() => new ServiceCollection().AddTrustedProxies(Configuration(("Proxy:Known", "10.0.0.1, nobody"))));
        Assert.Equal("Proxy:Known holds 'nobody'; it must be an address such as 10.0.0.5 or a network such as 10.0.0.0/8.", e.Message);
    }

    private static AttemptLimits Limits(params (string Key, string Value)[] settings) => new(Configuration(settings));

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
