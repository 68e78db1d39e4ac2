using Bunit;
using InterviewPrep.Core.Answers;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Statistics;

namespace InterviewPrep.Web.Tests.Features.Statistics;

/// <summary>The numbers, each of which can be read in a table.</summary>
public sealed class StatisticsTests : LearnerTest
{
    [Fact]
    public void Without_answers_there_are_no_numbers() => Assert.Equal("No numbers yet.", Render<StatisticsPage>().Find("h1").TextContent);

    [Fact]
    public async Task The_tables_add_up_what_was_answered()
    {
        await AnsweredAsync("q-single", 1, ago: TimeSpan.FromDays(7), seconds: 60);
        await AnsweredAsync("q-multi", 0.5, ago: TimeSpan.FromDays(1), seconds: 60);
        await AnsweredAsync("q-single", 0, Certainty.Certain, TimeSpan.FromDays(1) - TimeSpan.FromMinutes(5), seconds: 120);
        await AnsweredAsync("q-number", 1, ago: TimeSpan.Zero, seconds: 3600); // Counts for ten minutes at most.
        var page = Render<StatisticsPage>();
        Assert.Equal("4 answers, 50 % right.", page.Find("h1").TextContent);
        Assert.Equal("14 min of answering on 3 days. All answers", page.Find(".lede").TextContent);
        Assert.Equal([["The basics", "50 %", "4", "14 min"]], Rows(page, "Module"));
        Assert.Equal([["Recall", "50 %", "2", "3 min"], ["Explain", "0 %", "1", "1 min"], ["Compute or apply", "100 %", "1", "10 min"]], Rows(page, "Level"));
        Assert.Equal([["One answer", "50 %", "2", "3 min"], ["Several answers", "0 %", "1", "1 min"], ["A number", "100 %", "1", "10 min"]], Rows(page, "Type"));
        Assert.Equal([["16 Nov", "100 %", "1 answer"], ["23 Nov", "50 %", "3 answers"]], Bars(page, "Mean mark by week"));
        Assert.Contains("Certainty", page.FindAll("h2").Select(h => h.TextContent));
    }

    [Fact]
    public async Task Every_bar_has_its_number_in_the_table_behind_it()
    {
        foreach (var question in new[] { "q-single", "q-multi", "q-order" }) await AnsweredAsync(question, 0);
        await AnsweredAsync("q-text", 1, Certainty.Certain, seconds: 5);
        var page = Render<StatisticsPage>();
        Assert.All(page.FindAll("figure"), f => Assert.Equal(f.QuerySelectorAll("rect").Length, f.QuerySelectorAll("tr").Length));
        var memory = Bars(page, "Questions by the chance");
        Assert.Equal(10, memory.Count);
        Assert.Equal(4, memory.Sum(r => int.Parse(r[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
        var forecast = Bars(page, "Minutes of review");
        Assert.Equal(("26 Nov", "9 Dec"), (forecast[0][0], forecast[^1][0]));
        Assert.Equal("4.2 min", forecast[0][1]); // 22.5, 45 and 60 seconds, now and once more ten minutes later.
    }

    [Fact]
    public async Task True_retention_counts_due_reviews_only()
    {
        await AnsweredAsync("q-single", 1, Certainty.Certain, TimeSpan.FromDays(60), seconds: 5);
        Assert.Equal("– true retention shows with the first due review; desired is 90 %", Render<StatisticsPage>().Find(".big-score").TextContent);
        await AnsweredAsync("q-single", 1, Certainty.Certain, TimeSpan.FromDays(20), AnswerMode.Review, seconds: 30);
        await AnsweredAsync("q-single", 1, Certainty.Certain, TimeSpan.FromDays(19), AnswerMode.Cram, seconds: 30);
        var view = StatisticsView.Of(await ModelAsync(), new LearnerSettings(), new HashSet<string>(), Now);
        Assert.Equal((1, 1), (view.Retention.Reviews, view.Retention.Recalled));
        Assert.Contains("true retention of 1 due review; desired is 90 %", Render<StatisticsPage>().Find(".big-score").TextContent, StringComparison.Ordinal);
    }

    private static List<string[]> Rows(IRenderedComponent<StatisticsPage> page, string head) =>
        [.. page.FindAll("table.bars").Single(t => t.QuerySelector("th")!.TextContent == head).QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("th, td").Select(c => c.ChildNodes[^1].TextContent.Trim()).ToArray())];

    private static List<string[]> Bars(IRenderedComponent<StatisticsPage> page, string caption) =>
        [.. page.FindAll("figure").Single(f => f.QuerySelector("svg")!.GetAttribute("aria-label")!.StartsWith(caption, StringComparison.Ordinal)).QuerySelectorAll("tr").Select(r => r.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim()).ToArray())];
}
