using System.Net;
using System.Security.Claims;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Mails;
using InterviewPrep.Web.Tests.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace InterviewPrep.Web.Tests.Features.Reports;

/// <summary>Reports are for administrators; for everybody else there is no such page.</summary>
public sealed class ReportAccessTests
{
    [Fact]
    public async Task Only_accounts_that_the_setting_names_see_the_list()
    {
        await using var site = AccountSite.WithoutMail(("Administrators", "Ada@Example.org, eve@example.org"));
        var (guest, _) = await site.GuestAsync(1);
        foreach (var other in new[] { site.Surf(), guest, await site.MemberAsync("bob@example.org") })
        {
            var page = await other.OpenAsync("/reports");
            Assert.Equal((HttpStatusCode.NotFound, "There is no such page."), (page.Status, page.Document.QuerySelector("h1")!.TextContent));
            Assert.DoesNotContain("/reports", (await other.OpenAsync("/account")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        }

        var ada = await site.MemberAsync("ada@example.org");
        Assert.Equal("Mistake reports", (await ada.OpenAsync("/reports")).Document.QuerySelector("h1")!.TextContent);
        Assert.Contains("/reports", (await ada.OpenAsync("/account")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_owner_of_a_single_user_instance_sees_it()
    {
        await using var site = AccountSite.WithoutMail(("Learners:Mode", "Single"));
        Assert.Equal(HttpStatusCode.OK, (await site.Surf().OpenAsync("/reports")).Status);
    }

    [Fact]
    public async Task In_development_everybody_sees_it_and_no_page_but_it_loads_the_components()
    {
        await using var site = AccountSite.WithMail();
        var page = await site.Surf().OpenAsync("/reports");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("_content/MudBlazor", page.Html, StringComparison.Ordinal);
        foreach (var other in new[] { "/", "/today", "/quiz", "/review", "/lessons/queues", "/settings" })
        {
            var html = (await site.Surf().OpenAsync(other)).Html;
            Assert.DoesNotContain("MudBlazor", html, StringComparison.Ordinal);
            Assert.DoesNotContain("css/mud", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ada@example.org", true, true, true)]
    [InlineData("ADA@example.org", false, false, true)]
    [InlineData("ada@example.org", true, false, false)] // Mails get out, and this address was never confirmed.
    [InlineData("eve@example.org", true, true, false)]
    [InlineData(null, false, true, false)]
    public void An_address_counts_when_it_is_known_to_be_the_accounts_own(string? address, bool hasMail, bool isVerified, bool isOpen)
    {
        var user = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        if (address is not null) user.AddClaim(new Claim(ClaimTypes.Email, address));
        if (isVerified) user.AddClaim(new Claim(AccountClaims.EmailVerified, "true"));
        Assert.Equal(isOpen, Gate(hasMail).IsOpenTo(new ClaimsPrincipal(user)));
    }

    [Fact]
    public void An_address_without_an_account_counts_for_nothing()
    {
        var claims = new[] { new Claim(ClaimTypes.Email, "ada@example.org"), new Claim(AccountClaims.EmailVerified, "true") };
        Assert.False(Gate(false).IsOpenTo(new ClaimsPrincipal(new ClaimsIdentity(claims, LearnerAuthentication.Guest))));
        Assert.False(Gate(false).IsOpenTo(new ClaimsPrincipal(new ClaimsIdentity(claims))));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ada@example.org, nonsense")]
    [InlineData("Ada <ada@example.org>")]
    public void A_setting_that_names_no_address_is_refused(string setting) =>
        Assert.Contains("Administrators", Assert.Throws<SettingException>(() => Read(("Administrators", setting))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_setting_is_a_list_or_separated_by_commas()
    {
        Assert.Empty(Read().Addresses);
        Assert.Equal(["ada@example.org", "eve@example.org"], Read(("Administrators", " ada@example.org,eve@example.org, ")).Addresses.Order(StringComparer.Ordinal));
        Assert.Equal(["ada@example.org", "eve@example.org"], Read(("Administrators:0", "ada@example.org"), ("Administrators:1", "eve@example.org")).Addresses.Order(StringComparer.Ordinal));
    }

    private static AdministratorSetting Read(params (string Key, string Value)[] settings) =>
        AdministratorSetting.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());

    private static AdministratorGate Gate(bool hasMail) => new(
        Read(("Administrators", "ada@example.org")), new LearnerModeSetting(LearnerMode.Multi), new HostingEnvironment { EnvironmentName = Environments.Production },
        hasMail ? new DevelopmentMailbox(TimeProvider.System) : new NoMailbox(), null!);
}
