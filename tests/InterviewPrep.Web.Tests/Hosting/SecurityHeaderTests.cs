using System.Net;
using System.Security.Cryptography;
using System.Text;
using InterviewPrep.Testing;
using InterviewPrep.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>Every response carries the headers, whatever made it.</summary>
public sealed class SecurityHeaderTests(Served app) : IClassFixture<Served>
{
    [Theory]
    [InlineData("/", "GET", 200)]
    [InlineData("/", "HEAD", 200)]
    [InlineData("/", "POST", 400)]
    [InlineData("/lessons/lesson-0", "GET", 200)]
    [InlineData("/lessons/lesson-0", "DELETE", 405)]
    [InlineData("/search?q=%3Cscript%3E", "GET", 200)]
    [InlineData("/nowhere", "GET", 404)]
    [InlineData("/nowhere", "HEAD", 404)]
    [InlineData("/nowhere", "POST", 404)]
    [InlineData("/css/nowhere.css", "GET", 404)]
    [InlineData("/css/site.css", "GET", 200)]
    [InlineData("/fonts/mono.woff2", "GET", 200)]
    [InlineData("/healthz", "GET", 200)]
    [InlineData("/theme", "POST", 303)]
    [InlineData("/error", "GET", 200)]
    [InlineData("/reports", "GET", 404)]
    public async Task Every_response_carries_them_once(string address, string method, int status)
    {
        // The second answer may come out of the page cache.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var answer = await app.SendAsync(address, new HttpMethod(method));
            Assert.Equal(status, (int)answer.Status);
            AssertSecure(answer);
        }
    }

    [Fact]
    public async Task An_unchanged_page_carries_them()
    {
        var page = await app.GetAsync("/course");
        var unchanged = await app.GetAsync("/course", $"If-None-Match: {page.Headers["ETag"].Single()}");
        Assert.Equal(HttpStatusCode.NotModified, unchanged.Status);
        AssertSecure(unchanged);
    }

    [Fact]
    public async Task A_failure_carries_them_and_tells_nothing_of_its_inside()
    {
        using var content = new TemporaryCourse();
        await using var failing = new FailingSite(content.Folder);
        using var client = failing.CreateClient();
        using var response = await client.GetAsync(new Uri("/fail", UriKind.Relative), TestContext.Current.CancellationToken);
        var answer = await Answer.OfAsync(response);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Contains("This page could not be made.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(FailingSite.Secret, answer.Text, StringComparison.Ordinal);
        Assert.False(answer.IsKept);
        AssertSecure(answer);
    }

    [Fact]
    public async Task The_only_script_within_a_page_is_the_one_that_the_policy_names()
    {
        var page = (await app.GetAsync("/lessons/lesson-0")).Text;
        var script = page.Split("<script>")[1].Split("</script>")[0];
        Assert.Contains($" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}';", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<script>").Length);
    }

    [Fact]
    public void The_policy_allows_no_other_inline_script_or_style()
    {
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
    }

    private static void AssertSecure(Answer answer)
    {
        Assert.Equal([SecurityHeaders.ContentSecurityPolicy], answer.Headers["Content-Security-Policy"]);
        Assert.Equal(["nosniff"], answer.Headers["X-Content-Type-Options"]);
        Assert.Equal(["strict-origin-when-cross-origin"], answer.Headers["Referrer-Policy"]);
        Assert.Single(answer.Headers["Permissions-Policy"]);
        Assert.Equal(["same-origin"], answer.Headers["Cross-Origin-Opener-Policy"]);
        Assert.Equal(["same-origin"], answer.Headers["Cross-Origin-Resource-Policy"]);
        Assert.Empty(answer.Headers["Server"]);
        Assert.Empty(answer.Headers["X-Powered-By"]);
    }

    private sealed class TemporaryCourse : IDisposable
    {
        public TemporaryCourse() => SyntheticCourse.Write(Folder, 1);

        public string Folder { get; } = Directory.CreateTempSubdirectory("course").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The application with an address that fails.</summary>
    private sealed class FailingSite(string content) : WebApplicationFactory<Program>, IStartupFilter
    {
        public const string Secret = "the secret of the inside";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Run(_ => throw new InvalidOperationException(Secret));
        };

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Content:Path", content);
            builder.UseSetting("Database:ConnectionString", "Data Source=:memory:");
            builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));
        }
    }
}
