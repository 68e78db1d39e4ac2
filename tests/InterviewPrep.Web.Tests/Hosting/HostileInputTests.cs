using System.Text;
using InterviewPrep.Content.Serving;
using InterviewPrep.Data.Learners;
using InterviewPrep.Testing.Hostile;
using InterviewPrep.Web.Features.Theme;
using InterviewPrep.Web.Tests.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>Each attack by itself in everything that can be sent; what a browser makes of them is <c>HostileContentTests</c>.</summary>
public sealed class HostileInputTests(HostileInputTests.Site fixture) : IClassFixture<HostileInputTests.Site>
{
    private const string Here = "https://here.example";

    private AccountSite App => fixture.App;

    [Theory]
    [InlineData("/search?q=")]
    [InlineData("/quiz?problem=")]
    [InlineData("/plan?problem=")]
    [InlineData("/account/sign-in?return=")]
    [InlineData("/weak-areas?x=")]
    [InlineData("/lessons/")]
    public async Task Nothing_in_an_address_becomes_alive(string address)
    {
        var (surfer, _) = await App.GuestAsync(0);
        var attacks = Attacks.All.Where(a => address[^1] == '=' || !a.Contains('\0', StringComparison.Ordinal)); // No path has that character: the server refuses it before us.
        foreach (var attack in attacks) Alive.AssertNone(await surfer.OpenAsync(address + Uri.EscapeDataString(attack)), attack);
    }

    [Fact]
    public async Task What_was_wrong_is_shown_as_it_was_sent()
    {
        var (surfer, _) = await App.GuestAsync(0);
        foreach (var attack in Attacks.OnOneLine)
            Assert.EndsWith(attack, (await surfer.OpenAsync("/quiz?problem=" + Uri.EscapeDataString(attack))).Document.QuerySelector("main [role=alert]")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_to_return_to_leads_to_another_site()
    {
        var surfer = App.Surf();
        foreach (var attack in Attacks.All.Concat(Attacks.Of("Addresses").Select(a => "/" + a)))
        {
            Assert.Equal("here.example", new Uri(new Uri(Here), LocalPath.OrHome(attack)).Host);
            var page = await surfer.PostAsync("/theme", [new("theme", "dark"), new("return", attack)]);
            if (page.Location is { } location) Assert.Equal(new Uri(Here).Host, new Uri(new Uri(Here), location).Host);
        }
    }

    [Fact]
    public async Task Nothing_in_a_name_becomes_alive()
    {
        var (surfer, learner) = await App.GuestAsync(1);
        var learners = App.Services.GetRequiredService<LearnerStore>();
        foreach (var name in Attacks.Typed.Where(a => a.Length <= LearnerSettings.MaxNameLength))
        {
            await learners.SaveSettingsAsync(learner, new LearnerSettings { DisplayName = name }, App.Time.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken);
            Alive.AssertNone(await surfer.OpenAsync("/"), name);
            var settings = await surfer.OpenAsync("/settings");
            Alive.AssertNone(settings, name);
            Assert.Equal(name.ReplaceLineEndings(""), settings.Document.QuerySelector("[name='Form.DisplayName']")!.GetAttribute("value")!.ReplaceLineEndings(""));
        }
    }

    [Theory]
    [InlineData("q-cloze", "blank-0")]
    [InlineData("q-number", "text")]
    [InlineData("q-text", "text")]
    [InlineData("q-open", "text")]
    public async Task Nothing_in_an_answer_becomes_alive(string question, string field)
    {
        var (surfer, _) = await App.GuestAsync(0);
        var page = await surfer.OpenAsync($"/checks/{question}");
        var kept = 0;
        foreach (var attack in Attacks.Typed)
        {
            var answered = await surfer.SendAsync($"/checks/{question}", page, "answer", ("do", "submit"), ("certainty", "1"), (field, attack));
            Alive.AssertNone(answered, attack);
            if (answered.Document.QuerySelector("[data-outcome], .model") is null) continue;
            kept++;
            page = await surfer.OpenAsync($"/checks/{question}");
        }

        Assert.True(kept > 0 || question == "q-number");
    }

    [Fact]
    public async Task Nothing_in_an_imported_file_becomes_alive()
    {
        var (surfer, learner) = await App.GuestAsync(0);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(HostileLearnerFile.Of(App.Services.GetRequiredService<CourseCatalog>().Current.Course)));
        await App.Services.GetRequiredService<LearnerImport>().ReadAsync(file, learner, i => Assert.Equal(HostileLearnerFile.Titles.Count, i.Attempts), TestContext.Current.CancellationToken);
        string[] pages = ["/", "/today", "/review", "/progress", "/settings", "/account", "/plan", "/statistics", "/weak-areas", "/checks/q-open", $"/quiz/{HostileLearnerFile.Open}", $"/quiz/{HostileLearnerFile.Ended}/result"];
        foreach (var page in pages.Concat(Enumerable.Range(0, 1 + HostileLearnerFile.Titles.Count / 20).Select(p => $"/quiz?page={p}"))) Alive.AssertNone(await surfer.OpenAsync(page), page);
        Assert.Equal(HostileLearnerFile.Everything, (await surfer.OpenAsync($"/quiz/{HostileLearnerFile.Ended}/result")).Document.QuerySelector("blockquote.words")!.TextContent);
        Assert.Contains(HostileLearnerFile.Titles[^1].ReplaceLineEndings(" "), (await surfer.OpenAsync($"/quiz?page={(HostileLearnerFile.Titles.Count) / 20}")).Document.Body!.TextContent.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p onclick=x>y</p>")]
    [InlineData("<a href=javascript:x>y</a>")]
    [InlineData("<a href=//attack.example>y</a>")]
    [InlineData("<script>x</script>")]
    [InlineData("<iframe></iframe>")]
    [InlineData("<p style=color:red>y</p>")]
    public void What_is_tried_would_be_found(string html) =>
        Assert.ThrowsAny<Exception>(() => Alive.AssertNone(new Page(System.Net.HttpStatusCode.OK, null, [], null, html), html));

    /// <summary>One application for all of them, with guests of their own.</summary>
    public sealed class Site : IAsyncLifetime
    {
        public AccountSite App { get; } = AccountSite.WithoutMail();

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
