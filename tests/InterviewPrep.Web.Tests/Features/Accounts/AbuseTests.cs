using System.Buffers.Binary;
using System.Net;
using InterviewPrep.Data.Learners;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>Forged, repeated, borrowed and guessed requests get nowhere, and tell nothing.</summary>
public sealed class AbuseTests
{
    private const string Email = "ada@example.org";

    [Fact]
    public async Task Fields_that_a_form_does_not_have_are_ignored()
    {
        await using var site = AccountSite.WithMail();
        var (_, other) = await site.GuestAsync(1);
        await site.Surf().SendAsync(
            "/account/sign-up", "sign-up", ("Form.Email", Email), ("Form.Password", AccountSite.Password), ("Form.EmailConfirmed", "true"), ("Form.LearnerId", other.ToString()),
            ("Form.Id", other.ToString()), ("Form.PasswordHash", "x"), ("EmailConfirmed", "true"), ("LearnerId", other.ToString()), ("Form.LockoutEnabled", "false"));
        var account = await site.AccountAsync(Email);
        Assert.False(account.EmailConfirmed);
        Assert.NotEqual(other, account.LearnerId);
        Assert.NotEqual(other, account.Id);
        Assert.True(account.LockoutEnabled);
    }

    [Fact]
    public async Task Settings_cannot_be_set_for_others_nor_beyond_the_form()
    {
        await using var site = AccountSite.WithoutMail();
        var (guest, own) = await site.GuestAsync(0);
        var (_, other) = await site.GuestAsync(0);
        await guest.SendAsync("/settings", "settings", ("Form.DisplayName", "Me"), ("Form.Id", other.ToString()), ("Form.LearnerId", other.ToString()), ("Form.MergedInto", other.ToString()), ("Form.KnownConcepts[0]", "queue.order"));
        await using var context = await site.ContextAsync();
        Assert.Equal("Me", (await context.Learners.FindAsync([own], TestContext.Current.CancellationToken))!.DisplayName);
        Assert.Equal("Guest", (await context.Learners.FindAsync([other], TestContext.Current.CancellationToken))!.DisplayName);
        Assert.DoesNotContain("queue.order", (await context.Learners.FindAsync([own], TestContext.Current.CancellationToken))!.Settings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/sign-in", "sign-in")]
    [InlineData("/account/sign-up", "sign-up")]
    [InlineData("/account/recover", "code")]
    [InlineData("/account/reset", "reset")]
    [InlineData("/settings", "settings")]
    public async Task A_form_without_a_token_does_nothing_and_comes_back(string path, string form)
    {
        await using var site = AccountSite.WithoutMail();
        var page = await site.Surf().PostAsync(path, [new("_handler", form), new("Form.Email", Email), new("Form.Password", AccountSite.Password), new("Form.DisplayName", "X"), new("Form.DailyMinutes", "5"), new("Form.TimeZone", "UTC"), new("Form.Feedback", "Full")]);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("This form was too old to be used", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Form(form).QuerySelector("input[name=__RequestVerificationToken]"));
        Assert.Empty(await site.LearnersAsync());
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_refused()
    {
        await using var site = AccountSite.WithoutMail();
        var member = await site.MemberAsync(Email);
        var eve = await site.MemberAsync("eve@example.org");
        var hers = await eve.OpenAsync("/settings/delete");
        var page = await member.SendAsync("/settings/delete", hers, "delete", ("Form.Proof", AccountSite.Password));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("/account", (await site.SignInAsync(site.Surf(), Email)).Location);
    }

    [Fact]
    public async Task A_token_of_before_signing_in_is_refused_after_it()
    {
        await using var site = AccountSite.WithoutMail();
        var surfer = site.Surf();
        var before = await surfer.OpenAsync("/settings");
        await surfer.SendAsync("/account/sign-up", "sign-up", ("Form.Email", Email), ("Form.Password", AccountSite.Password));
        await site.SignInAsync(surfer, Email);
        Assert.Equal(HttpStatusCode.BadRequest, (await surfer.SendAsync("/settings", before, "settings", ("Form.DisplayName", "X"))).Status);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-out")]
    [InlineData("/account/sign-in/passkey")]
    [InlineData("/account/passkeys/options")]
    [InlineData("/settings")]
    [InlineData("/settings/delete")]
    public async Task Another_sites_page_can_send_nothing(string path)
    {
        await using var site = AccountSite.WithoutMail();
        var member = await site.MemberAsync(Email);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { { "Origin", "https://example.com" }, { "Sec-Fetch-Site", "cross-site" } }, Content = new FormUrlEncodedContent([]) };
        using var response = await member.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(Email, (await member.OpenAsync("/account")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/sign-in/passkey")]
    [InlineData("/account/passkeys/options")]
    public async Task Options_of_passkeys_need_a_token(string path)
    {
        await using var site = AccountSite.WithoutMail();
        var member = await site.MemberAsync(Email);
        Assert.Equal(HttpStatusCode.BadRequest, (await member.PostAsync(path, [])).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_tells_whether_an_address_has_an_account(bool withMail)
    {
        await using var site = withMail ? AccountSite.WithMail() : AccountSite.WithoutMail();
        await site.MemberAsync(Email);
        const string nobody = "eva@example.org";
        foreach (var (path, form, field, secret) in new[]
        {
            ("/account/sign-in", "sign-in", "Form.Email", "Form.Password"),
            ("/account/recover", "code", "CodeForm.Email", "CodeForm.Code"),
            ("/account/sign-up", "sign-up", "Form.Email", "Form.Password"),
        }.Concat(withMail ? [("/account/recover", "mail", "MailForm.Email", "MailForm.None")] : []))
        {
            var (known, knownHashes) = await TryAsync(Email);
            var (unknown, unknownHashes) = await TryAsync(nobody);
            Assert.Equal(known.Status, unknown.Status);
            Assert.Equal(known.Cookies.Select(NameOf), unknown.Cookies.Select(NameOf));
            Assert.Equal(known.Anonymous(Email), unknown.Anonymous(nobody));
            Assert.Equal(knownHashes, unknownHashes);

            async Task<(Page Page, int Hashes)> TryAsync(string email)
            {
                var surfer = site.Surf();
                var page = await surfer.OpenAsync(path);
                var before = site.Hashes.Count;
                return (await surfer.SendAsync(path, page, form, (field, email), (secret, "wrong wrong wrong herons")), site.Hashes.Count - before);
            }
        }

        static string NameOf(string cookie) => cookie.Split('=')[0];
    }

    [Fact]
    public async Task Signing_up_again_tells_only_the_holder_and_changes_nothing()
    {
        await using var site = AccountSite.WithMail();
        await site.MemberAsync(Email);
        await site.Surf().SendAsync("/account/sign-up", "sign-up", ("Form.Email", "ADA@example.org"), ("Form.Password", "wrong wrong wrong herons"));
        Assert.Equal("You have an account already", site.Mails[0].Subject);
        Assert.Equal(Email, site.Mails[0].To);
        Assert.Single(await site.LearnersAsync());
        Assert.Null((await site.SignInAsync(site.Surf(), Email, "wrong wrong wrong herons")).Location);
        Assert.Equal("/account", (await site.SignInAsync(site.Surf(), Email)).Location);
    }

    [Theory]
    [InlineData(Email)]
    [InlineData("nobody@example.org")]
    public async Task After_ten_tries_an_account_is_let_be_before_any_password_is_checked(string email)
    {
        await using var site = AccountSite.WithoutMail();
        await site.Surf().SendAsync("/account/sign-up", "sign-up", ("Form.Email", Email), ("Form.Password", AccountSite.Password));
        for (var i = 0; i < 10; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.SignInAsync(site.Surf(), email, "a wrong password")).Status);
        var hashes = site.Hashes.Count;
        var page = await site.SignInAsync(site.Surf(), email.ToUpperInvariant(), AccountSite.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.InRange(page.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        Assert.Contains("There were too many tries. Nothing was checked. Try again in", page.Words, StringComparison.Ordinal);
        Assert.Equal(hashes, site.Hashes.Count);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await site.SignInAsync(site.Surf(), "other@example.org")).Status);
    }

    [Theory]
    [InlineData("RateLimits:SignIn:PerAddress", "/account/sign-in", "sign-in", "Form.Email")]
    [InlineData("RateLimits:SignIn:PerAddress", "/account/recover", "code", "CodeForm.Email")]
    [InlineData("RateLimits:SignUp:PerAddress", "/account/sign-up", "sign-up", "Form.Email")]
    [InlineData("RateLimits:Mail:PerAddress", "/account/recover", "mail", "MailForm.Email")]
    public async Task One_address_gets_only_so_many_tries_for_whatever_accounts(string setting, string path, string form, string field)
    {
        await using var site = AccountSite.WithMail((setting, "3"));
        for (var i = 0; i < 3; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await TryAsync(i)).Status);
        var page = await TryAsync(3);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.NotNull(page.RetryAfter);

        Task<Page> TryAsync(int i) => site.Surf().SendAsync(path, form, (field, $"a{i}@example.org"), ("Form.Password", "wrong wrong wrong herons"));
    }

    [Theory]
    [InlineData("Form.Password")]
    [InlineData("Form.Email")]
    public async Task A_text_without_end_is_refused_without_hashing_it(string field)
    {
        await using var site = AccountSite.WithoutMail();
        await site.MemberAsync(Email);
        var hashes = site.Hashes.Count;
        var text = new string('x', 200_000);
        foreach (var (path, form) in new[] { ("/account/sign-in", "sign-in"), ("/account/sign-up", "sign-up") })
        {
            var page = await site.Surf().SendAsync(path, form, field == "Form.Email" ? [("Form.Email", text), ("Form.Password", new string('y', 300))] : [("Form.Email", Email), ("Form.Password", text)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        }

        Assert.Equal(hashes, site.Hashes.Count);
    }

    [Fact]
    public async Task What_an_address_holds_is_shown_as_text()
    {
        await using var site = AccountSite.WithoutMail();
        var page = await site.Surf().SendAsync("/account/sign-up", "sign-up", ("Form.Email", "\"><script>x</script>@example.org"), ("Form.Password", "x"));
        Assert.Empty(page.Document.QuerySelectorAll("main script"));
        Assert.DoesNotContain("<script>x", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_kept_with_the_rounds_that_owasp_asks_for()
    {
        await using var site = AccountSite.WithoutMail();
        var options = site.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value;
        Assert.Equal(210_000, options.IterationCount);
        var hash = Convert.FromBase64String(new PasswordHasher<Account>(Options.Create(options)).HashPassword(new Account(), "x"));
        Assert.Equal(2, BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1))); // HMAC-SHA-512.
        Assert.Equal(210_000, BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)));
    }
}
