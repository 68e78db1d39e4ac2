using System.Collections.Immutable;
using InterviewPrep.Core.Planning;

namespace InterviewPrep.Core.Tests.Planning;

public sealed class StudyPlanTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Fact]
    public void Make_RandomRequests_NeverExceedTheMinutesAndReadPrerequisitesFirst()
    {
        foreach (var seed in Enumerable.Range(1, 300))
        {
            var random = new Random(seed);
            var request = Request(random.Next(0, 60), random.Next(1, 90), Lessons(random, 20)) with
            {
                FreeDays = random.Next(3) == 0 ? [DayOfWeek.Sunday, DayOfWeek.Saturday] : [],
                DueMinutes = random.Next(2) == 0 ? _ => 0 : date => date.DayNumber % 7 * 5,
            };
            var plan = StudyPlan.Make(request);
            Assert.All(plan.Days, d => Assert.Equal(request.MinutesPerDay, d.Minutes));
            Assert.All(plan.Days, d => Assert.True(d.ReviewMinutes >= 0 && d.Date >= Today && d.Date < request.Interview && !request.FreeDays.Contains(d.Date.DayOfWeek)));
            Assert.All(plan.Days.Where(d => d.ReviewOnly), d => Assert.Empty(d.Reading));
            ImmutableArray<PlanReading> readings = [.. plan.Days.SelectMany(d => d.Reading)];
            var order = readings.Select(r => r.Lesson).Distinct().ToList();
            foreach (var lesson in request.Lessons.Where(l => order.Contains(l.Id)))
            {
                Assert.Equal(lesson.Minutes, readings.Where(r => r.Lesson == lesson.Id).Sum(r => r.Minutes));
                Assert.Equal(Enumerable.Range(1, readings.Count(r => r.Lesson == lesson.Id)), readings.Where(r => r.Lesson == lesson.Id).Select(r => r.Part));
                Assert.All(lesson.Needs, need => Assert.True(order.IndexOf(need) is var at && at >= 0 && at < order.IndexOf(lesson.Id), $"{seed}: {lesson.Id} before {need}"));
            }

            Assert.Equal(request.Lessons.Select(l => l.Id).Order(), order.Concat(plan.LeftOut).Order());
        }
    }

    [Fact]
    public void Make_EnoughTime_ReadsEverythingAndEndsWithReviewOnly()
    {
        var plan = StudyPlan.Make(Request(30, 40, Lessons(new Random(1), 12)));
        Assert.Empty(plan.LeftOut);
        Assert.Equal(30, plan.Days.Length);
        Assert.Equal(Enumerable.Repeat(true, 5), plan.Days.TakeLast(5).Select(d => d.ReviewOnly));
        Assert.All(plan.Days.Skip(1), d => Assert.True(d.ReviewMinutes >= 10));
    }

    [Fact]
    public void Make_MissedDay_StillFitsWhenAskedAgain()
    {
        var request = Request(14, 30, Lessons(new Random(2), 10));
        var first = StudyPlan.Make(request);
        var read = first.Days[0].Reading.Where(r => r.Part == r.Parts).Select(r => r.Lesson);

        // The second day is missed: nothing of it is read.
        var again = StudyPlan.Make(request with { Today = Today.AddDays(2), ReadLessons = [.. read] });
        Assert.Equal(Today.AddDays(2), again.Days[0].Date);
        Assert.DoesNotContain(again.Days.SelectMany(d => d.Reading), r => read.Contains(r.Lesson));
        Assert.All(again.Days, d => Assert.Equal(30, d.Minutes));
    }

    [Fact]
    public void Make_KnownConceptsAndOtherRounds_AreNotRead()
    {
        ImmutableArray<PlanLesson> lessons =
        [
            new("base", 10, [], ["b"], ["theory"]), new("coding", 10, ["base"], ["c"], ["coding"]), new("known", 10, [], ["k"], []), new("theory", 10, [], ["t"], ["theory"]),
        ];
        var plan = StudyPlan.Make(Request(10, 30, lessons) with { Rounds = ["coding"], KnownConcepts = ["k"] });
        Assert.Equal(["base", "coding"], plan.Days.SelectMany(d => d.Reading).Select(r => r.Lesson));
        Assert.Empty(plan.LeftOut);
    }

    [Fact]
    public void Make_TooLittleTime_TakesWhatCountsMostForItsMinutes()
    {
        ImmutableArray<PlanLesson> lessons = [new("light", 20, [], ["a"], [], 0.5), new("heavy", 20, [], ["b"], [], 3), new("medium", 20, [], ["c"], [], 1)];
        var plan = StudyPlan.Make(Request(3, 15, lessons));
        Assert.Equal(["heavy", "heavy"], plan.Days.SelectMany(d => d.Reading).Select(r => r.Lesson));
        Assert.Equal(["light", "medium"], plan.LeftOut);
    }

    [Fact]
    public void Make_ALotIsDue_GivesHalfTheDayToReview() =>
        Assert.Equal(20, StudyPlan.Make(Request(10, 40, Lessons(new Random(3), 12)) with { DueMinutes = _ => 500 }).Days[1].ReviewMinutes);

    /// <summary>Of 20 days four are for review alone, and two lessons fit into each other: 32 beside four of them, 36 beside two, 38 beside one.</summary>
    [Theory]
    [InlineData(32, 4, 0)]
    [InlineData(36, 2, 0)]
    [InlineData(38, 1, 0)]
    [InlineData(50, 4, 18)]
    public void Make_DaysOfReview_AreGivenUpWhereThatLetsEverythingBeRead(int lessons, int reviewOnly, int leftOut)
    {
        var plan = StudyPlan.Make(Request(20, 30, [.. Enumerable.Range(0, lessons).Select(i => new PlanLesson($"l{i}", 10, [], [$"c{i}"], []))]) with { DueMinutes = _ => 7.5 });
        Assert.Equal((reviewOnly, leftOut), (plan.Days.Count(d => d.ReviewOnly), plan.LeftOut.Length));
    }

    [Fact]
    public void Make_LessonCut_LeavesNoTailThatIsNotWorthBeginningWith()
    {
        var plan = StudyPlan.Make(Request(10, 16, [new("long", 13, [], ["c"], [])]) with { DueMinutes = _ => 4 });
        Assert.Equal([8, 5], plan.Days.SelectMany(d => d.Reading).Select(r => r.Minutes));
    }

    [Theory]
    [InlineData(0, 12, 18)] // 18 of 30 minutes are for reading.
    [InlineData(10, 12, 8)]
    [InlineData(16, 14, 0)] // Two minutes are not worth beginning with: they go to review.
    [InlineData(60, 12, 0)]
    public void Make_ReadSomeToday_TakesItFromTodaysReadingAlone(int read, int review, int reading)
    {
        var request = Request(10, 30, [new("long", 100, [], ["c"], [])]) with { DueMinutes = _ => 12 };
        var plan = StudyPlan.Make(request with { ReadToday = read });
        Assert.Equal((review, reading), (plan.Days[0].ReviewMinutes, plan.Days[0].Reading.Sum(r => r.Minutes)));
        Assert.Equal(StudyPlan.Make(request).Days[1].ReviewMinutes, plan.Days[1].ReviewMinutes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Make_InterviewTodayOrOver_PlansNothing(int days)
    {
        var plan = StudyPlan.Make(Request(days, 30, Lessons(new Random(1), 3)));
        Assert.Empty(plan.Days);
        Assert.Equal(3, plan.LeftOut.Length);
    }

    [Fact]
    public void Make_Impossible_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => StudyPlan.Make(Request(5, 0, [])));
        Assert.Throws<ArgumentException>(() => StudyPlan.Make(Request(5, 30, [new("a", 5, ["b"], [], []), new("b", 5, ["a"], [], [])])));
    }

    private static PlanRequest Request(int days, int minutes, ImmutableArray<PlanLesson> lessons) =>
        new() { Today = Today, Interview = Today.AddDays(days), MinutesPerDay = minutes, Lessons = lessons };

    /// <summary>Lessons that need earlier ones, the list shuffled so that the order of the course alone does not save the day.</summary>
    private static ImmutableArray<PlanLesson> Lessons(Random random, int count)
    {
        var lessons = Enumerable.Range(0, count).Select(i => new PlanLesson(
            $"l{i}", random.Next(1, 40), [.. Enumerable.Range(0, i).Where(_ => random.Next(4) == 0).Select(n => $"l{n}").Take(2)], [$"c{i}"], [], random.Next(1, 4))).ToArray();
        random.Shuffle(lessons);
        return [.. lessons];
    }
}
