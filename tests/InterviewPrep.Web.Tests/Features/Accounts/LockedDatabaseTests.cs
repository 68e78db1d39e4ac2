using System.Net;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>Another process holds the database: whatever is done to an account is said not to be done, is not half done, and works a moment later.</summary>
public sealed class LockedDatabaseTests
{
    private const string Email = "ada@example.org";
    private const string Another = "seven grey herons wading";

    [Fact]
    public async Task Signing_up_makes_nothing_and_works_a_moment_later()
    {
        await using var site = AccountSite.Impatient();
        var surfer = site.Surf();
        var page = await surfer.OpenAsync("/account/sign-up");
        await using (site.Lock())
        {
            var refused = Refused(await surfer.SendAsync("/account/sign-up", page, "sign-up", ("Form.Email", Email), ("Form.Password", AccountSite.Password)));
            Assert.Equal(Email, refused.Document.GetElementById("form-email")!.GetAttribute("value"));
            await using var context = await site.ContextAsync();
            Assert.Equal((0, 0), (await context.Users.CountAsync(Gone), await context.Learners.CountAsync(Gone)));
        }

        Assert.StartsWith("Now sign in.", (await surfer.SendAsync("/account/sign-up", page, "sign-up", ("Form.Email", Email), ("Form.Password", AccountSite.Password))).Words, StringComparison.Ordinal);
        Assert.Equal("/account", (await site.SignInAsync(surfer, Email)).Location);
    }

    [Fact]
    public async Task Signing_in_by_password_or_code_or_passkey_claims_nothing_uses_nothing_up_and_signs_nobody_in()
    {
        await using var site = AccountSite.Impatient();
        using var authenticator = new Authenticator();
        var member = await site.MemberAsync(Email);
        await PasskeyTests.AddAsync(member, authenticator, "Key");
        var code = (await member.SendAsync("/account/recovery-codes", "codes")).Document.QuerySelector(".codes code")!.TextContent;
        var account = (await site.AccountAsync(Email)).LearnerId;

        var (guest, learner) = await site.GuestAsync(2);
        await LockedThenFreeAsync("/account/sign-in", "sign-in", "/account", ("Form.Email", Email), ("Form.Password", AccountSite.Password));
        (guest, learner) = await site.GuestAsync(3);
        await LockedThenFreeAsync("/account/recover", "code", "/account/reset", ("CodeForm.Email", Email), ("CodeForm.Code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Surf().SendAsync("/account/recover", "code", ("CodeForm.Email", Email), ("CodeForm.Code", code))).Status);

        (guest, learner) = await site.GuestAsync(4);
        var (page, options) = await PasskeyTests.AskAsync(guest, "/account/sign-in", "/account/sign-in/passkey");
        await using (site.Lock()) Refused(await guest.SendAsync("/account/sign-in", page, "passkey", ("PasskeyFields.Credential", authenticator.Sign(options))));
        await StillGuestAsync();
        (page, options) = await PasskeyTests.AskAsync(guest, "/account/sign-in", "/account/sign-in/passkey");
        Assert.Equal("/account", (await guest.SendAsync("/account/sign-in", page, "passkey", ("PasskeyFields.Credential", authenticator.Sign(options)))).Location);
        Assert.Equal(9, await AnswersAsync(account));

        async Task LockedThenFreeAsync(string path, string form, string leadsTo, params (string, string)[] fields)
        {
            var opened = await guest.OpenAsync(path);
            await using (site.Lock()) Refused(await guest.SendAsync(path, opened, form, fields));
            await StillGuestAsync();
            Assert.StartsWith(leadsTo, (await guest.SendAsync(path, opened, form, fields)).Location, StringComparison.Ordinal);
            Assert.Equal(0, await AnswersAsync(learner));
        }

        async Task StillGuestAsync()
        {
            Assert.DoesNotContain(guest.Cookies, c => c.Name.EndsWith("account", StringComparison.Ordinal));
            Assert.True(await AnswersAsync(learner) > 0);
        }

        async Task<int> AnswersAsync(Guid of)
        {
            await using var context = await site.ContextAsync();
            return await context.Answers.CountAsync(a => a.LearnerId == of, Gone);
        }
    }

    [Fact]
    public async Task Passkeys_are_neither_added_nor_renamed_nor_removed()
    {
        await using var site = AccountSite.Impatient();
        using var first = new Authenticator();
        using var second = new Authenticator();
        var member = await site.MemberAsync(Email);
        await PasskeyTests.AddAsync(member, first, "First");
        var stamp = (await site.AccountAsync(Email)).SecurityStamp;
        var (page, options) = await PasskeyTests.AskAsync(member, "/account/passkeys", "/account/passkeys/options");
        var created = second.Create(options);
        var id = page.Document.QuerySelector("[name='Change.Id']")!.GetAttribute("value");
        await using (site.Lock())
        {
            Refused(await member.SendAsync("/account/passkeys", page, "add", ("PasskeyFields.Credential", created), ("PasskeyFields.Name", "Second")));
            Refused(await member.SendAsync("/account/passkeys", page, $"rename {id}", ("Change.Name", "Renamed")));
            Refused(await member.SendAsync("/account/passkeys", page, $"remove {id}"));
        }

        Assert.Equal(["First"], await NamesAsync());
        Assert.Equal(stamp, (await site.AccountAsync(Email)).SecurityStamp);
        await PasskeyTests.AddAsync(member, second, "Second");
        Assert.Equal("/account/passkeys", (await member.SendAsync("/account/passkeys", $"remove {id}")).Location);
        Assert.Equal(["Second"], await NamesAsync());
        Assert.NotEqual(stamp, (await site.AccountAsync(Email)).SecurityStamp);

        async Task<IEnumerable<string?>> NamesAsync() => (await member.OpenAsync("/account/passkeys")).Document.QuerySelectorAll("[name='Change.Name']").Select(n => n.GetAttribute("value"));
    }

    [Fact]
    public async Task A_password_stays_as_it_was_and_its_link_is_good_afterwards()
    {
        await using var site = AccountSite.ImpatientWithMail();
        var member = await site.MemberAsync(Email);
        await site.Surf().SendAsync("/account/recover", "mail", ("MailForm.Email", Email));
        var link = AccountSite.LinkOf(site.Mails[0]);
        var surfer = site.Surf();
        var (reset, change) = (await surfer.OpenAsync(link), await member.OpenAsync("/account/password"));
        var before = (await site.AccountAsync(Email)).PasswordHash;
        await using (site.Lock())
        {
            Refused(await surfer.SendAsync("/account/reset", reset, "reset", ("Form.Password", Another)));
            Refused(await member.SendAsync("/account/password", change, "password", ("Form.Current", AccountSite.Password), ("Form.New", Another)));
        }

        Assert.Equal(before, (await site.AccountAsync(Email)).PasswordHash);
        Assert.Equal("/account/sign-in?done=reset", (await surfer.SendAsync("/account/reset", reset, "reset", ("Form.Password", Another))).Location);
        Assert.Equal("/account", (await site.SignInAsync(site.Surf(), Email, Another)).Location);
    }

    [Fact]
    public async Task Settings_codes_and_deletion_say_so_on_their_page()
    {
        await using var site = AccountSite.Impatient();
        var member = await site.MemberAsync(Email);
        (string Path, string Form, (string, string)[] Fields)[] forms =
        [
            ("/settings", "settings", [("Form.DisplayName", "Ada")]), ("/account/recovery-codes", "codes", []), ("/settings/delete", "delete", [("Form.Proof", AccountSite.Password)]),
            ("/account/sign-out", "everywhere", []),
        ];
        foreach (var (path, form, fields) in forms)
        {
            var page = await member.OpenAsync(path);
            await using (site.Lock()) Refused(await member.SendAsync(path, page, form, fields));
        }

        Assert.Contains(Email, (await member.OpenAsync("/account")).Words, StringComparison.Ordinal);
        Assert.Contains("You have none.", (await member.OpenAsync("/account/recovery-codes")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_goes_on()
    {
        await using var site = AccountSite.Impatient();
        var member = await site.MemberAsync(Email);
        await using (site.Lock())
        {
            foreach (var path in new[] { "/", "/account", "/lessons/queues", "/account/sign-in", "/settings" }) Assert.Equal(HttpStatusCode.OK, (await member.OpenAsync(path)).Status);
            Assert.Equal("/account", (await site.SignInAsync(site.Surf(), Email)).Location); // There is nothing to write.
        }
    }

    private static CancellationToken Gone => TestContext.Current.CancellationToken;

    private static Page Refused(Page page)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.StartsWith("The database is busy.", page.Document.QuerySelector("main [role=alert]:not([hidden])")!.TextContent, StringComparison.Ordinal);
        return page;
    }
}
