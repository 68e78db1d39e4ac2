using System.Net;
using System.Reflection;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>A form that its page does not have any more: the page comes back and says so, on every page that has forms.</summary>
public sealed class StaleFormTests
{
    public static TheoryData<string> Pages =>
    [
        .. typeof(App).Assembly.GetTypes().Where(t => t.IsDefined(typeof(TokenFormAttribute))).Select(t => t.GetCustomAttributes<RouteAttribute>().First().Template).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_form_that_is_gone_changes_nothing_and_its_page_says_so(string path)
    {
        await using var site = AccountSite.WithoutMail();
        var member = await site.MemberAsync("ada@example.org");
        var before = await site.AccountAsync("ada@example.org");
        var token = (await member.OpenAsync("/account/sign-out")).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { "gone", "remove x", "<script>", new string('x', 10_000), "" })
        {
            var page = await member.PostAsync(path, [new("__RequestVerificationToken", token), new("_handler", handler), new("Change.Id", "x")]);
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.StartsWith("What this form was about is not there any more", page.Document.QuerySelector("main .alert.bad")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(before.ConcurrencyStamp, (await site.AccountAsync("ada@example.org")).ConcurrencyStamp);
        Assert.True((await member.OpenAsync(path)).Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity); // A link that is good for nothing is not.
    }

    [Fact]
    public void There_are_pages_with_forms() => Assert.True(Pages.Count >= 9);
}
