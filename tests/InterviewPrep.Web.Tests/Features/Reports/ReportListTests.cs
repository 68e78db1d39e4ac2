using Bunit;
using InterviewPrep.Data.Marks;
using InterviewPrep.Web.Features.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MudBlazor;

namespace InterviewPrep.Web.Tests.Features.Reports;

/// <summary>The list of reports: what waits comes first, and is dealt with by one press.</summary>
public sealed class ReportListTests : LearnerTest
{
    private const string Rows = "tbody .mud-table-row";

    public ReportListTests() => Environment.EnvironmentName = Environments.Development;

    [Fact]
    public void Without_reports_it_says_so()
    {
        var list = Show();
        list.WaitForAssertion(() => Assert.Contains("Nobody has reported a mistake.", list.Markup, StringComparison.Ordinal));
        Assert.Empty(list.FindAll("table, input"));
    }

    [Fact]
    public async Task What_waits_is_listed_the_latest_first_with_its_question()
    {
        await ReportAsync("q-single", "old news", minutes: 30);
        await ReportAsync("q-number", "<b>97</b> is wrong", minutes: 20, version: 2);
        await ReportAsync("gone", "where is it?", minutes: 10);
        await Database.Marks.ResolveAsync((await StoredAsync("old news")).Id, true, Now, Gone);
        var list = Show();
        list.WaitForElements(Rows, 2);
        Assert.Equal(["where is it?", "<b>97</b> is wrong"], list.FindAll(".words").Select(w => w.TextContent));
        Assert.Equal(["version 1, no longer in the course", "Queues & order, version 2, now 1"], list.FindAll($"{Rows} small").Select(s => s.TextContent));
        Assert.Equal("/checks/q-number", Assert.Single(list.FindAll($"{Rows} a")).GetAttribute("href"));
        Assert.Equal("2026-11-26T11:50:00.0000000Z", list.Find("time").GetAttribute("datetime"));
    }

    [Fact]
    public async Task A_report_is_resolved_and_opened_again()
    {
        await ReportAsync("q-single", "a slip");
        var list = Show();
        list.WaitForElement($"{Rows} button").Click();
        list.WaitForAssertion(() => Assert.Contains("Every report is resolved.", list.Markup, StringComparison.Ordinal));
        Assert.Equal(Now, (await StoredAsync("a slip")).Resolved);
        Assert.Contains("The report on q-single is resolved.", Said());
        list.Find("input[type=checkbox]").Change(true);
        list.WaitForElement($"{Rows} button").Click();
        list.WaitForAssertion(() => Assert.Contains("The report on q-single is open again.", Said()));
        Assert.Null((await StoredAsync("a slip")).Resolved);
    }

    [Theory]
    [InlineData("SLIP", "a slip")]
    [InlineData("q-number", "97 is wrong")]
    [InlineData("queues", "a slip", "97 is wrong")]
    [InlineData("zzz")]
    public async Task It_is_filtered_by_words_question_and_lesson(string text, params string[] found)
    {
        await ReportAsync("q-number", "97 is wrong", minutes: 2);
        await ReportAsync("q-single", "a slip", minutes: 1);
        var list = Show();
        list.WaitForElements(Rows, 2);
        list.Find("input[type=text]").Input(text);
        Time.Advance(TimeSpan.FromSeconds(1)); // It waits for the end of typing.
        list.WaitForAssertion(() => Assert.Equal(found, list.FindAll(".words").Select(w => w.TextContent)));
        if (found.Length == 0) Assert.Contains("No report matches.", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_paged_and_sorted()
    {
        for (var i = 1; i <= 12; i++) await ReportAsync("q-single", $"number {i:00}", minutes: i);
        var list = Show();
        list.WaitForElements(Rows, 10);
        Assert.Equal("number 01", list.Find(".words").TextContent);
        list.Find("button[aria-label='Next page']").Click();
        list.WaitForElements(Rows, 2);
        Assert.Equal("number 12", list.FindAll(".words")[^1].TextContent);
        list.FindAll("th .sortable-column-header")[0].Click(); // By time, the oldest first.
        list.WaitForAssertion(() => Assert.DoesNotContain("number 12", list.FindAll(".words").Select(w => w.TextContent)));
        list.Find("button[aria-label='First page']").Click();
        list.WaitForAssertion(() => Assert.Equal("number 12", list.Find(".words").TextContent));
    }

    [Fact]
    public async Task Whoever_may_not_see_it_any_more_changes_nothing()
    {
        await ReportAsync("q-single", "a slip");
        var list = Show();
        list.WaitForElement($"{Rows} button");
        Environment.EnvironmentName = Environments.Production;
        list.Find($"{Rows} button").Click();
        list.WaitForAssertion(() => Assert.Equal("! You may not see this list any more.", list.Find("[role=alert]").TextContent));
        Assert.Empty(list.FindAll(".words"));
        Assert.Null((await StoredAsync("a slip")).Resolved);
    }

    [Fact]
    public async Task Whoever_may_not_see_it_gets_nothing()
    {
        Environment.EnvironmentName = Environments.Production;
        await ReportAsync("q-single", "a slip");
        var list = Show();
        list.WaitForElement("[role=alert]");
        Assert.DoesNotContain("a slip", list.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<ReportList> Show() => Render<ReportList>();

    private IEnumerable<string> Said() => Services.GetRequiredService<ISnackbar>().ShownSnackbars.Select(s => s.Message ?? "");

    private Task ReportAsync(string question, string text, int minutes = 1, int version = 1) => Database.Marks.ReportAsync(Learner, question, version, text, Now.AddMinutes(-minutes), Gone);

    private async Task<MistakeReport> StoredAsync(string text) => (await Database.Marks.ReportsAsync(100, Gone)).Single(r => r.Text == text);
}
