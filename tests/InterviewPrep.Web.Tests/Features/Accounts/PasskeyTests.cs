using System.Net;
using InterviewPrep.Web.Features.Accounts;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>Passkeys: made, several, named, used, taken away; and no signature that is not for here and now.</summary>
public sealed class PasskeyTests
{
    private const string Email = "ada@example.org";

    [Fact]
    public async Task A_passkey_signs_in_once_a_challenge()
    {
        await using var site = AccountSite.WithoutMail();
        using var authenticator = new Authenticator();
        var member = await site.MemberAsync(Email);
        Assert.Equal("/account/passkeys", (await AddAsync(member, authenticator, "My phone")).Location);
        Assert.Contains("My phone", (await member.OpenAsync("/account")).Words, StringComparison.Ordinal);

        var surfer = site.Surf();
        var (page, options) = await AskAsync(surfer, "/account/sign-in", "/account/sign-in/passkey");
        Assert.DoesNotContain("allowCredentials\":[{", options, StringComparison.Ordinal);
        var credential = authenticator.Sign(options);
        var eavesdropper = site.Surf();
        eavesdropper.Add(Challenge(surfer));
        Assert.Equal("/settings", (await surfer.SendAsync("/account/sign-in", page, "passkey", ("PasskeyFields.Credential", credential), ("PasskeyFields.Return", "/settings"))).Location);
        Assert.Contains(Email, (await surfer.OpenAsync("/account")).Html, StringComparison.Ordinal);

        // Whoever overheard everything, the cookie with the challenge too, sends it again.
        var again = await eavesdropper.SendAsync("/account/sign-in", "passkey", ("PasskeyFields.Credential", credential));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
    }

    [Fact]
    public async Task A_signature_of_elsewhere_or_by_another_key_or_for_another_challenge_is_refused()
    {
        await using var site = AccountSite.WithoutMail();
        using var authenticator = new Authenticator();
        await AddAsync(await site.MemberAsync(Email), authenticator, "Key");
        await RefusedAsync(options => authenticator.Sign(options, forged: true));
        await RefusedAsync(options => authenticator.Sign(options.Replace("\"challenge\":\"", "\"challenge\":\"A", StringComparison.Ordinal)));
        authenticator.Origin = "https://localhost.example.com";
        await RefusedAsync(options => authenticator.Sign(options));
        (authenticator.Origin, authenticator.Domain) = ("https://localhost", "example.com");
        await RefusedAsync(options => authenticator.Sign(options));
        authenticator.Domain = "localhost";
        using var stranger = new Authenticator();
        await RefusedAsync(options => stranger.Sign(options));
        await RefusedAsync(_ => "{}");
        await RefusedAsync(_ => "no json");
        await RefusedAsync(_ => "");

        async Task RefusedAsync(Func<string, string> sign)
        {
            var surfer = site.Surf();
            var (page, options) = await AskAsync(surfer, "/account/sign-in", "/account/sign-in/passkey");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await surfer.SendAsync("/account/sign-in", page, "passkey", ("PasskeyFields.Credential", sign(options)))).Status);
        }
    }

    [Fact]
    public async Task Without_a_challenge_nothing_is_signed_or_added()
    {
        await using var site = AccountSite.WithoutMail();
        using var authenticator = new Authenticator();
        var member = await site.MemberAsync(Email);
        await AddAsync(member, authenticator, "Key");
        var surfer = site.Surf();
        var (_, options) = await AskAsync(surfer, "/account/sign-in", "/account/sign-in/passkey");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Surf().SendAsync("/account/sign-in", "passkey", ("PasskeyFields.Credential", authenticator.Sign(options)))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await member.SendAsync("/account/passkeys", "add", ("PasskeyFields.Credential", authenticator.Create("""{"user":{"id":"eA"},"challenge":"eA"}""")))).Status);
    }

    [Fact]
    public async Task Several_passkeys_are_named_renamed_and_removed()
    {
        await using var site = AccountSite.WithoutMail();
        using var first = new Authenticator();
        using var second = new Authenticator();
        var member = await site.MemberAsync(Email);
        await AddAsync(member, first, "");
        await AddAsync(member, second, new string('x', 300));
        Assert.Equal(["Passkey 1", "Passkey 2"], await NamesAsync());
        var page = await member.OpenAsync("/account/passkeys");
        var form = page.Document.QuerySelectorAll("form [name=_handler]").Select(h => h.GetAttribute("value")!).First(h => h.StartsWith("rename", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await member.SendAsync("/account/passkeys", page, form, ("Change.Name", " "))).Status);
        await member.SendAsync("/account/passkeys", page, form, ("Change.Name", "<b>Old phone</b>"));
        Assert.Equal(["<b>Old phone</b>", "Passkey 2"], await NamesAsync());
        Assert.Equal("/account/passkeys", (await member.SendAsync("/account/passkeys", form.Replace("rename", "remove", StringComparison.Ordinal))).Location);
        Assert.Equal(["Passkey 2"], await NamesAsync());

        async Task<IEnumerable<string?>> NamesAsync() => (await member.OpenAsync("/account/passkeys")).Document.QuerySelectorAll("[name='Change.Name']").Select(n => n.GetAttribute("value"));
    }

    [Fact]
    public async Task A_passkey_that_was_removed_in_another_window_is_said_to_be_gone()
    {
        await using var site = AccountSite.WithoutMail();
        using var first = new Authenticator();
        using var second = new Authenticator();
        var member = await site.MemberAsync(Email);
        await AddAsync(member, first, "First");
        await AddAsync(member, second, "Second");
        var page = await member.OpenAsync("/account/passkeys");
        var id = page.Document.QuerySelector("[name='Change.Id']")!.GetAttribute("value");
        await member.SendAsync("/account/passkeys", page, $"remove {id}");
        foreach (var form in new[] { $"remove {id}", $"rename {id}" })
        {
            var again = await member.SendAsync("/account/passkeys", page, form, ("Change.Name", "Ghost"));
            Assert.Equal(HttpStatusCode.BadRequest, again.Status);
            Assert.StartsWith("What this form was about is not there any more", again.Document.QuerySelector("main .alert.bad")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(["Second"], again.Document.QuerySelectorAll("[name='Change.Name']").Select(n => n.GetAttribute("value")));
        }
    }

    [Fact]
    public async Task Nobody_changes_the_passkey_of_another_account()
    {
        await using var site = AccountSite.WithoutMail();
        using var hers = new Authenticator();
        using var mine = new Authenticator();
        var member = await site.MemberAsync(Email);
        var eve = await site.MemberAsync("eve@example.org");
        await AddAsync(member, hers, "Hers");
        await AddAsync(eve, mine, "Mine");
        var id = (await member.OpenAsync("/account/passkeys")).Document.QuerySelector("[name='Change.Id']")!.GetAttribute("value")!;
        var page = await eve.OpenAsync("/account/passkeys");
        var own = page.Document.QuerySelector("[name='Change.Id']")!.GetAttribute("value")!;
        foreach (var form in new[] { $"rename {own}", $"remove {own}" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await eve.SendAsync("/account/passkeys", page, form, ("Change.Id", id), ("Change.Name", "Taken"))).Status);
        Assert.Contains("Hers", (await member.OpenAsync("/account")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_that_was_made_for_one_account_is_not_added_to_another()
    {
        await using var site = AccountSite.WithoutMail();
        using var authenticator = new Authenticator();
        var surfer = await site.MemberAsync(Email);
        var (_, options) = await AskAsync(surfer, "/account/passkeys", "/account/passkeys/options");
        var credential = authenticator.Create(options);
        var eve = await site.MemberAsync("eve@example.org");
        eve.Add(Challenge(surfer));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await eve.SendAsync("/account/passkeys", "add", ("PasskeyFields.Credential", credential))).Status);
    }

    [Fact]
    public async Task A_passkey_opens_an_account_that_a_stranger_locked()
    {
        await using var site = AccountSite.WithoutMail();
        using var authenticator = new Authenticator();
        await AddAsync(await site.MemberAsync(Email), authenticator, "Key");
        for (var i = 0; i < AccountSignIn.Tries; i++) await site.SignInAsync(site.Surf(), Email, "a wrong password");
        var surfer = site.Surf();
        var (page, options) = await AskAsync(surfer, "/account/sign-in", "/account/sign-in/passkey");
        Assert.Equal("/account", (await surfer.SendAsync("/account/sign-in", page, "passkey", ("PasskeyFields.Credential", authenticator.Sign(options)))).Location);
    }

    private static Cookie Challenge(Surfer surfer) => Assert.Single(surfer.Cookies, c => c.Name.EndsWith("passkey", StringComparison.Ordinal));

    internal static async Task<Page> AddAsync(Surfer surfer, Authenticator authenticator, string name)
    {
        var (page, options) = await AskAsync(surfer, "/account/passkeys", "/account/passkeys/options");
        return await surfer.SendAsync("/account/passkeys", page, "add", ("PasskeyFields.Credential", authenticator.Create(options)), ("PasskeyFields.Name", name));
    }

    internal static async Task<(Page Page, string Options)> AskAsync(Surfer surfer, string path, string address)
    {
        var page = await surfer.OpenAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("RequestVerificationToken", page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value"));
        using var response = await surfer.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (page, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
