using System.Net;
using InterviewPrep.Web.Features.Accounts;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>Another password, and the ways to it when the old one is gone.</summary>
public sealed class RecoveryTests
{
    private const string Email = "ada@example.org";
    private const string Another = "seven grey herons wading";

    [Fact]
    public async Task A_link_by_mail_gives_a_new_password_once()
    {
        await using var site = AccountSite.WithMail();
        var member = await site.MemberAsync(Email);
        var asked = await site.Surf().SendAsync("/account/recover", "mail", ("MailForm.Email", Email));
        Assert.StartsWith("Look into your mail.", asked.Words, StringComparison.Ordinal);
        var link = AccountSite.LinkOf(site.Mails[0]);
        Assert.StartsWith("/account/reset?", link, StringComparison.Ordinal);

        var weak = await site.Surf().SendAsync(link, "reset", ("Form.Password", "password123"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.Status);
        Assert.NotNull(weak.Document.GetElementById("form-password-problem"));
        Assert.Equal("/account/sign-in?done=reset", (await site.Surf().SendAsync(link, "reset", ("Form.Password", Another))).Location);
        var again = await site.Surf().SendAsync(link, "reset", ("Form.Password", "quite another one again"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("it was used before", again.Words, StringComparison.Ordinal);

        Assert.Equal("Your password was changed", site.Mails[0].Subject);
        Assert.Null((await site.SignInAsync(site.Surf(), Email)).Location);
        Assert.Equal("/account", (await site.SignInAsync(site.Surf(), Email, Another)).Location);
        site.Time.Advance(AccountServices.StampInterval + TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(Email, (await member.OpenAsync("/account")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_of_another_account_or_without_its_token_gives_nothing()
    {
        await using var site = AccountSite.WithMail();
        await site.MemberAsync(Email);
        await site.MemberAsync("eve@example.org");
        await site.Surf().SendAsync("/account/recover", "mail", ("MailForm.Email", "eve@example.org"));
        var link = AccountSite.LinkOf(site.Mails[0]);
        var victim = (await site.AccountAsync(Email)).Id.ToString();
        foreach (var (account, token) in new (string, string?)[] { (victim, null), (victim, ""), (victim, "x"), ("nobody", null), (Guid.NewGuid().ToString(), null) })
        {
            (string, string)[] fields = token is null ? [("Form.Account", account), ("Form.Password", Another)] : [("Form.Account", account), ("Form.Token", token), ("Form.Password", Another)];
            var page = await site.Surf().SendAsync(link, "reset", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(PasswordReset.BadLink, page.Words, StringComparison.Ordinal);
        }

        Assert.Equal("/account", (await site.SignInAsync(site.Surf(), Email)).Location);
    }

    [Fact]
    public async Task A_new_password_by_mail_takes_an_unconfirmed_account_away_from_whoever_made_it()
    {
        await using var site = AccountSite.WithMail();
        await site.Surf().SendAsync("/account/sign-up", "sign-up", ("Form.Email", Email), ("Form.Password", AccountSite.Password));
        await site.Surf().SendAsync("/account/recover", "mail", ("MailForm.Email", Email));
        await site.Surf().SendAsync(AccountSite.LinkOf(site.Mails[0]), "reset", ("Form.Password", Another));
        Assert.True((await site.AccountAsync(Email)).EmailConfirmed);
        Assert.Null((await site.SignInAsync(site.Surf(), Email)).Location);
        Assert.Equal("/account", (await site.SignInAsync(site.Surf(), Email, Another)).Location);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_and_leads_to_a_new_password()
    {
        await using var site = AccountSite.WithoutMail();
        var member = await site.MemberAsync(Email);
        var shown = await member.SendAsync("/account/recovery-codes", "codes");
        var codes = shown.Document.QuerySelectorAll(".codes code").Select(c => c.TextContent).ToArray();
        Assert.Equal(RecoveryCodes.Count, codes.Distinct().Count());
        await using (var context = await site.ContextAsync())
        {
            var kept = Assert.Single(context.UserTokens.Select(t => t.Value));
            Assert.DoesNotContain(codes, c => kept!.Contains(c.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal));
        }

        var surfer = site.Surf();
        var entered = await RecoverAsync(surfer, codes[0].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.StartsWith("/account/reset?", entered.Location, StringComparison.Ordinal);
        Assert.Contains("9 of 10 left", (await surfer.OpenAsync("/account")).Words, StringComparison.Ordinal);
        Assert.Equal("/account/sign-in?done=reset", (await surfer.SendAsync(entered.Location!, "reset", ("Form.Password", Another))).Location);
        Assert.Equal("/account", (await site.SignInAsync(site.Surf(), Email, Another)).Location);

        var again = await RecoverAsync(site.Surf(), codes[0]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("the code was used before", again.Words, StringComparison.Ordinal);

        async Task<Page> RecoverAsync(Surfer who, string code) => await who.SendAsync("/account/recover", "code", ("CodeForm.Email", Email), ("CodeForm.Code", code));
    }

    [Fact]
    public async Task New_codes_void_the_old_ones()
    {
        await using var site = AccountSite.WithoutMail();
        var member = await site.MemberAsync(Email);
        var old = (await member.SendAsync("/account/recovery-codes", "codes")).Document.QuerySelector(".codes code")!.TextContent;
        await member.SendAsync("/account/recovery-codes", "codes");
        Assert.Null((await site.Surf().SendAsync("/account/recover", "code", ("CodeForm.Email", Email), ("CodeForm.Code", old))).Location);
    }

    [Fact]
    public async Task A_code_still_opens_an_account_that_a_stranger_locked()
    {
        await using var site = AccountSite.WithoutMail();
        var member = await site.MemberAsync(Email);
        var code = (await member.SendAsync("/account/recovery-codes", "codes")).Document.QuerySelector(".codes code")!.TextContent;
        for (var i = 0; i < AccountSignIn.Tries; i++) await site.SignInAsync(site.Surf(), Email, "a wrong password");
        Assert.Null((await site.SignInAsync(site.Surf(), Email)).Location);
        Assert.NotNull((await site.Surf().SendAsync("/account/recover", "code", ("CodeForm.Email", Email), ("CodeForm.Code", code))).Location);
    }

    [Fact]
    public async Task A_password_is_changed_with_the_present_one_and_signs_out_the_others()
    {
        await using var site = AccountSite.WithoutMail();
        var here = await site.MemberAsync(Email);
        var there = site.Surf();
        await site.SignInAsync(there, Email);
        var wrong = await here.SendAsync("/account/password", "password", ("Form.Current", "not it at all"), ("Form.New", Another));
        Assert.Equal("This is not your present password.", wrong.Document.GetElementById("form-current-problem")!.TextContent);
        Assert.Equal("/account?done=password", (await here.SendAsync("/account/password", "password", ("Form.Current", AccountSite.Password), ("Form.New", Another))).Location);
        site.Time.Advance(AccountServices.StampInterval + TimeSpan.FromSeconds(1));
        Assert.Contains(Email, (await here.OpenAsync("/account")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Email, (await there.OpenAsync("/account")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_mail_the_page_says_what_helps_instead()
    {
        await using var site = AccountSite.WithoutMail();
        var page = await site.Surf().OpenAsync("/account/recover");
        Assert.Contains("This site sends no mails", page.Words, StringComparison.Ordinal);
        Assert.Contains("recovery codes", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Surf().OpenAsync("/development/mail")).Status);
    }
}
