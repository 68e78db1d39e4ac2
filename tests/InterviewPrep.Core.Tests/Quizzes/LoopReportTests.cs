using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Core.Tests.Answers;

namespace InterviewPrep.Core.Tests.Quizzes;

/// <summary>A loop is reported by round, by module and by what to read again.</summary>
public sealed class LoopReportTests
{
    private static readonly MockLoop Loop = new("Loop", "", 0.7, [Round("one"), Round("two"), Round("three")]);

    private static readonly Course Course = new(new CourseParts
    {
        Id = "x",
        Title = "x",
        Description = "x",
        Modules = [Module(1, "basics", "queues"), Module(2, "further", "trees")],
        Decks = [new("breadth", "Breadth", "")],
        Loop = Loop,
    });

    [Fact]
    public void A_round_is_passed_from_the_pass_mark_on_when_it_is_over()
    {
        var report = Report(("one", true, [In("queues", 0.7)]), ("two", true, [In("queues", 0.69)]), ("three", false, [In("queues", 1)]));
        Assert.Equal([true, false, false], report.Rounds.Select(r => r.IsPassed));
        Assert.Equal([0.7, 0.69, 0], report.Rounds.Select(r => r.Share));
        Assert.Equal((1, false), (report.Passed, report.IsComplete));
    }

    [Fact]
    public void A_score_that_only_division_keeps_below_the_mark_passes()
    {
        ResultItem[] sevenTenths = [In("queues", 0.7), In("queues", 0.7), In("queues", 0.7)];
        Assert.True(new QuizResult([.. sevenTenths]).Total.Share < 0.7);
        Assert.True(Report(("one", true, sevenTenths)).Rounds[0].IsPassed);
    }

    [Fact]
    public void A_round_that_has_not_begun_is_in_the_list_and_nothing_of_an_unknown_one()
    {
        var report = Report(("two", true, [In("queues", 1)]), ("gone", true, [In("trees", 0)]));
        Assert.Equal([("one", false), ("two", true), ("three", false)], report.Rounds.Select(r => (r.Round.Id, r.Sitting is not null)));
        Assert.Equal(["basics"], report.Modules.Select(m => m.Key));
    }

    [Fact]
    public void When_all_are_over_it_is_complete() =>
        Assert.True(Report(("one", true, [In("queues", 0)]), ("two", true, [In("queues", 0)]), ("three", true, [In("queues", 0)])).IsComplete);

    [Fact]
    public void Scores_add_up_over_rounds_by_module_or_deck_with_the_weakest_first()
    {
        var report = Report(
            ("one", true, [In("queues", 1), In("queues", 0.5), Of("breadth", 0)]), ("two", true, [In("trees", 0.25), In("gone", 1), In("queues", 0)]), ("three", false, [In("trees", 1)]));
        Assert.Equal([("breadth", 0, 1), ("further", 0.25, 1), ("basics", 1.5, 3), ("", 1, 1)], report.Modules.Select(m => (m.Key, m.Score, m.Count)));
    }

    [Fact]
    public void What_was_missed_most_is_to_be_read_first()
    {
        var report = Report(("one", true, [In("trees", 0.5), In("queues", 0.2)]), ("two", true, [In("trees", 0.5), In("trees", 1)]), ("three", false, [In("queues", 0)]));
        Assert.Equal([new SectionReference("trees", "s"), new SectionReference("queues", "s")], report.ReadAgain);
    }

    private static LoopReport Report(params (string Round, bool IsOver, ResultItem[] Items)[] rounds) =>
        new(Loop, Course, rounds.ToDictionary(r => r.Round, r => new RoundSitting(Guid.NewGuid(), r.IsOver, new QuizResult([.. r.Items]))));

    private static ResultItem In(string lesson, double score) => Item(Asked.Single with { Lesson = lesson, Section = "s", Deck = null }, score);

    private static ResultItem Of(string deck, double score) => Item(Asked.Single with { Lesson = null, Section = null, Deck = deck }, score);

    private static ResultItem Item(Question question, double score) => new(question, new Answer
    {
        Id = Guid.NewGuid(),
        Learner = Guid.NewGuid(),
        Step = Guid.NewGuid(),
        Question = question.Id,
        Version = 1,
        Seed = 0,
        Response = new UnknownResponse(),
        Score = score,
        Mode = AnswerMode.Quiz,
        Time = DateTime.UnixEpoch,
    });

    private static LoopRound Round(string id) => new(id, id, "", 30, [new RoundPart { Questions = 1 }]);

    private static Module Module(int number, string id, string lesson) =>
        new(id, number, id, "", [new Lesson { Id = lesson, Module = id, Number = $"{number}.1", Title = lesson, Summary = "", Minutes = 5, Objectives = [], Concepts = [], Sections = [] }]);
}
