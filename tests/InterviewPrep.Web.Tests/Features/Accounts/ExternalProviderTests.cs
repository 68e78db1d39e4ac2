using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Web;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>Signing in by a provider of OpenID Connect, a small one of our own.</summary>
public sealed class ExternalProviderTests(ExternalProviderTests.Provider provider) : IClassFixture<ExternalProviderTests.Provider>
{
    private const string Email = "ada@example.org";
    private const string Subject = "subject-1";

    [Fact]
    public async Task Somebody_new_gets_an_account_and_comes_back_to_it()
    {
        await using var site = Site();
        var (guest, _) = await site.GuestAsync(2);
        Assert.Contains("Sign in with Test provider", (await guest.OpenAsync("/account/sign-in")).Words, StringComparison.Ordinal);
        Assert.Equal("/settings", (await ComeBackAsync(guest, Email, "/account/external/test/start?return=/settings")).Location);
        Assert.Contains($"You are signed in as {Email}. 2 answers are kept here.", (await guest.OpenAsync("/account")).Words, StringComparison.Ordinal);
        Assert.True((await site.AccountAsync(Email)).EmailConfirmed);
        var again = site.Surf();
        Assert.Equal("/account", (await ComeBackAsync(again, "other@example.org")).Location);
        Assert.Contains($"You are signed in as {Email}.", (await again.OpenAsync("/account")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_connected_only_by_who_is_signed_in_to_it()
    {
        await using var site = Site();
        var member = await site.MemberAsync(Email);
        Assert.Equal("/account/sign-in?problem=known", (await ComeBackAsync(site.Surf(), Email)).Location);
        Assert.Contains("has an account here already", (await site.Surf().OpenAsync("/account/sign-in?problem=known")).Words, StringComparison.Ordinal);
        Assert.Equal("/account/external", (await ComeBackAsync(member, "elsewhere@example.org")).Location);
        Assert.Equal("/account", (await ComeBackAsync(site.Surf(), "elsewhere@example.org")).Location);
        var eve = await site.MemberAsync("eve@example.org");
        Assert.Equal("/account/external?problem=taken", (await ComeBackAsync(eve, "elsewhere@example.org")).Location);
        Assert.Equal("/account/external", (await member.SendAsync("/account/external", "remove test")).Location);
        Assert.Equal("/account/external", (await ComeBackAsync(eve, "elsewhere@example.org")).Location);
    }

    [Fact]
    public async Task The_only_way_in_stays()
    {
        await using var site = Site();
        var surfer = site.Surf();
        await ComeBackAsync(surfer, Email);
        var refused = await surfer.SendAsync("/account/external", "remove test");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("/account?done=password", (await surfer.SendAsync("/account/password", "password", ("Form.New", AccountSite.Password))).Location);
        Assert.Equal("/account/external", (await surfer.SendAsync("/account/external", "remove test")).Location);
    }

    [Fact]
    public async Task An_answer_of_another_browser_or_a_second_time_is_refused()
    {
        await using var site = Site();
        var surfer = site.Surf();
        var back = await AnswerAsync(surfer, Email, "/account/external/test/start");
        Assert.Equal("/account/sign-in?problem=provider", (await site.Surf().OpenAsync(back)).Location);
        var (_, finished) = (await surfer.OpenAsync(back), await surfer.OpenAsync("/account/external/done"));
        Assert.Equal("/account", finished.Location);
        Assert.Equal("/account/sign-in?problem=provider", (await surfer.OpenAsync(back)).Location);
        Assert.Equal("/account/sign-in?problem=provider", (await site.Surf().OpenAsync("/account/external/done")).Location);
    }

    [Fact]
    public async Task The_way_to_a_provider_begins_here()
    {
        await using var site = Site();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/external/test/start") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var response = await site.Surf().Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Surf().OpenAsync("/account/external/nowhere/start")).Status);
    }

    [Theory]
    [InlineData("Authority", "http://example.org")]
    [InlineData("Authority", null)]
    [InlineData("ClientId", null)]
    [InlineData("ClientSecret", "")]
    public void A_setting_that_cannot_be_used_is_named(string key, string? value)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Authentication:Providers:test:Authority"] = "https://example.org",
            ["Authentication:Providers:test:ClientId"] = "id",
            ["Authentication:Providers:test:ClientSecret"] = "secret",
        };
        Assert.Single(ExternalProvider.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        settings[$"Authentication:Providers:test:{key}"] = value;
        var e = Assert.Throws<SettingException>(() => ExternalProvider.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        Assert.StartsWith($"Authentication:Providers:test:{key} is missing", e.Message, StringComparison.Ordinal);
    }

    private AccountSite Site() => AccountSite.WithoutMail(
        ("Authentication:Providers:test:Authority", provider.Address.ToString()), ("Authentication:Providers:test:ClientId", "here"),
        ("Authentication:Providers:test:ClientSecret", "secret"), ("Authentication:Providers:test:DisplayName", "Test provider"));

    private async Task<Page> ComeBackAsync(Surfer surfer, string email, string start = "/account/external/test/start")
    {
        Assert.Equal("/account/external/done", (await surfer.OpenAsync(await AnswerAsync(surfer, email, start))).Location);
        return await surfer.OpenAsync("/account/external/done");
    }

    /// <summary>Where the provider leads back to.</summary>
    private async Task<string> AnswerAsync(Surfer surfer, string email, string start)
    {
        var there = new Uri((await surfer.OpenAsync(start)).Location!);
        Assert.StartsWith(provider.Address.ToString(), there.ToString(), StringComparison.Ordinal);
        var query = HttpUtility.ParseQueryString(there.Query);
        Assert.Equal("https://localhost/account/external/test/callback", query["redirect_uri"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        return $"/account/external/test/callback?code={provider.Code(email, query["nonce"]!)}&state={Uri.EscapeDataString(query["state"]!)}";
    }

    /// <summary>A provider that believes everybody, and gives all of them the same subject.</summary>
    public sealed class Provider : IAsyncLifetime
    {
        private readonly RSA _rsa = RSA.Create(2048);
        private readonly ConcurrentDictionary<string, (string Email, string Nonce)> _codes = new();
        private WebApplication? _app;

        public Uri Address => new(_app!.Urls.Single() + "/");

        public string Code(string email, string nonce)
        {
            var code = Guid.NewGuid().ToString("N");
            _codes[code] = (email, nonce);
            return code;
        }

        public async ValueTask InitializeAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            _app = builder.Build();
            _app.Run(AnswerAsync);
            await _app.StartAsync();
        }

        public async ValueTask DisposeAsync()
        {
            if (_app is not null) await _app.DisposeAsync();
            _rsa.Dispose();
        }

        private async Task AnswerAsync(HttpContext context)
        {
            var key = new RsaSecurityKey(_rsa) { KeyId = "1" };
            var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(includePrivateParameters: false)) { KeyId = "1" });
            object answer = context.Request.Path.Value switch
            {
                "/.well-known/openid-configuration" => new { issuer = Address.ToString(), authorization_endpoint = Address + "authorize", token_endpoint = Address + "token", jwks_uri = Address + "keys" },
                "/keys" => new { keys = new[] { new { kty = "RSA", use = "sig", kid = "1", n = jwk.N, e = jwk.E } } },
                "/token" => Token(await context.Request.ReadFormAsync(), key),
                _ => new { error = "not_found" },
            };
            await context.Response.WriteAsJsonAsync(answer);
        }

        private object Token(IFormCollection form, SecurityKey key)
        {
            if (!_codes.TryRemove(form["code"].ToString(), out var known)) return new { error = "invalid_grant" };
            var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Address.ToString(),
                Audience = "here",
                Claims = new Dictionary<string, object> { ["sub"] = Subject, ["email"] = known.Email, ["email_verified"] = true, ["nonce"] = known.Nonce },
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            });
            return new { access_token = "x", token_type = "Bearer", id_token = token };
        }
    }
}
