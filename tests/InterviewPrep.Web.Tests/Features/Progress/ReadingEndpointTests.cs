using System.Net;
using System.Text;
using System.Text.Json;
using InterviewPrep.Web.Tests.Features.Accounts;

namespace InterviewPrep.Web.Tests.Features.Progress;

/// <summary>What lesson pages say about their reader.</summary>
public sealed class ReadingEndpointTests : IAsyncDisposable
{
    private readonly AccountSite _site = AccountSite.WithoutMail();

    [Fact]
    public async Task Asking_makes_no_guest()
    {
        var surfer = _site.Surf();
        var lesson = await surfer.OpenAsync("/progress/lessons/queues");
        Assert.Equal("""{"read":[],"byTime":true}""", lesson.Html);
        Assert.Equal("{}", (await surfer.OpenAsync("/progress/lessons")).Html);
        Assert.Empty(lesson.Cookies);
        Assert.Empty(await _site.LearnersAsync());
    }

    [Fact]
    public async Task A_section_is_marked_and_unmarked_for_its_reader_alone()
    {
        var surfer = _site.Surf();
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(surfer, "queues", """{"sections":["order"],"read":true,"explicit":true,"place":"steps"}"""));
        Assert.Equal(["order"], await ReadAsync(surfer));
        Assert.Equal("""{"queues":0.5}""", (await surfer.OpenAsync("/progress/lessons")).Html);
        Assert.Empty(await ReadAsync(_site.Surf()));
        Assert.Equal("/lessons/queues#steps", (await surfer.OpenAsync("/today")).Document.QuerySelector(".tile a[href^='/lessons']")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(surfer, "queues", """{"sections":["order"],"read":false}"""));
        Assert.Empty(await ReadAsync(surfer));
    }

    [Theory]
    [InlineData("nowhere", """{"sections":["order"]}""", HttpStatusCode.NotFound)]
    [InlineData("queues", """{"sections":["nowhere"]}""", HttpStatusCode.BadRequest)]
    [InlineData("queues", """{"sections":["order","<script>"]}""", HttpStatusCode.BadRequest)]
    [InlineData("queues", """{"sections":[null]}""", HttpStatusCode.BadRequest)]
    [InlineData("queues", """{"sections":[],"place":"nowhere"}""", HttpStatusCode.BadRequest)]
    [InlineData("queues", """{"sections":"order"}""", HttpStatusCode.BadRequest)]
    [InlineData("queues", """{"sections":""", HttpStatusCode.BadRequest)]
    [InlineData("queues", "null", HttpStatusCode.BadRequest)]
    [InlineData("queues", "", HttpStatusCode.BadRequest)]
    public async Task Bad_input_is_refused_and_makes_no_guest(string lesson, string json, HttpStatusCode status)
    {
        Assert.Equal(status, await SendAsync(_site.Surf(), lesson, json));
        Assert.Empty(await _site.LearnersAsync());
    }

    [Fact]
    public async Task More_sections_than_a_lesson_can_have_are_refused()
    {
        var many = JsonSerializer.Serialize(new { sections = Enumerable.Repeat("order", 201) });
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(_site.Surf(), "queues", many));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Surf().OpenAsync("/progress/lessons/nowhere")).Status);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static async Task<HttpStatusCode> SendAsync(Surfer surfer, string lesson, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await surfer.Client.PostAsync(new Uri($"/progress/lessons/{lesson}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task<string[]> ReadAsync(Surfer surfer) =>
        JsonDocument.Parse((await surfer.OpenAsync("/progress/lessons/queues")).Html).RootElement.GetProperty("read").Deserialize<string[]>()!;
}
