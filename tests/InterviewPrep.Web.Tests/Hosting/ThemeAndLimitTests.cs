using System.Net;
using System.Text;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>The only address that takes a form, and what no request may exceed.</summary>
public sealed class ThemeAndLimitTests(Served app) : IClassFixture<Served>
{
    [Theory]
    [InlineData("/lessons/lesson-0", "/lessons/lesson-0")]
    [InlineData("/search?q=a%20b", "/search?q=a%20b")]
    [InlineData("", "/")]
    [InlineData("https://example.org/", "/")]
    [InlineData("//example.org", "/")]
    [InlineData("/\\example.org", "/")]
    [InlineData("\\\\example.org", "/")]
    [InlineData("/\t/example.org", "/")]
    [InlineData("/\r\nLocation: https://example.org", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("lessons", "/")]
    [InlineData("/ünï", "/")]
    public async Task A_choice_leads_back_and_never_elsewhere(string back, string location)
    {
        using var form = new FormUrlEncodedContent([new("theme", "dark"), new("return", back)]);
        var answer = await app.SendAsync("/theme", HttpMethod.Post, form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal([location], answer.Headers["Location"]);
        var cookie = Assert.Single(answer.Headers["Set-Cookie"]);
        Assert.StartsWith("theme=dark; max-age=31536000; path=/; samesite=lax", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("purple")]
    [InlineData("dark\r\nSet-Cookie: a=b")]
    [InlineData("<script>")]
    public async Task An_unknown_theme_is_the_systems(string theme)
    {
        using var form = new FormUrlEncodedContent([new("theme", theme)]);
        Assert.StartsWith("theme=system;", Assert.Single((await app.SendAsync("/theme", HttpMethod.Post, form)).Headers["Set-Cookie"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_no_form_chooses_nothing()
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.SeeOther, (await app.SendAsync("/theme", HttpMethod.Post, body)).Status);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_the_senders_fault()
    {
        using var fields = new FormUrlEncodedContent(Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"k{i}", "v")));
        Assert.Equal(HttpStatusCode.BadRequest, (await app.SendAsync("/theme", HttpMethod.Post, fields)).Status);
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_refused()
    {
        using var body = new FormUrlEncodedContent([new("theme", new string('x', 2 * 1024 * 1024))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.SendAsync("/theme", HttpMethod.Post, body)).Status);
    }

    [Fact]
    public async Task An_address_or_a_header_of_many_kilobytes_is_refused()
    {
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await app.GetAsync("/search?q=" + new string('x', 9_000))).Status);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await app.GetAsync("/", "X-Long: " + new string('x', 40_000))).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/search?q=" + new string('x', 7_000))).Status);
    }

    [Theory]
    [InlineData("/%00")]
    [InlineData("/lessons/%00")]
    [InlineData("/lessons/..%2f..%2fetc%2fpasswd")]
    [InlineData("/lessons/%ff%fe")]
    [InlineData("/css/..%5c..%5cappsettings.json")]
    [InlineData("/search?q=%00")]
    [InlineData("/search?q=%ff")]
    [InlineData("/search?q=\"%20OR%20*%20NEAR(")]
    [InlineData("/search?q=%F0%9F%98%80%20%E2%80%AE")]
    [InlineData("/search?q=a&q=b")]
    [InlineData("/search?q[]=a")]
    public async Task A_strange_address_is_no_failure(string address)
    {
        Assert.InRange((int)(await app.GetAsync(address)).Status, 200, 404);
    }
}
