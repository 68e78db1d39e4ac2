using System.Net;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>One kept page serves everybody, and only what is for everybody.</summary>
public sealed class PageCacheTests(Served app) : IClassFixture<Served>
{
    [Fact]
    public async Task A_second_reader_costs_no_rendering()
    {
        var first = await app.GetAsync("/lessons/lesson-0", "Accept-Encoding: br");
        var second = await app.GetAsync("/lessons/lesson-0", "Accept-Encoding: br");
        Assert.True(second.IsKept);
        Assert.Equal("br", second.Encoding);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(second.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), second.Headers["Content-Length"].Single());
    }

    [Fact]
    public async Task A_choice_of_theme_is_not_shown_to_others()
    {
        var a = await app.GetAsync("/lessons/lesson-1", "Cookie: theme=dark");
        var b = await app.GetAsync("/lessons/lesson-1", "Cookie: theme=light");
        var nobody = await app.GetAsync("/lessons/lesson-1");
        var stranger = await app.GetAsync("/lessons/lesson-1", "Cookie: theme=%22%3E%3Cscript%3E");
        Assert.Contains("data-theme=\"dark\"", a.Text, StringComparison.Ordinal);
        Assert.Contains("data-theme=\"light\"", b.Text, StringComparison.Ordinal);
        Assert.Contains("data-theme=\"system\"", nobody.Text, StringComparison.Ordinal);
        Assert.Equal(nobody.Text, stranger.Text);
        Assert.Equal(a.Text, (await app.GetAsync("/lessons/lesson-1", "Cookie: theme=dark; other=1")).Text);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/course")]
    [InlineData("/modules/module-0")]
    [InlineData("/lessons/lesson-0")]
    [InlineData("/glossary")]
    [InlineData("/sources")]
    [InlineData("/search")]
    [InlineData("/search?q=queue")]
    [InlineData("/nowhere")]
    [InlineData("/lessons/nowhere")]
    [InlineData("/error")]
    public async Task Reading_sets_no_cookie_and_may_be_gone_back_to(string address)
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var answer = await app.GetAsync(address);
            Assert.Empty(answer.Headers["Set-Cookie"]);
            Assert.DoesNotContain(answer.Headers["Cache-Control"], c => c.Contains("no-store", StringComparison.Ordinal));
            Assert.DoesNotContain("__RequestVerificationToken", answer.Text, StringComparison.Ordinal);
        }
    }

    // Whoever comes first decides what is kept: none of them may leave a page that the others cannot read.
    [Theory]
    [InlineData("*", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0", "")]
    [InlineData("sabre", "")]
    [InlineData("gzip;q=0.5, *;q=0", "gzip")]
    [InlineData("identity", "")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("BR", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("deflate", "")]
    [InlineData("", "")]
    [InlineData("?, ;;", "")]
    public async Task Each_reader_gets_an_encoding_that_it_accepts(string accepted, string encoding)
    {
        await app.GetAsync("/sources", $"Accept-Encoding: {accepted}");
        var answer = await app.GetAsync("/sources", $"Accept-Encoding: {accepted}");
        Assert.Equal(encoding, answer.Encoding);
        Assert.Contains("</html>", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["Accept-Encoding", "Cookie"], answer.Headers["Vary"]);
        foreach (var (ask, got) in new[] { ("br", "br"), ("gzip", "gzip"), ("identity", "") })
        {
            var other = await app.GetAsync("/sources", $"Accept-Encoding: {ask}");
            Assert.Equal(got, other.Encoding);
            Assert.Equal(answer.Text, other.Text);
        }
    }

    [Fact]
    public async Task A_browser_that_has_the_page_is_told_so()
    {
        var first = await app.GetAsync("/glossary", "Accept-Encoding: br");
        var tag = first.Headers["ETag"].Single();
        Assert.Equal(["no-cache"], first.Headers["Cache-Control"]);
        var again = await app.GetAsync("/glossary", "Accept-Encoding: br", $"If-None-Match: {tag}");
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Body);
        Assert.Equal(tag, again.Headers["ETag"].Single());
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/glossary", "Accept-Encoding: br", $"If-None-Match: {tag}", "Cookie: theme=dark")).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/glossary", "Accept-Encoding: gzip", $"If-None-Match: {tag}")).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/lessons/lesson-2")]
    [InlineData("/search?q=queue")]
    public async Task Head_is_answered_like_get_without_the_body(string address)
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var answer = await app.SendAsync(address, HttpMethod.Head);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal("text/html; charset=utf-8", answer.Headers["Content-Type"].Single());
            Assert.Empty(answer.Body);
        }

        Assert.Contains("</html>", (await app.GetAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.SendAsync("/lessons/nowhere", HttpMethod.Head)).Status);
    }

    [Theory]
    [InlineData("/course?x=1", 200)]
    [InlineData("/search?q=queue", 200)]
    [InlineData("/lessons/nowhere", 404)]
    [InlineData("/nowhere", 404)]
    [InlineData("/healthz", 200)]
    public async Task What_is_not_a_page_for_everybody_is_not_kept(string address, int status)
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var answer = await app.GetAsync(address);
            Assert.Equal(status, (int)answer.Status);
            Assert.False(answer.IsKept);
            Assert.Empty(answer.Headers["ETag"]);
        }
    }

    [Fact]
    public async Task A_post_is_neither_kept_nor_taken_for_the_page()
    {
        using var form = new FormUrlEncodedContent([]);
        var posted = await app.SendAsync("/lessons/lesson-2", HttpMethod.Post, form, "Accept-Encoding: gzip");
        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        var read = await app.GetAsync("/lessons/lesson-2", "Accept-Encoding: gzip");
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Contains("</html>", read.Text, StringComparison.Ordinal);
        using var another = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.SendAsync("/lessons/lesson-2", HttpMethod.Post, another, "Accept-Encoding: gzip")).Status);
    }

    [Fact]
    public async Task Many_who_ask_at_once_for_a_page_that_is_not_kept_yet_all_get_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => app.GetAsync("/modules/module-0", i % 2 == 0 ? "Accept-Encoding: br" : "Accept-Encoding: gzip")));
        Assert.Single(answers.Select(a => a.Text).Distinct());
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
    }
}

/// <summary>A change of the course is on every page at once.</summary>
public sealed class PageCacheReloadTests(Served app) : IClassFixture<Served>
{
    [Fact(Timeout = 120_000)]
    public async Task A_kept_page_is_dropped_when_the_course_changes()
    {
        var file = Path.Combine(app.Content, "module-0", "lesson-0.md");
        var before = await app.GetAsync("/lessons/lesson-0");
        Assert.True((await app.GetAsync("/lessons/lesson-0")).IsKept);
        foreach (var word in new[] { "Quokka", "Wombat", "Numbat" })
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(file, text + $"\n{word} was here.\n", TestContext.Current.CancellationToken);
            var after = await Until(() => app.GetAsync("/lessons/lesson-0", $"If-None-Match: {before.Headers["ETag"].Single()}"), a => a.Status == HttpStatusCode.OK);
            Assert.Contains(word, after.Text, StringComparison.Ordinal);
            Assert.NotEqual(before.Headers["ETag"].Single(), after.Headers["ETag"].Single());
            Assert.Contains(word, (await app.GetAsync("/lessons/lesson-0", "Accept-Encoding: br")).Text, StringComparison.Ordinal);
            before = after;
        }
    }

    /// <summary>Asks until it is so; the test's patience ends it.</summary>
    private static async Task<Answer> Until(Func<Task<Answer>> ask, Func<Answer, bool> isIt)
    {
        Answer answer;
        do answer = await ask();
        while (!isIt(answer));
        return answer;
    }
}
