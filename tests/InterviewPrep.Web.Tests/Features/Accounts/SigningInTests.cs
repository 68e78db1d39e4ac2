using System.Net;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>Making an account, and getting in and out.</summary>
public sealed class SigningInTests
{
    private const string Email = "ada@example.org";

    [Fact]
    public async Task Without_mail_an_account_is_made_and_signed_in_to_at_once()
    {
        await using var site = AccountSite.WithoutMail();
        var surfer = site.Surf();
        var made = await surfer.SendAsync("/account/sign-up", "sign-up", ("Form.Email", Email), ("Form.Password", AccountSite.Password));
        Assert.StartsWith("Now sign in.", made.Words, StringComparison.Ordinal);
        var entered = await surfer.SendAsync("/account/sign-up", made, "sign-in", ("Form.Password", AccountSite.Password));
        Assert.Equal("/account", entered.Location);
        Assert.Contains($"You are signed in as {Email}.", (await surfer.OpenAsync("/account")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_mail_the_first_sign_in_needs_both_the_link_and_the_password()
    {
        await using var site = AccountSite.WithMail();
        var surfer = site.Surf();
        var made = await surfer.SendAsync("/account/sign-up", "sign-up", ("Form.Email", Email), ("Form.Password", AccountSite.Password));
        Assert.StartsWith("Look into your mail.", made.Words, StringComparison.Ordinal);
        var link = AccountSite.LinkOf(Assert.Single(site.Mails));
        Assert.Contains(link.Split('?')[0], (await surfer.OpenAsync("/development/mail")).Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await surfer.SendAsync("/account/sign-in", "sign-in", ("Form.Email", Email), ("Form.Password", AccountSite.Password))).Status);
        Assert.Equal(2, site.Mails.Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await surfer.SendAsync(link, "sign-in", ("Form.Email", Email), ("Form.Password", "some other password"))).Status);
        Assert.Equal("/account", (await surfer.SendAsync(link, "sign-in", ("Form.Email", Email), ("Form.Password", AccountSite.Password))).Location);
        Assert.Equal("/account", (await site.Surf().SendAsync("/account/sign-in", "sign-in", ("Form.Email", Email), ("Form.Password", AccountSite.Password))).Location);
    }

    [Theory]
    [InlineData("ada", AccountSite.Password, "form-email-problem")]
    [InlineData("ada@", AccountSite.Password, "form-email-problem")]
    [InlineData("Ada <ada@example.org>", AccountSite.Password, "form-email-problem")]
    [InlineData("a\u202e@example.org", AccountSite.Password, "form-email-problem")]
    [InlineData("ada@example.org", "password123", "form-password-problem")]
    [InlineData("ada@example.org", "ada@example.org", "form-password-problem")]
    [InlineData("ada@example.org", "", "form-password-problem")]
    public async Task A_bad_address_or_password_is_said_beside_its_field(string email, string password, string problem)
    {
        await using var site = AccountSite.WithoutMail();
        var page = await site.Surf().SendAsync("/account/sign-up", "sign-up", ("Form.Email", email), ("Form.Password", password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.Document.GetElementById(problem)!.TextContent);
        Assert.DoesNotContain("type=\"password\" value", page.Html, StringComparison.Ordinal);
        Assert.Empty(await site.LearnersAsync());
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_ten_minutes_and_nothing_says_so()
    {
        await using var site = AccountSite.WithoutMail();
        await site.MemberAsync(Email);
        var stranger = site.Surf();
        var wrong = await WrongAsync();
        for (var i = 1; i < AccountSignIn.Tries; i++) Assert.Equal(wrong, await WrongAsync());
        Assert.Equal(wrong, (await site.SignInAsync(stranger, Email)).Words);
        await LockIsOverAsync();
        Assert.Equal("/account", (await site.SignInAsync(stranger, Email)).Location);

        async Task<string> WrongAsync() => (await site.SignInAsync(stranger, Email, "a wrong password")).Words;

        // The framework takes the time of the lock from the machine.
        async Task LockIsOverAsync()
        {
            await using var context = await site.ContextAsync();
            var account = await context.Users.SingleAsync(TestContext.Current.CancellationToken);
            Assert.InRange(account.LockoutEnd!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(8), AccountSignIn.Lockout);
            account.LockoutEnd -= AccountSignIn.Lockout;
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("https", "__Host-account=", "; secure; samesite=lax; httponly")]
    [InlineData("http", "account=", "; samesite=lax; httponly")]
    public async Task The_cookie_is_for_this_host_and_no_script(string scheme, string start, string end)
    {
        await using var site = AccountSite.WithoutMail();
        await site.MemberAsync(Email);
        var entered = await site.SignInAsync(site.Surf(scheme), Email);
        var cookie = Assert.Single(entered.Cookies, c => c.StartsWith(start, StringComparison.Ordinal));
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
        Assert.EndsWith(end, cookie, StringComparison.Ordinal);
        Assert.Contains($"expires={site.Time.GetUtcNow().AddDays(30):R}"[..24], cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/settings", "/settings")]
    [InlineData("//example.com", "/")]
    [InlineData("https://example.com/", "/")]
    [InlineData("/\\example.com", "/")]
    [InlineData("/\t/example.com", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task After_signing_in_nobody_is_led_to_another_site(string wanted, string location)
    {
        await using var site = AccountSite.WithoutMail();
        await site.MemberAsync(Email);
        var page = await site.Surf().SendAsync("/account/sign-in?return=" + Uri.EscapeDataString(wanted), "sign-in", ("Form.Email", Email), ("Form.Password", AccountSite.Password));
        Assert.Equal(location, page.Location);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_this_browser_at_once_and_the_others_within_a_minute()
    {
        await using var site = AccountSite.WithoutMail();
        var here = await site.MemberAsync(Email);
        var there = site.Surf();
        await site.SignInAsync(there, Email);
        Assert.Equal("/account", (await here.SendAsync("/account/sign-out", "everywhere")).Location);
        Assert.DoesNotContain(Email, (await here.OpenAsync("/account")).Html, StringComparison.Ordinal);
        site.Time.Advance(AccountServices.StampInterval + TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(Email, (await there.OpenAsync("/account")).Html, StringComparison.Ordinal);
        Assert.Equal("/account/sign-in?return=%2Faccount%2Fpassword", (await there.OpenAsync("/account/password")).Location);
    }

    [Fact]
    public async Task Signing_out_here_leaves_the_others_signed_in()
    {
        await using var site = AccountSite.WithoutMail();
        var here = await site.MemberAsync(Email);
        var there = site.Surf();
        await site.SignInAsync(there, Email);
        await here.SendAsync("/account/sign-out", "here");
        site.Time.Advance(AccountServices.StampInterval + TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(Email, (await here.OpenAsync("/account")).Html, StringComparison.Ordinal);
        Assert.Contains(Email, (await there.OpenAsync("/account")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/password")]
    [InlineData("/account/passkeys")]
    [InlineData("/account/recovery-codes")]
    [InlineData("/account/external")]
    [InlineData("/account/sign-out")]
    public async Task Pages_of_an_account_send_others_to_sign_in(string path)
    {
        await using var site = AccountSite.WithoutMail();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, path);
            using var response = await site.Surf().Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal($"/account/sign-in?return={Uri.EscapeDataString(path)}", response.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task Pages_of_an_account_are_kept_by_no_browser()
    {
        await using var site = AccountSite.WithoutMail();
        var member = await site.MemberAsync(Email);
        foreach (var path in new[] { "/account", "/account/password", "/account/recovery-codes", "/settings", "/settings/data", "/settings/delete" })
        {
            using var response = await member.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(response.Headers.CacheControl?.NoStore, path);
        }
    }
}
