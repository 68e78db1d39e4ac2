using System.Diagnostics;
using InterviewPrep.Web.Features.Accounts;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>Which passwords stand some guessing.</summary>
public sealed class PasswordStrengthTests
{
    [Theory]
    [InlineData("quiet lanterns drift west")]
    [InlineData("correct horse battery staple")]
    [InlineData("xkqjvwpzmb")]
    [InlineData("7c1f09e2ab")]
    [InlineData("Rhabarber-Kompott")]
    [InlineData("пароль у реки")]
    [InlineData("mR4#x9!qLz")]
    public void Good_ones_pass_whatever_they_are_made_of(string password) => Assert.Null(PasswordStrength.Problem(password));

    [Theory]
    [InlineData("password123", "very many passwords")]
    [InlineData("P4$$w0rd!!", "very many passwords")]
    [InlineData("iloveyou12", "very many passwords")]
    [InlineData("sunshine2024", "very many passwords")]
    [InlineData("dragonmonkey", "very many passwords")]
    [InlineData("1234567890", "Rows of keys")]
    [InlineData("qwertyuiop", "Rows of keys")]
    [InlineData("1q2w3e4r5t", "Rows of keys")]
    [InlineData("abcdefghijkl", "Rows of keys")]
    [InlineData("aaaaaaaaaaaa", "The same again")]
    [InlineData("abababababab", "The same again")]
    [InlineData("xyzzyxyzzyxyzzy", "The same again")]
    [InlineData("2019202020212022", "Years and dates")]
    [InlineData("interviewprep1", "the name of this site")]
    [InlineData("lovelace1815", "your address")]
    public void Easy_ones_are_refused_with_the_reason(string password, string reason) =>
        Assert.Contains(reason, PasswordStrength.Problem(password, PasswordStrength.PartsOf("ada.lovelace@example.org")), StringComparison.Ordinal);

    [Theory]
    [InlineData(9, "at least 10 characters")]
    [InlineData(257, "at most 256 characters")]
    public void Length_has_bounds(int length, string reason) =>
        Assert.Contains(reason, PasswordStrength.Problem(new string('x', length)), StringComparison.Ordinal);

    [Fact]
    public void The_longest_password_is_judged_in_no_time()
    {
        PasswordStrength.Problem("warming up the lists");
        var clock = Stopwatch.StartNew();
        foreach (var password in new[] { new string('a', 256), string.Concat(Enumerable.Repeat("passwor1", 32)), string.Concat(Enumerable.Repeat("qazwsx19", 32)) }) PasswordStrength.Problem(password);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }
}
