using System.Net;
using InterviewPrep.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>The whole application over HTTP, with a course of three lessons.</summary>
public sealed class SiteTests : IClassFixture<SiteTests.Site>
{
    private readonly HttpClient _client;

    public SiteTests(Site site) => _client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    [Theory]
    [InlineData("/")]
    [InlineData("/course")]
    [InlineData("/modules/basics")]
    [InlineData("/lessons/queues")]
    [InlineData("/glossary")]
    [InlineData("/sources")]
    [InlineData("/search")]
    [InlineData("/search?q=queue")]
    public async Task Every_screen_is_complete_html_without_a_circuit(string path)
    {
        var html = await _client.GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.Contains("</html>", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\" data-theme=\"system\">", html, StringComparison.Ordinal);
        Assert.Contains("<main id=\"main\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--Blazor:", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lessons/queus", "There is no such lesson.", "/lessons/queues")]
    [InlineData("/modules/basic", "There is no such module.", "/modules/basics")]
    [InlineData("/glosary", "There is no such page.", "/glossary")]
    [InlineData("/diagnostics", "There is no such page.", "/course")]
    public async Task An_unknown_address_is_a_404_that_leads_on(string path, string heading, string link)
    {
        var response = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(heading, html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{link}\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("light", "light")]
    [InlineData("dark", "dark")]
    [InlineData("system", "system")]
    [InlineData("purple\" onload=\"x", "system")]
    public async Task The_chosen_theme_is_in_the_first_byte_of_the_page(string cookie, string theme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/course");
        request.Headers.Add("Cookie", "theme=" + Uri.EscapeDataString(cookie));
        var html = await (await _client.SendAsync(request, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"data-theme=\"{theme}\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lessons/queues", "/lessons/queues")]
    [InlineData("//example.org/", "/")]
    [InlineData("https://example.org/", "/")]
    public async Task Choosing_a_theme_leads_back_and_never_to_another_site(string from, string to)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["theme"] = "dark", ["return"] = from });
        var response = await _client.PostAsync(new Uri("/theme", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(to, response.Headers.Location?.OriginalString);
        Assert.StartsWith("theme=dark;", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_without_a_form_is_harmless()
    {
        var response = await _client.PostAsync(new Uri("/theme", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
    }

    [Fact]
    public async Task Reading_sets_no_cookie()
    {
        var response = await _client.GetAsync("/lessons/queues", TestContext.Current.CancellationToken);

        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    public sealed class Site : WebApplicationFactory<Program>
    {
        private readonly ScreenCourse _folder = ScreenCourse.Miniature();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Content:Path", _folder.Path);
            builder.UseSetting("Database:ConnectionString", "Data Source=" + Path.Combine(_folder.Path, "test.db"));
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _folder.Dispose();
            GC.SuppressFinalize(this);
        }
    }
}
