using System.Net;
using InterviewPrep.Web.Tests.Features.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>
/// Pages that are kept, read first by one learner, then by another, then by nobody: no cookie, no token and not a word of one is
/// in what the others get. All kept pages are tried, as the application maps them.
/// </summary>
public sealed class PagePrivacyTests
{
    private static readonly string[] Lessons = ["queues", "stacks", "trees"];
    private static readonly string[] Modules = ["basics", "further"];
    private static readonly string[] Nothing = [""];

    [Fact]
    public async Task What_the_first_reader_leaves_in_kept_pages_is_for_everybody()
    {
        await using var site = AccountSite.WithoutMail();
        var first = await Neighbour.OfAsync(site);
        var (second, id) = await site.GuestAsync(2);
        await second.SendAsync("/settings", "settings", ("Form.DisplayName", "zzsecond"));
        var addresses = Endpoints.Of(site).Where(e => e.IsKept).SelectMany(e => e.Pattern.Split('/')[1] switch
        {
            "lessons" => Lessons,
            "modules" => Modules,
            _ => Nothing,
        }, (e, value) => e.At(value)).Distinct().ToList();
        Assert.Contains("/", addresses);
        Assert.Contains("/lessons/queues", addresses);
        foreach (var address in addresses)
        {
            foreach (var encoding in new[] { "identity", "br" })
            {
                await ReadAsync(first.Surfer, address, encoding);
                var others = await ReadAsync(second, address, encoding);
                var nobody = await ReadAsync(site.Surf(), address, encoding);
                var again = await ReadAsync(site.Surf(), address, encoding);
                Assert.True(again.IsKept, address);
                Assert.Equal(nobody.Text, again.Text);
                foreach (var (answer, foreign) in new[] { (others, first.Traces), (nobody, first.Traces.Append("zzsecond").Append(id.ToString())) })
                {
                    Assert.Equal(HttpStatusCode.OK, answer.Status);
                    Assert.Empty(answer.Headers["Set-Cookie"]);
                    Assert.All(foreign, word => Assert.DoesNotContain(word, answer.Text, StringComparison.Ordinal));
                    Assert.DoesNotContain("__RequestVerificationToken", answer.Text, StringComparison.Ordinal);
                    Assert.DoesNotContain("<!--Blazor:", answer.Text, StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [InlineData("/lessons/queues", false)]
    [InlineData("/course", false)]
    [InlineData("/today", true)]
    [InlineData("/settings", true)]
    public async Task A_page_for_everybody_asks_nobody_who_they_are(string address, bool isAsked)
    {
        var asked = 0;
        await using var site = AccountSite.WithoutMail();
        await using var counting = site.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddScoped<IAuthenticationService>(provider => new CountingAuthentication(provider, () => asked++))));
        using var client = counting.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(isAsked, asked > 0);
    }

    [Fact]
    public async Task What_is_personal_is_never_kept()
    {
        await using var site = AccountSite.WithoutMail();
        var first = await Neighbour.OfAsync(site);
        foreach (var endpoint in Endpoints.Of(site).Where(e => e.Reads && !e.IsKept && !e.Pattern.Contains('_', StringComparison.Ordinal)))
        {
            foreach (var address in new[] { "queues", "q-single", "queue.order", first.Ended.ToString() }.Select(endpoint.At).Distinct())
            {
                await ReadAsync(first.Surfer, address, "identity");
                Assert.False((await ReadAsync(first.Surfer, address, "identity")).IsKept, address);
            }
        }

        var home = await ReadAsync(first.Surfer, "/", "identity");
        Assert.False(home.IsKept);
        Assert.Contains(Neighbour.Word, home.Text, StringComparison.Ordinal); // So that the test above looks for what is there to be found.
    }

    private static async Task<Answer> ReadAsync(Surfer surfer, string address, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", encoding } } };
        using var response = await surfer.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    /// <summary>The framework's service, counting how often it is asked who somebody is.</summary>
    private sealed class CountingAuthentication(IServiceProvider services, Action count) : AuthenticationService(
        services.GetRequiredService<IAuthenticationSchemeProvider>(), services.GetRequiredService<IAuthenticationHandlerProvider>(),
        services.GetRequiredService<IClaimsTransformation>(), services.GetRequiredService<IOptions<AuthenticationOptions>>())
    {
        public override Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme)
        {
            count();
            return base.AuthenticateAsync(context, scheme);
        }
    }
}
