using System.Globalization;
using System.Net;
using System.Text;
using InterviewPrep.Core.Memory;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Tests.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Features.Planning;

/// <summary>The plan over HTTP: what is kept of its form, what is refused, and what a calendar gets.</summary>
public sealed class PlanTests : IAsyncDisposable
{
    private readonly AccountSite _site = AccountSite.WithoutMail();

    // By day; what is otherwise at night has a test of its own.
    public PlanTests() => _site.Time.SetUtcNow(_site.Time.GetUtcNow().Date.AddDays(1).AddHours(12));

    private DateOnly Today => new StudyDay(TimeZoneInfo.Utc).Of(_site.Time.GetUtcNow().UtcDateTime);

    [Theory]
    [InlineData("15.01.2027", "30", "Write the day as year-month-day")]
    [InlineData("2027-02-30", "30", "Write the day as year-month-day")]
    [InlineData("<script>", "30", "Write the day as year-month-day")]
    [InlineData("0001-01-01", "30", "within a year from today")]
    [InlineData("9999-12-31", "30", "within a year from today")]
    [InlineData("", "0", "Minutes a day are 1 to 480.")]
    [InlineData("", "481", "Minutes a day are 1 to 480.")]
    [InlineData("", "-5", "Minutes a day are 1 to 480.")]
    [InlineData("", "1.5", "Minutes a day are 1 to 480.")]
    [InlineData("", "99999999999999999999", "Minutes a day are 1 to 480.")]
    [InlineData("", "", "Minutes a day are 1 to 480.")]
    public async Task What_cannot_be_planned_with_is_said_and_makes_no_learner(string day, string minutes, string problem)
    {
        var surfer = _site.Surf();
        var sent = await surfer.PostAsync("/plan/settings", [new("day", day), new("minutes", minutes)]);
        Assert.StartsWith("/plan?problem=", sent.Location, StringComparison.Ordinal);
        Assert.Empty(sent.Cookies);
        var page = await surfer.OpenAsync(sent.Location!);
        Assert.Contains(problem, page.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await _site.LearnersAsync());
    }

    [Fact]
    public async Task What_is_no_form_is_said()
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await _site.Surf().Client.PostAsync(new Uri("/plan/settings", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.StartsWith("/plan?problem=", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_makes_a_plan_of_every_day_to_the_interview()
    {
        var surfer = _site.Surf();
        var saved = await SaveAsync(surfer, Today.AddDays(10), "30", ("round", "basics"), ("round", "nowhere"), ("known", "queue.order"), ("known", "nowhere"), ("known", "queue.order"));
        Assert.Equal("/plan", saved.Location);
        var page = await surfer.OpenAsync("/plan");
        Assert.Equal("10 days to go, 5 h in all.", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains("with no answer of yours yet, a guess", page.Document.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(10, page.Document.QuerySelectorAll(".plan-day").Length);
        Assert.Equal(["basics", "queue.order"], page.Document.QuerySelectorAll("input[type=checkbox][checked]").Select(c => c.GetAttribute("value")));
        Assert.Equal("30", page.Document.QuerySelector("#plan-minutes")!.GetAttribute("value"));
        Assert.False(page.Document.QuerySelector("#plan-day")!.HasAttribute("required")); // Emptied, the plan is taken back.
        Assert.True((await _site.Surf().OpenAsync("/plan")).Document.QuerySelector("#plan-day")!.HasAttribute("required"));
        // The whole plan is about the round that was chosen, and ends with days of review alone.
        Assert.Equal(["/lessons/queues", "/lessons/stacks"], page.Document.QuerySelectorAll(".plan-day a").Select(a => a.GetAttribute("href")).Distinct());
        Assert.All(page.Document.QuerySelectorAll(".plan-day").TakeLast(2), d => Assert.Contains("Review only, 30 min.", d.TextContent, StringComparison.Ordinal));
        var settings = await _site.Services.GetRequiredService<LearnerStore>().SettingsAsync(Assert.Single(await _site.LearnersAsync()), TestContext.Current.CancellationToken);
        Assert.Equal((Today.AddDays(10), 30), (settings.InterviewDay, settings.DailyMinutes));
        Assert.Equal(["basics"], settings.Rounds);
        Assert.Equal(["queue.order"], settings.KnownConcepts);
    }

    [Fact]
    public async Task A_lesson_whose_concepts_are_all_known_is_left_out()
    {
        var surfer = _site.Surf();
        await SaveAsync(surfer, Today.AddDays(10), "60", ("known", "tree.leaves"));
        var page = await surfer.OpenAsync("/plan");
        Assert.Equal(["/lessons/queues", "/lessons/stacks"], page.Document.QuerySelectorAll(".plan-day a").Select(a => a.GetAttribute("href")).Distinct());
    }

    [Fact]
    public async Task What_does_not_fit_is_named()
    {
        var surfer = _site.Surf();
        await SaveAsync(surfer, Today.AddDays(2), "15");
        var page = await surfer.OpenAsync("/plan");
        Assert.Contains("What does not fit", page.Words, StringComparison.Ordinal);
        Assert.Contains("/lessons/stacks", page.Document.QuerySelectorAll(".near a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_date_can_be_taken_back_and_the_rest_of_the_settings_stays()
    {
        var surfer = _site.Surf();
        await surfer.SendAsync("/settings", "settings", ("Form.DisplayName", "Ada"));
        await SaveAsync(surfer, Today.AddDays(10), "30");
        await SaveAsync(surfer, null, "20");
        Assert.Equal("When is the interview?", (await surfer.OpenAsync("/plan")).Document.QuerySelector("h1")!.TextContent);
        var settings = await _site.Services.GetRequiredService<LearnerStore>().SettingsAsync(Assert.Single(await _site.LearnersAsync()), TestContext.Current.CancellationToken);
        Assert.Equal((null, 20, "Ada"), (settings.InterviewDay, settings.DailyMinutes, settings.DisplayName));
    }

    [Fact]
    public async Task A_problem_in_an_address_is_words_and_not_many()
    {
        var page = await _site.Surf().OpenAsync("/plan?problem=" + Uri.EscapeDataString("<b>" + new string('x', 2_000)));
        var alert = page.Document.QuerySelector("[role=alert]")!;
        Assert.Null(alert.QuerySelector("b"));
        Assert.InRange(alert.TextContent.Length, 300, 310);
    }

    [Fact]
    public async Task The_plan_downloads_as_a_calendar()
    {
        var surfer = _site.Surf();
        await SaveAsync(surfer, Today.AddDays(10), "30");
        using var response = await surfer.Client.GetAsync(new Uri("/plan.ics", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("interview-plan.ics", response.Content.Headers.ContentDisposition?.FileName);
        var lines = text.Split("\r\n");
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal(["END:VCALENDAR", ""], lines[^2..]);
        Assert.Equal(11, lines.Count(l => l == "BEGIN:VEVENT")); // Ten days and the interview.
        Assert.Contains($"DTSTART;VALUE=DATE:{Today.AddDays(10):yyyyMMdd}", lines);
        Assert.Contains(lines, l => l.Contains("Queues & order", StringComparison.Ordinal));
    }

    /// <summary>The day of study lasts until four in the morning; an event on the day before would lie in the past.</summary>
    [Fact]
    public async Task After_midnight_the_calendar_begins_with_the_new_day()
    {
        _site.Time.SetUtcNow(_site.Time.GetUtcNow().Date.AddDays(1).AddHours(2));
        var surfer = _site.Surf();
        await SaveAsync(surfer, Today.AddDays(3), "30");
        Assert.Equal(3, (await surfer.OpenAsync("/plan")).Document.QuerySelectorAll(".plan-day").Length);
        var lines = (await surfer.Client.GetStringAsync(new Uri("/plan.ics", UriKind.Relative), TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal([$"DTSTART:{Today.AddDays(1):yyyyMMdd}T190000", $"DTSTART:{Today.AddDays(2):yyyyMMdd}T190000"], lines.Where(l => l.StartsWith("DTSTART:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "T190000", "TRIGGER:-PT10M")]
    [InlineData("?at=07%3A30&remind=60", "T073000", "TRIGGER:-PT60M")]
    [InlineData("?at=07%3A30&remind=0", "T073000", "TRIGGER:-PT0M")]
    [InlineData("?at=&remind=none", "T190000", null)]
    public async Task The_calendar_begins_and_reminds_when_it_is_told_to(string query, string begins, string? reminds)
    {
        var surfer = _site.Surf();
        await SaveAsync(surfer, Today.AddDays(2), "30");
        var lines = (await surfer.Client.GetStringAsync(new Uri("/plan.ics" + query, UriKind.Relative), TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal(2, lines.Count(l => l.StartsWith("DTSTART:", StringComparison.Ordinal) && l.EndsWith(begins, StringComparison.Ordinal)));
        Assert.Equal(reminds is null ? [] : [reminds, reminds], lines.Where(l => l.StartsWith("TRIGGER", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("at=25%3A00")]
    [InlineData("at=seven")]
    [InlineData("remind=-1")]
    [InlineData("remind=1441")]
    [InlineData("remind=soon")]
    public async Task A_calendar_that_cannot_be_is_refused_in_words(string query)
    {
        var surfer = _site.Surf();
        await SaveAsync(surfer, Today.AddDays(2), "30");
        var page = await surfer.OpenAsync("/plan.ics?" + query);
        Assert.StartsWith("/plan?problem=", page.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_plan_there_is_no_calendar()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Surf().OpenAsync("/plan.ics")).Status);
        var surfer = _site.Surf();
        await SaveAsync(surfer, null, "30");
        Assert.Equal(HttpStatusCode.NotFound, (await surfer.OpenAsync("/plan.ics")).Status);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static Task<Page> SaveAsync(Surfer surfer, DateOnly? day, string minutes, params (string Name, string Value)[] fields) => surfer.PostAsync(
        "/plan/settings",
        [new("day", day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""), new("minutes", minutes), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
}
