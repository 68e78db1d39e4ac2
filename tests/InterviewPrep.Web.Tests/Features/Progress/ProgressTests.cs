using Bunit;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Progress;

namespace InterviewPrep.Web.Tests.Features.Progress;

/// <summary>What was read, answered and got right, by the learner's own days.</summary>
public sealed class ProgressTests : LearnerTest
{
    [Fact]
    public void Without_anything_it_says_how_to_begin() => Assert.Equal("Nothing here yet.", Render<ProgressPage>().Find("h1").TextContent);

    [Theory]
    [InlineData("UTC", "25 Nov 2026")]
    [InlineData("Asia/Tokyo", "26 Nov 2026")]
    [InlineData("America/Los_Angeles", "25 Nov 2026")]
    public async Task A_day_is_one_of_the_learners_time_zone(string zone, string day)
    {
        await Database.Learners.SaveSettingsAsync(Learner, new LearnerSettings { TimeZone = zone }, Now, Gone);
        await AnsweredAsync("q-single", 1, ago: TimeSpan.FromHours(12.5)); // At 23:30 UTC.
        var page = Render<ProgressPage>();
        Assert.Equal([[day, "1", "1"]], page.FindAll(".calendar tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent).ToArray()));
        Assert.Equal($"{day}: 1 answer", Assert.Single(page.FindAll("rect.shade-1")).TextContent);
    }

    [Fact]
    public async Task The_calendar_ends_today()
    {
        await AnsweredAsync("q-single", 1);
        var page = Render<ProgressPage>();
        Assert.Equal((ProgressView.Weeks * 7) - 3, page.FindAll(".calendar rect").Count); // A Thursday.
        Assert.Equal("26 Nov 2026: 0 answers", page.FindAll(".calendar rect")[^1].TextContent);
        Assert.Equal("1 answer, 100 % of them right.", page.Find(".lede").TextContent);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    [InlineData(15, 3)]
    [InlineData(40, 4)]
    public async Task A_day_is_the_darker_the_more_was_answered(int answers, int shade)
    {
        for (var i = 0; i < answers; i++) await AnsweredAsync("q-single", 1, ago: TimeSpan.FromMinutes(i));
        var view = ProgressView.Of(await ModelAsync(), ReadingProgress.Of(Catalog.Current.Course, []), Now);
        Assert.Equal(shade, view.Shade(new DateOnly(2026, 11, 26)));
        Assert.Equal(0, view.Shade(new DateOnly(2026, 11, 20)));
    }

    [Fact]
    public async Task Modules_say_how_much_is_read_and_marks_of_what_is_gone_count_for_nothing()
    {
        await Database.Reading.MarkAsync(Learner, "trees", ["leaves", "roots"], true, Now, Gone);
        await Database.Reading.MarkAsync(Learner, "queues", ["order"], true, Now, Gone);
        await Database.Reading.MarkAsync(Learner, "nowhere", ["order"], true, Now, Gone);
        var page = Render<ProgressPage>();
        Assert.Equal("1 lesson read, 2 to go.", page.Find("h1").TextContent);
        Assert.Equal(["0 of 2", "1 of 1"], page.FindAll("table.bars tbody tr").Select(r => r.QuerySelectorAll("td")[0].ChildNodes[^1].TextContent.Trim()));
        Assert.Equal("1", page.FindAll("meter")[1].GetAttribute("value"));
    }

    [Fact]
    public async Task Bookmarks_and_notes_are_found_again_and_nobody_elses()
    {
        await Database.Marks.BookmarkAsync(Learner, "q-number", true, Now, Gone);
        await Database.Marks.NoteAsync(Learner, "q-text", "<b>first</b> in", Now, Gone);
        await Database.Marks.NoteAsync(Guid.CreateVersion7(), "q-text", "not mine", Now, Gone);
        var page = Render<ProgressPage>();
        Assert.Equal("/checks/q-number", page.Find("#bookmarks ~ ul a").GetAttribute("href"));
        Assert.Equal("<b>first</b> in", Assert.Single(page.FindAll("blockquote")).TextContent);
    }
}
