using System.Net;
using InterviewPrep.Testing;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>Live is about the process, ready about what it can serve; without a course the pages say how to get one.</summary>
public sealed class HealthTests
{
    private const int Patience = 120_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_course_it_is_live_but_not_ready_and_says_what_to_do(bool isFolderThere)
    {
        var content = Path.Combine(Directory.CreateTempSubdirectory("empty").FullName, "content");
        if (isFolderThere) Directory.CreateDirectory(content);
        await using var app = await RunningApp.StartAsync(content);
        using var client = new HttpClient { BaseAddress = app.Address };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/healthz/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(client, "/healthz/ready"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(client, "/healthz"));
        foreach (var page in new[] { "/", "/course", "/glossary", "/sources", "/search", "/search?q=x", "/lessons/any", "/modules/any" })
        {
            var html = await client.GetStringAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains("There is nothing to read yet.", html, StringComparison.Ordinal);
            Assert.Contains(content, html, StringComparison.Ordinal);
            Assert.Contains("--Content:Path=", html, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = Patience)]
    public async Task An_empty_folder_that_is_filled_is_served_without_a_restart()
    {
        var content = Directory.CreateTempSubdirectory("empty").FullName;
        await using var app = await RunningApp.StartAsync(content);
        using var client = new HttpClient { BaseAddress = app.Address };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(client, "/healthz/ready"));
        Assert.Contains("There is nothing to read yet.", await client.GetStringAsync(new Uri("/course", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        SyntheticCourse.Write(content, 2);
        while (await StatusAsync(client, "/healthz/ready") != HttpStatusCode.OK)
        {
            // Asked again until it is; the test's patience ends it.
        }

        Assert.Contains("Course map", await client.GetStringAsync(new Uri("/course", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Directory.Delete(content, recursive: true);
    }

    [Fact]
    public async Task A_database_that_is_gone_is_not_ready()
    {
        var content = Directory.CreateTempSubdirectory("course").FullName;
        var database = Path.Combine(Directory.CreateTempSubdirectory("database").FullName, "data", "learners.db");
        SyntheticCourse.Write(content, 1);
        await using var app = await RunningApp.StartAsync(content, "Production", "--Database:ConnectionString", $"Data Source={database};Pooling=False");
        using var client = new HttpClient { BaseAddress = app.Address };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/healthz/ready"));
        Directory.Delete(Path.GetDirectoryName(database)!, recursive: true);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(client, "/healthz/ready"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/healthz/live"));
        Directory.Delete(content, recursive: true);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
