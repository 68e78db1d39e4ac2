using System.Net;
using System.Text;
using InterviewPrep.Content.Serving;
using InterviewPrep.Data.Answers;
using InterviewPrep.Web.Tests.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>Whatever is sent gets a clear message or a clean refusal, never a failure of the server.</summary>
public sealed class BadInputTests(BadInputTests.Site fixture) : IClassFixture<BadInputTests.Site>
{
    private static readonly string Long = new('x', 1_000_000);

    private static readonly string[] Strange = ["-1", "0", "99999999999999999999", "1e309", "NaN", "", " ", "\0", "\ud800", "%00", "../../etc/passwd", "'; drop table Answers; --", "00000000-0000-0000-0000-000000000000", "é\u202e", "{}", "[]"];

    private static readonly string[] CourseIds = ["queues", "q-open"];
    private static readonly string[] Nothing = [""];

    private static string[] Queries =>
    [
        "", "?" + string.Join('&', Names.Select(n => $"{n}=-1")), "?" + string.Join('&', Names.Select(n => $"{n}=99999999999999999999")),
        "?page=%00&q=%ff&problem=%00&length=&module=&return=//attack.example",
    ];

    private AccountSite App => fixture.App;

    [Fact]
    public async Task No_address_fails_over_what_it_is_asked_for()
    {
        var (surfer, _) = await App.GuestAsync(0);
        foreach (var endpoint in Endpoints.Of(App).Where(e => e.Pattern is not "/error"))
        {
            foreach (var address in endpoint.HasPlace ? [.. Strange.Where(s => s is not ("" or "\0" or "\ud800")).Select(endpoint.At), endpoint.At(new string('x', 4_000))] : Queries.Select(q => endpoint.Pattern + q))
            {
                using var response = await surfer.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True((int)response.StatusCode < 500, $"{address[..Math.Min(80, address.Length)]}: {response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task No_form_fails_over_what_it_is_sent()
    {
        var (surfer, _) = await App.GuestAsync(0);
        foreach (var endpoint in Endpoints.Of(App).Where(e => e.Posts && e.Pattern is not "/error"))
        {
            foreach (var place in endpoint.HasPlace ? CourseIds : Nothing)
            {
                foreach (var value in Strange.Append(Long))
                {
                    var page = await surfer.PostAsync(endpoint.At(place), value == Long ? new KeyValuePair<string, string>[] { new("text", value), new("module", value), new("_handler", value) } : Names.Select(n => KeyValuePair.Create(n, value)));
                    Assert.True((int)page.Status < 500, $"{endpoint.Pattern} {place} {value[..Math.Min(20, value.Length)]}: {page.Status}");
                }
            }
        }
    }

    [Theory]
    [InlineData("length", "-1", "The number of questions is 1 to ")]
    [InlineData("length", "0", "The number of questions is 1 to ")]
    [InlineData("length", "ten", "The number of questions is 1 to ")]
    [InlineData("length", "1e1", "The number of questions is 1 to ")]
    [InlineData("length", "99999999999999999999", "The number of questions is 1 to ")]
    [InlineData("minutes", "-5", "The time limit is 1 to ")]
    [InlineData("minutes", "soon", "The time limit is 1 to ")]
    [InlineData("after", "2", "Choose when to see the feedback.")]
    [InlineData("module", "nowhere", "There is no module “nowhere” in the course any more.")]
    [InlineData("lesson", "nowhere", "There is no lesson “nowhere” in the course any more.")]
    [InlineData("concept", "no.where", "There is no concept “no.where” in the course any more.")]
    [InlineData("deck", "nowhere", "There is no deck “nowhere” in the course any more.")]
    [InlineData("module", "LONG", "There is no module “xxx")]
    public async Task A_quiz_that_cannot_be_says_why_and_starts_nothing(string name, string value, string words)
    {
        if (value == "LONG") value = Long;
        var surfer = App.Surf();
        var before = await App.LearnersAsync();
        var sent = await surfer.PostAsync("/quiz/start", [new(name, value)]);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.InRange(sent.Location!.Length, 1, 1_000);
        Assert.Contains(words, (await surfer.OpenAsync(sent.Location)).Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await App.LearnersAsync());
        if (value.Length > 100) return; // An address of this length does not reach the application.
        var counted = await surfer.OpenAsync($"/quiz/count?{name}={Uri.EscapeDataString(value)}");
        using var json = System.Text.Json.JsonDocument.Parse(counted.Html);
        Assert.Equal(0, json.RootElement.GetProperty("count").GetInt32());
        Assert.Contains(words, json.RootElement.GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiz_that_cannot_be_keeps_what_was_chosen()
    {
        var sent = await App.Surf().PostAsync("/quiz/start", [
            new("module", "basics"), new("concept", "stack.order"), new("pool", "bookmarked"), new("after", "1"), new("length", "7"), new("minutes", "9"), new("level", "4"), new("type", "open"), new("hide", "on"),
        ]);
        var page = (await App.Surf().OpenAsync(sent.Location!)).Document;
        Assert.StartsWith("! No question", page.QuerySelector("[role=alert]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(["basics", "stack.order", "bookmarked", "1", "4", "open", "on"], page.QuerySelectorAll("#builder [checked]").Select(f => f.GetAttribute("value") ?? "on"));
        Assert.Equal(["7", "9"], page.QuerySelectorAll("#builder [type=number]").Select(f => f.GetAttribute("value")));
        Assert.DoesNotContain("checked", page.QuerySelector("#builder [name=certainty]")!.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("minutes", "-1", "Minutes a day are 1 to 480.")]
    [InlineData("minutes", "0", "Minutes a day are 1 to 480.")]
    [InlineData("minutes", "481", "Minutes a day are 1 to 480.")]
    [InlineData("minutes", "a lot", "Minutes a day are 1 to 480.")]
    [InlineData("minutes", "LONG", "Minutes a day are 1 to 480.")]
    [InlineData("day", "tomorrow", "Write the day as year-month-day")]
    [InlineData("day", "2027-02-30", "Write the day as year-month-day")]
    [InlineData("day", "0001-01-01", "The day of the interview lies within a year from today.")]
    [InlineData("day", "9999-12-31", "The day of the interview lies within a year from today.")]
    [InlineData("day", "LONG", "Write the day as year-month-day")]
    public async Task A_plan_that_cannot_be_says_why_and_changes_nothing(string name, string value, string words)
    {
        if (value == "LONG") value = Long;
        var (surfer, _) = await App.GuestAsync(0);
        var sent = await surfer.PostAsync("/plan/settings", name == "minutes" ? [new("minutes", value)] : [new("minutes", "20"), new("day", value)]);
        Assert.Contains(words, (await surfer.OpenAsync(sent.Location!)).Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("value=\"15\"", (await surfer.OpenAsync("/settings")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("queues", "", 400)]
    [InlineData("queues", "null", 400)]
    [InlineData("queues", "[]", 400)]
    [InlineData("queues", "{\"sections\":\"order\"}", 400)]
    [InlineData("queues", "{\"sections\":[\"nowhere\"],\"read\":true}", 400)]
    [InlineData("queues", "{\"sections\":[null],\"read\":true}", 400)]
    [InlineData("queues", "{\"sections\":[\"order\"],\"read\":\"LONG\"}", 400)]
    [InlineData("queues", "{\"sections\":[\"LONG\"],\"read\":true}", 400)]
    [InlineData("queues", "{\"place\":\"nowhere\"}", 400)]
    [InlineData("queues", "{\"place\":-1}", 400)]
    [InlineData("queues", "{\"sections\":[-1]}", 400)]
    [InlineData("queues", "{\"sections\":MANY}", 400)]
    [InlineData("nowhere", "{\"sections\":[\"order\"],\"read\":true}", 404)]
    [InlineData("queues", "{}", 204)]
    public async Task A_report_of_reading_that_cannot_be_is_refused(string lesson, string text, int status)
    {
        var (surfer, learner) = await App.GuestAsync(0);
        var before = await ReadAsync(learner);
        text = text.Replace("LONG", Long, StringComparison.Ordinal).Replace("MANY", "[" + string.Join(',', Enumerable.Repeat("\"order\"", 201)) + "]", StringComparison.Ordinal);
        using var body = new StringContent(text, Encoding.UTF8, "application/json");
        using var response = await surfer.Client.PostAsync(new Uri($"/progress/lessons/{lesson}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(before, await ReadAsync(learner));

        async Task<int> ReadAsync(Guid id) => (await App.Services.GetRequiredService<Data.Reading.ReadingStore>().ReadAsync(id, TestContext.Current.CancellationToken)).Length;
    }

    [Theory]
    [InlineData("q-number", "text", "many", null)]
    [InlineData("q-number", "text", "16 parsecs", null)]
    [InlineData("q-number", "text", "LONG", null)]
    [InlineData("q-number", "text", "", null)]
    [InlineData("q-text", "text", "LONG", null)]
    [InlineData("q-cloze", "blank-0", "LONG", null)]
    [InlineData("q-open", "text", "LONG", null)]
    [InlineData("q-single", "option", "-1", null)]
    [InlineData("q-single", "option", "99", null)]
    [InlineData("q-single", "option", "right-zzsecret", null)]
    [InlineData("q-single", "ticket", "forged", "The question has changed since this page was loaded.")]
    [InlineData("q-single", "ticket", "LONG", "The question has changed since this page was loaded.")]
    [InlineData("q-single", "ticket", "", "The question has changed since this page was loaded.")]
    public async Task An_answer_that_cannot_be_is_answered_in_words_and_not_kept(string question, string name, string value, string? words)
    {
        if (value == "LONG") value = Long;
        var (surfer, learner) = await App.GuestAsync(0);
        var fields = await CheckAsync(surfer, question, (name, value));
        var page = await surfer.PostAsync($"/checks/{question}", fields);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("[data-outcome]"));
        var said = page.Document.QuerySelector(".problem")!.TextContent;
        Assert.InRange(said.Trim().Length, 10, 400);
        if (words is not null) Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.Empty(await App.Services.GetRequiredService<AnswerStore>().OfLearnerAsync(learner, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_ticket_of_another_question_is_a_stale_form()
    {
        var (surfer, learner) = await App.GuestAsync(0);
        var fields = await CheckAsync(surfer, "q-single", ("option", "0"));
        var page = await surfer.PostAsync("/checks/q-multi", fields);
        Assert.Contains("The question has changed since this page was loaded.", page.Document.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await App.Services.GetRequiredService<AnswerStore>().OfLearnerAsync(learner, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.BadRequest, (await surfer.PostAsync("/checks/nowhere", fields)).Status);
    }

    [Fact]
    public async Task Numbers_beyond_all_places_are_no_failure_of_any_question()
    {
        var (surfer, _) = await App.GuestAsync(0);
        foreach (var question in App.Services.GetRequiredService<CourseCatalog>().Current.Course.Questions)
        {
            foreach (var number in Beyond)
            {
                var fields = await CheckAsync(surfer, question.Id, [.. Places.Select(p => (p, number))]);
                foreach (var act in Acts)
                {
                    var page = await surfer.PostAsync($"/checks/{question.Id}", fields.Where(f => f.Key != "do").Append(new("do", act)));
                    Assert.Equal(HttpStatusCode.OK, page.Status);
                }
            }
        }
    }

    private static readonly string[] Beyond = ["-2147483648", "2147483647", "99999999999999999999"];
    private static readonly string[] Acts = ["submit", "hint", "unknown", "nonsense"];
    private static readonly string[] Places = ["option", "place-0", "place-1", "place-3", "target-0", "target-1", "blank-0", "keypoint", "redflag", "certainty", "hints"];

    private static readonly string[] Names =
    [
        "length", "minutes", "after", "level", "type", "pool", "module", "lesson", "concept", "deck", "kind", "day", "round", "known", "attempt", "ticket", "text", "certainty", "page", "q", "theme", "return", "returnUrl",
        "problem", "done", "Form.DisplayName", "Form.TimeZone", "Form.DailyMinutes", "Form.Email", "Form.Password", "_handler", "do", "confirm", "user", "token", "code",
    ];

    /// <summary>The fields of a check as it stands, some of them changed.</summary>
    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> CheckAsync(Surfer surfer, string question, params (string Name, string Value)[] changed)
    {
        var page = await surfer.OpenAsync($"/checks/{question}");
        KeyValuePair<string, string>[] own =
        [
            new("_handler", "answer"), new("ticket", page.Document.QuerySelector("input[name=ticket]")!.GetAttribute("value")!), new("do", "submit"), new("certainty", "1"),
        ];
        return [.. own.Where(f => changed.All(c => c.Name != f.Key)), .. changed.Select(c => KeyValuePair.Create(c.Name, c.Value))];
    }

    /// <summary>One application for all of them, with guests of their own.</summary>
    public sealed class Site : IAsyncLifetime
    {
        public AccountSite App { get; } = AccountSite.WithoutMail();

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
