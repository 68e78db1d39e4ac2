using Bunit;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Progress;
using InterviewPrep.Web.Features.Today;

namespace InterviewPrep.Web.Tests.Features.Today;

/// <summary>One page that says what to do now, and for how long.</summary>
public sealed class TodayTests : LearnerTest
{
    private Course Course => Catalog.Current.Course;

    [Fact]
    public void Without_anything_done_it_says_how_to_begin()
    {
        var page = Render<TodayPage>();
        Assert.Equal("Start anywhere; the rest follows.", page.Find("h1").TextContent);
        Assert.Equal("/quiz/diagnostic", page.Find("form").GetAttribute("action"));
        Assert.Equal("/lessons/queues", page.Find("a.btn").GetAttribute("href"));
    }

    [Fact]
    public async Task What_a_stranger_did_is_not_shown()
    {
        await AnsweredAsync("q-single", 0, learner: Guid.CreateVersion7());
        Assert.Equal("Start anywhere; the rest follows.", Render<TodayPage>().Find("h1").TextContent);
    }

    [Fact]
    public async Task What_is_due_is_told_in_whole_minutes_and_what_was_sure_and_wrong_first()
    {
        await AnsweredAsync("q-single", 0, Certainty.Certain); // 22.5 seconds
        await AnsweredAsync("q-multi", 0, Certainty.NotSure); // 45 seconds
        var page = Render<TodayPage>();
        Assert.Equal("Two minutes of review, then one lesson.", page.Find("h1").TextContent);
        var tile = page.Find(".tile");
        Assert.Equal("2 min", tile.QuerySelector(".big")!.TextContent);
        Assert.StartsWith("1 sure but wrong first", tile.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/review", tile.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("2 answers are not enough to tell.", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false, "One minute of review, then one lesson.")]
    [InlineData(true, false, "Nothing is due: one lesson, if you like.")]
    [InlineData(false, true, "One minute of review, and that is it.")]
    [InlineData(true, true, "All is read, and nothing is due.")]
    public async Task The_day_is_said_in_a_sentence(bool isKnown, bool isRead, string headline)
    {
        // Certain, right and quick makes an interval of days.
        await AnsweredAsync("q-single", isKnown ? 1 : 0, Certainty.Certain, seconds: 5);
        if (isRead) await ReadAllAsync();
        Assert.Equal(headline, Render<TodayPage>().Find("h1").TextContent);
    }

    [Fact]
    public async Task More_than_the_minutes_of_a_day_is_spread_out()
    {
        foreach (var question in new[] { "q-single", "q-multi", "q-order", "q-match" }) await AnsweredAsync(question, 0);
        var view = await ViewAsync(new LearnerSettings { DailyMinutes = 1 });
        Assert.Equal(1, view.ReviewMinutes);
        Assert.InRange(view.BacklogMinutes, 2, 3); // 187.5 seconds in all, at most 60 of them today.
    }

    [Fact]
    public async Task A_lesson_begun_comes_first_where_it_was_left()
    {
        await Database.Reading.PlaceAsync(Learner, "trees", "leaves", Now, Gone);
        var tile = Render<TodayPage>().FindAll(".tile")[1];
        Assert.Equal("Continue reading", tile.QuerySelector("h2")!.TextContent);
        Assert.Equal("/lessons/trees#leaves", tile.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_place_in_a_section_that_is_gone_leads_to_its_lesson()
    {
        await Database.Reading.PlaceAsync(Learner, "trees", "roots", Now, Gone);
        await Database.Reading.PlaceAsync(Learner, "nowhere", "roots", Now.AddMinutes(1), Gone);
        Assert.Equal("/lessons/trees", (await ViewAsync(new LearnerSettings())).ReadingAddress);
    }

    /// <summary>Four questions are due, three minutes of them; the plan gives half of two minutes to review, the rest to reading.</summary>
    [Fact]
    public async Task A_day_of_a_plan_is_split_between_review_and_reading_as_the_plan_says()
    {
        foreach (var question in new[] { "q-single", "q-multi", "q-order", "q-match" }) await AnsweredAsync(question, 0);
        var settings = new LearnerSettings { DailyMinutes = 4, InterviewDay = DateOnly.FromDateTime(Now).AddDays(10) };
        var view = await ViewAsync(settings);
        Assert.Equal("Two minutes of review, then 2 minutes of reading.", view.Headline);
        Assert.Equal("queues", view.Reading?.Id);

        // Once that is read, what remains is review; another lesson is there for who has more time.
        await Database.Reading.MarkAsync(Learner, "queues", [.. Course.FindLesson("queues")!.Sections.Select(s => s.Id)], true, Now, Gone);
        view = await ViewAsync(settings);
        Assert.Equal(("Two minutes of review, and that is it.", 0, "stacks"), (view.Headline, view.PlannedMinutes, view.Reading?.Id));
        await Database.Learners.SaveSettingsAsync(Learner, settings, Now, Gone);
        Assert.Equal("If you have more time", Render<TodayPage>().FindAll(".tile h2")[1].TextContent);

        // A day later there is reading again.
        Assert.Equal(2, (await ViewAsync(settings, Now.AddDays(1))).PlannedMinutes);
    }

    [Fact]
    public async Task After_midnight_it_says_until_when_the_day_lasts()
    {
        await AnsweredAsync("q-single", 1);
        Assert.Equal("Thursday, 26 November", (await ViewAsync(new LearnerSettings())).Date);
        Assert.Equal("Thursday, 26 November, until four in the morning", (await ViewAsync(new LearnerSettings(), Now.AddHours(14))).Date);
    }

    [Fact]
    public async Task A_plan_for_one_module_reads_that_module()
    {
        await AnsweredAsync("q-single", 1, Certainty.Certain, seconds: 5);
        await Database.Reading.PlaceAsync(Learner, "queues", "", Now, Gone);
        var settings = new LearnerSettings { DailyMinutes = 30, InterviewDay = DateOnly.FromDateTime(Now).AddDays(10), Rounds = [Course.FindLesson("trees")!.Module] };
        Assert.Equal("trees", (await ViewAsync(settings)).Reading?.Id);
        Assert.Equal("queues", (await ViewAsync(settings with { InterviewDay = null })).Reading?.Id);
    }

    [Theory]
    [InlineData(10, "10 days to your interview", "Readiness on 6 Dec 2026")]
    [InlineData(1, "1 day to your interview", "Readiness on 27 Nov 2026")]
    [InlineData(0, "the interview is today", "Readiness on 26 Nov 2026")]
    [InlineData(-1, null, "Plan")]
    [InlineData(null, null, "Plan")]
    public async Task The_interview_is_counted_down_to(int? days, string? left, string tile)
    {
        await AnsweredAsync("q-single", 1);
        if (days is { } ahead) await Database.Learners.SaveSettingsAsync(Learner, new LearnerSettings { InterviewDay = new DateOnly(2026, 11, 26).AddDays(ahead) }, Now, Gone);
        var page = Render<TodayPage>();
        Assert.Equal(left is null ? "Thursday, 26 November" : $"Thursday, 26 November · {left}", page.Find(".eyebrow").TextContent);
        Assert.Equal(tile, page.FindAll(".tile h2")[^1].TextContent);
        Assert.Equal(left is not null, page.FindAll(".tile .note")[^1].TextContent.Contains("Most per minute now:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Weak_areas_are_named_once_there_are_answers_to_judge_by()
    {
        foreach (var question in new[] { "q-single", "q-multi", "q-text", "q-order", "q-match" }) await AnsweredAsync(question, 0);
        Assert.Equal("/weak-areas/queue.order", Render<TodayPage>().Find(".areas h3 a").GetAttribute("href"));
    }

    [Fact]
    public async Task An_open_quiz_can_be_gone_on_with_and_a_streak_is_shown_to_who_wants_it()
    {
        await AnsweredAsync("q-single", 1, ago: TimeSpan.FromDays(1));
        await AnsweredAsync("q-multi", 1, ago: TimeSpan.Zero);
        var attempt = await Database.Attempts.StartAsync(Learner, new QuizSpec { Title = "Half of it" }, [new DrawnQuestion(Course.Questions[0], 7)], Now, Gone);
        await Database.Learners.SaveSettingsAsync(Learner, new LearnerSettings { ShowStreak = true }, Now, Gone);
        var page = Render<TodayPage>();
        Assert.Equal($"/quiz/{attempt}", page.FindAll(".tile a").Single(a => a.TextContent == "Go on").GetAttribute("href"));
        Assert.EndsWith("· 2 days in a row", page.Find(".eyebrow").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, (await ViewAsync(new LearnerSettings())).Streak);
    }

    private async Task ReadAllAsync()
    {
        foreach (var lesson in Course.Lessons) await Database.Reading.MarkAsync(Learner, lesson.Id, [.. lesson.Sections.Select(s => s.Id)], true, Now, Gone);
    }

    private async Task<TodayView> ViewAsync(LearnerSettings settings, DateTime? now = null) => TodayView.Of(
        await ModelAsync(settings), settings, ReadingProgress.Of(Course, await Database.Reading.ReadAsync(Learner, Gone)), await Database.Reading.PlacesAsync(Learner, Gone), new HashSet<string>(), now ?? Now);
}
