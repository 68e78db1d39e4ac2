using System.Net;
using System.Text;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Web.Features.Quizzes;
using InterviewPrep.Web.Tests.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Features.Loops;

/// <summary>The mock loop over HTTP: its rounds from not begun to the report, and whose they are.</summary>
public sealed class LoopTests : IAsyncDisposable
{
    private readonly AccountSite _site = AccountSite.WithoutMail().WithLoop();

    private static CancellationToken Gone => TestContext.Current.CancellationToken;

    private AttemptStore Attempts => _site.Services.GetRequiredService<AttemptStore>();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Whoever_comes_sees_the_rounds_and_leaves_nothing()
    {
        var page = await _site.Surf().OpenAsync("/loop");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("The loop", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains("2 rounds", page.Words, StringComparison.Ordinal);
        Assert.Contains("passed from 70 %", page.Words, StringComparison.Ordinal);
        Assert.Equal(["1 Quick round", "2 Round of words"], page.Document.QuerySelectorAll(".rounds h3").Select(h => h.TextContent));
        Assert.Equal(["10 min3 questions", "30 min2 questions"], page.Document.QuerySelectorAll(".rounds .meta").Select(m => m.TextContent));
        Assert.Equal(["round-quick", "round-words"], page.Document.QuerySelectorAll("input[name=round]").Select(i => i.GetAttribute("value")));
        Assert.DoesNotContain("Start a new loop", page.Words, StringComparison.Ordinal);
        Assert.Empty(await _site.LearnersAsync());
    }

    [Fact]
    public async Task A_round_is_begun_once_by_a_plain_form_and_goes_on()
    {
        var surfer = _site.Surf();
        var page = await surfer.OpenAsync("/loop");
        var run = page.Document.QuerySelector("input[name=loop]")!.GetAttribute("value")!;
        var first = await StartAsync(surfer, run, "round-quick");
        Assert.Equal(first, await StartAsync(surfer, run, "round-quick"));
        var learner = Assert.Single(await _site.LearnersAsync());
        var attempt = (await Attempts.FindAsync(learner, first, Gone))!;
        Assert.Equal((QuizKind.Round, 10, true, true, false, "Quick round"), (attempt.Spec.Kind, attempt.Spec.Minutes, attempt.Spec.FeedbackAtEnd, attempt.Spec.HideTopic, attempt.Spec.AskCertainty, attempt.Spec.Title));
        _site.Time.Advance(TimeSpan.FromMinutes(4));
        page = await surfer.OpenAsync("/loop");
        Assert.Contains("open, 6 min left", page.Words, StringComparison.Ordinal);
        Assert.Equal($"/quiz/{first}", page.Document.QuerySelector(".round-state a.main")!.GetAttribute("href"));
        Assert.Equal([run], page.Document.QuerySelectorAll("input[name=loop]").Select(i => i.GetAttribute("value")));
        _site.Time.Advance(TimeSpan.FromMinutes(7));
        Assert.Contains("handed in", (await surfer.OpenAsync("/loop")).Words, StringComparison.Ordinal);
        await StartAsync(surfer, run, "round-words");
        Assert.Equal(2, (await Attempts.RoundsAsync(learner, Gone)).Length);
    }

    [Fact]
    public async Task When_all_rounds_are_over_the_report_says_what_passed_and_what_to_read_and_a_new_loop_can_begin()
    {
        var (surfer, learner) = await _site.GuestAsync(0);
        var run = Guid.CreateVersion7();
        await EndAsync(learner, await StartAsync(surfer, run.ToString(), "round-quick"), 1);
        var page = await surfer.OpenAsync("/loop");
        Assert.Contains("✓ passed", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#report"));
        await EndAsync(learner, await StartAsync(surfer, run.ToString(), "round-words"), 0.5);
        page = await surfer.OpenAsync("/loop");
        Assert.Contains("1 of 2 rounds passed", page.Words, StringComparison.Ordinal);
        Assert.Contains("✕ not passed", page.Words, StringComparison.Ordinal);
        Assert.Equal([("The basics", "0.8", "5")], page.Document.QuerySelectorAll(".bars tbody tr").Select(r => (r.QuerySelector("th")!.TextContent, r.QuerySelector("meter")!.GetAttribute("value")!, r.QuerySelector(".right")!.TextContent)));
        Assert.Equal("/lessons/queues", page.Document.QuerySelector(".near a")!.GetAttribute("href"));
        var fresh = await surfer.OpenAsync("/loop?new=1");
        Assert.Equal(2, fresh.Document.QuerySelectorAll("form[action='/loop/start']").Length);
        Assert.NotEqual(run.ToString(), fresh.Document.QuerySelector("input[name=loop]")!.GetAttribute("value"));
        Assert.Equal($"/loop?loop={run}", fresh.Document.QuerySelector(".table a")!.GetAttribute("href"));
        _site.Time.Advance(TimeSpan.FromHours(1));
        await StartAsync(surfer, Guid.CreateVersion7().ToString(), "round-words");
        Assert.Null((await surfer.OpenAsync("/loop")).Document.QuerySelector("#report"));
        Assert.NotNull((await surfer.OpenAsync($"/loop?loop={run}")).Document.QuerySelector("#report"));
    }

    [Fact]
    public async Task A_result_says_the_pass_mark_and_leads_back_and_its_retry_is_no_round()
    {
        var (surfer, learner) = await _site.GuestAsync(0);
        var run = Guid.CreateVersion7();
        var id = await StartAsync(surfer, run.ToString(), "round-words");
        await EndAsync(learner, id, 0.5);
        var page = await surfer.OpenAsync($"/quiz/{id}/result");
        Assert.Contains("Not passed the mark is 70 %", page.Words, StringComparison.Ordinal);
        Assert.Equal($"/loop?loop={run}", page.Document.QuerySelector(".actions a.main")!.GetAttribute("href"));
        Assert.Equal("/loop", page.Document.QuerySelector(".crumbs a")!.GetAttribute("href"));
        var (retry, _) = await _site.Services.GetRequiredService<QuizStarter>().RetryAsync(learner, id, Gone);
        var spec = (await Attempts.FindAsync(learner, retry!.Value, Gone))!.Spec;
        Assert.Equal((QuizKind.Retry, null), (spec.Kind, spec.Round));
        Assert.Single(await Attempts.RoundsAsync(learner, Gone));
    }

    [Fact]
    public async Task The_loop_of_another_shows_nothing_and_begins_one_of_ones_own()
    {
        var (surfer, learner) = await _site.GuestAsync(0);
        var run = Guid.CreateVersion7();
        var first = await StartAsync(surfer, run.ToString(), "round-quick");
        await EndAsync(learner, first, 1);
        var (other, stranger) = await _site.GuestAsync(0);
        var page = await other.OpenAsync($"/loop?loop={run}");
        Assert.DoesNotContain(first.ToString(), page.Html, StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll("form[action='/loop/start']").Length);
        var theirs = await StartAsync(other, run.ToString(), "round-quick");
        Assert.NotEqual(first, theirs);
        Assert.Equal([theirs], (await Attempts.RoundsAsync(stranger, Gone)).Select(r => r.Id));
        Assert.Equal([first], (await Attempts.RoundsAsync(learner, Gone)).Select(r => r.Id));
    }

    [Theory]
    [InlineData("", "round-quick")]
    [InlineData("00000000-0000-0000-0000-000000000000", "round-quick")]
    [InlineData("not-a-loop", "round-quick")]
    [InlineData("0193a1b2-0000-7000-8000-000000000001", "")]
    [InlineData("0193a1b2-0000-7000-8000-000000000001", "<script>")]
    [InlineData("0193a1b2-0000-7000-8000-000000000001", "Round-quick")]
    public async Task What_is_no_round_is_said_and_makes_no_learner(string run, string round)
    {
        var surfer = _site.Surf();
        var sent = await surfer.PostAsync("/loop/start", [new("loop", run), new("round", round)]);
        Assert.StartsWith("/loop?problem=", sent.Location, StringComparison.Ordinal);
        Assert.Equal("There is no such round in the course.", (await surfer.OpenAsync(sent.Location!)).Document.QuerySelector("[role=alert]")!.TextContent.TrimStart('!', ' '));
        Assert.Empty(await _site.LearnersAsync());
    }

    [Fact]
    public async Task What_is_no_form_is_said()
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await _site.Surf().Client.PostAsync(new Uri("/loop/start", UriKind.Relative), body, Gone);
        Assert.StartsWith("/loop?problem=", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_course_the_builder_and_the_last_lesson_lead_to_it()
    {
        var surfer = _site.Surf();
        Assert.Equal("/loop", (await surfer.OpenAsync("/course")).Document.QuerySelector("#mock-loop a")!.GetAttribute("href"));
        Assert.NotNull((await surfer.OpenAsync("/quiz")).Document.QuerySelector("main a[href='/loop']"));
        foreach (var last in new[] { "/lessons/trees", "/modules/further" }) Assert.Equal("/loop", (await surfer.OpenAsync(last)).Document.QuerySelector(".turn .next")!.GetAttribute("href"));
        Assert.Equal("/modules/further", (await surfer.OpenAsync("/modules/basics")).Document.QuerySelector(".turn .next")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_owner_of_an_instance_for_one_has_it_too()
    {
        await using var site = AccountSite.WithoutMail(("Learners:Mode", "Single")).WithLoop();
        var surfer = site.Surf("http");
        var id = await StartAsync(surfer, Guid.CreateVersion7().ToString(), "round-quick");
        Assert.Contains($"/quiz/{id}", (await surfer.OpenAsync("/loop")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_without_a_loop_has_no_such_page_and_no_link_to_it()
    {
        await using var site = AccountSite.WithoutMail();
        var surfer = site.Surf();
        Assert.Equal(HttpStatusCode.NotFound, (await surfer.OpenAsync("/loop")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await surfer.PostAsync("/loop/start", [new("loop", Guid.CreateVersion7().ToString()), new("round", "round-quick")])).Status);
        foreach (var page in new[] { "/", "/course", "/quiz", "/plan", "/today", "/lessons/trees", "/modules/further" })
            Assert.DoesNotContain("/loop", (await surfer.OpenAsync(page)).Html, StringComparison.Ordinal);
        Assert.Empty(await site.LearnersAsync());
    }

    private static async Task<Guid> StartAsync(Surfer surfer, string run, string round)
    {
        var sent = await surfer.PostAsync("/loop/start", [new("loop", run), new("round", round)]);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        return Guid.Parse(sent.Location!["/quiz/".Length..]);
    }

    /// <summary>Ends a sitting with the same score everywhere.</summary>
    private async Task EndAsync(Guid learner, Guid id, double score)
    {
        var attempt = (await Attempts.FindAsync(learner, id, Gone))!;
        var now = _site.Time.GetUtcNow().UtcDateTime;
        Assert.True(await Attempts.EndAsync(learner, id,
        [
            .. attempt.Steps.Select(s => new Answer
            {
                Id = Guid.CreateVersion7(),
                Learner = learner,
                Step = s.Id,
                Attempt = id,
                Question = s.Question.Id,
                Version = s.Question.Version,
                Seed = s.Seed,
                Response = new UnknownResponse(),
                Score = score,
                Mode = AnswerMode.Quiz,
                Time = now,
            }),
        ], false, now, Gone));
    }
}
