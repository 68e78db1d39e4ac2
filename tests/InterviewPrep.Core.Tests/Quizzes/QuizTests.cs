using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Core.Tests.Answers;

namespace InterviewPrep.Core.Tests.Quizzes;

/// <summary>Draws are seeded and balanced; results add up.</summary>
public sealed class QuizTests
{
    private static readonly ImmutableArray<Question> Bank =
    [
        .. Enumerable.Range(0, 30).Select(i => Asked.Single with { Id = $"q{i:00}", Concepts = [$"c{(i < 20 ? 0 : i % 3)}"], Level = 1 + (i % 4) }),
    ];

    private static QuestionHistory Never(string question) => default;

    [Fact]
    public void A_draw_is_decided_by_its_seed()
    {
        Assert.Equal(Ids(QuizDraw.Draw(Bank, 10, Never, 5)), Ids(QuizDraw.Draw(Bank, 10, Never, 5)));
        Assert.NotEqual(Ids(QuizDraw.Draw(Bank, 10, Never, 5)), Ids(QuizDraw.Draw(Bank, 10, Never, 6)));
    }

    [Fact]
    public void A_draw_is_balanced_over_concepts_and_asks_nothing_twice()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var drawn = QuizDraw.Draw(Bank, 9, Never, seed);
            Assert.Equal(9, drawn.Select(d => d.Question.Id).Distinct().Count());
            Assert.All(drawn.GroupBy(d => d.Question.Concepts[0]), g => Assert.Equal(3, g.Count()));
        }
    }

    [Fact]
    public void A_draw_larger_than_the_bank_takes_all_of_it() => Assert.Equal(Bank.Length, QuizDraw.Draw(Bank, 60, Never, 1).Length);

    [Fact]
    public void What_was_answered_least_often_comes_first_within_a_concept()
    {
        var drawn = QuizDraw.Draw(Bank, 3, id => new QuestionHistory(id == "q07" || string.CompareOrdinal(id, "q20") >= 0 ? 0 : 2, true), 4);
        Assert.Contains(drawn, d => d.Question.Id == "q07");
    }

    [Fact]
    public void Pools_are_what_they_say()
    {
        var course = new Course(new CourseParts { Id = "x", Title = "x", Description = "x", Questions = Bank });
        QuestionHistory History(string id) => id switch { "q00" => new(1, true), "q01" => new(2, false), _ => default };
        ImmutableArray<Question> Of(QuizPool pool) => QuizDraw.Matching(course, new QuizSpec { Title = "t", Pool = pool }, History, id => id == "q05");
        Assert.Equal(30, Of(QuizPool.Any).Length);
        Assert.Equal(28, Of(QuizPool.Unseen).Length);
        Assert.Equal(["q01"], Of(QuizPool.Missed).Select(q => q.Id));
        Assert.Equal(["q05"], Of(QuizPool.Bookmarked).Select(q => q.Id));
        Assert.All(QuizDraw.Matching(course, new QuizSpec { Title = "t", Levels = [3], Concepts = ["c1"] }, History, _ => false), q => Assert.Equal((3, "c1"), (q.Level, q.Concepts[0])));
    }

    [Fact]
    public void A_result_adds_up_by_concept_level_and_certainty()
    {
        var result = new QuizResult(
        [
            new(Bank[0], Answered(Bank[0], 1, Certainty.Certain)), new(Bank[1], Answered(Bank[1], 0, Certainty.Certain)),
            new(Bank[21], Answered(Bank[21], 0.5, Certainty.NotSure)), new(Bank[22] with { Lesson = "l", Section = "s" }, null),
        ]);
        Assert.Equal(1.5, result.Total.Score);
        Assert.Equal(4, result.Total.Count);
        Assert.Equal(["q01", "q21", "q22"], result.Missed.Select(m => m.Question.Id));
        Assert.Equal(3 - 6 + 0.5, result.CertaintyTotal);
        Assert.Equal([new SectionReference("l", "s")], result.ReadAgain);
        Assert.Equal(0.5, result.Concepts.First(c => c.Key == "c0").Share);
    }

    private static Answer Answered(Question question, double score, Certainty certainty) => new()
    {
        Id = Guid.NewGuid(),
        Learner = Guid.NewGuid(),
        Step = Guid.NewGuid(),
        Question = question.Id,
        Version = 1,
        Seed = 0,
        Response = new UnknownResponse(),
        Certainty = certainty,
        Score = score,
        Mode = AnswerMode.Quiz,
        Time = DateTime.UnixEpoch,
    };

    private static IEnumerable<string> Ids(IEnumerable<DrawnQuestion> drawn) => drawn.Select(d => d.Question.Id);
}
