using System.Collections.Immutable;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Core.Tests.Answers;

namespace InterviewPrep.Core.Tests.Quizzes;

/// <summary>A round is drawn part after part, with what was missed, and without anything twice.</summary>
public sealed class RoundDrawTests
{
    private static readonly ImmutableArray<Question> Bank =
    [
        .. Enumerable.Range(0, 40).Select(i => Asked.Single with { Id = $"q{i:00}", Concepts = [$"c{i % 5}"], Level = 1 + (i % 4), Lesson = null, Deck = i < 30 ? "wide" : "narrow" }),
    ];

    private static readonly Course Course = new(new CourseParts { Id = "x", Title = "x", Description = "x", Decks = [new("wide", "Wide", ""), new("narrow", "Narrow", "")], Questions = Bank });

    private static QuestionHistory Never(string question) => default;

    private static bool Always(string question) => true;

    [Fact]
    public void A_draw_is_decided_by_its_seed()
    {
        var round = Round(Part(10));
        Assert.Equal(Ids(Draw(round, seed: 5)), Ids(Draw(round, seed: 5)));
        Assert.NotEqual(Ids(Draw(round, seed: 5)), Ids(Draw(round, seed: 6)));
    }

    [Fact]
    public void Each_part_has_its_size_and_its_place_and_nothing_comes_twice()
    {
        var round = Round(Part(6, "narrow"), Part(8), Part(4) with { Levels = [2] });
        for (var seed = 0; seed < 100; seed++)
        {
            var drawn = Draw(round, seed: seed);
            Assert.Equal(18, drawn.Select(d => d.Question.Id).Distinct().Count());
            Assert.All(drawn[..6], d => Assert.Equal("narrow", d.Question.Deck));
            Assert.All(drawn[14..], d => Assert.Equal(2, d.Question.Level));
        }
    }

    [Fact]
    public void What_other_rounds_asked_is_not_asked()
    {
        var asked = Bank.Take(35).Select(q => q.Id).ToHashSet();
        for (var seed = 0; seed < 20; seed++)
        {
            var drawn = RoundDraw.Draw(Course, Round(Part(9)), asked, Never, Always, seed);
            Assert.Equal(Bank.Skip(35).Select(q => q.Id), Ids(drawn).Order());
        }
    }

    [Theory]
    [InlineData(10, 5)]
    [InlineData(9, 4)]
    [InlineData(1, 0)]
    public void Half_of_a_part_at_the_most_is_what_was_missed_and_is_due(int length, int half)
    {
        // Of ten missed ones two are not due yet.
        QuestionHistory History(string id) => new(string.CompareOrdinal(id, "q30") < 0 ? 1 : 3, string.CompareOrdinal(id, "q30") < 0);
        static bool IsDue(string id) => string.CompareOrdinal(id, "q38") < 0;
        for (var seed = 0; seed < 50; seed++)
        {
            var drawn = Ids(RoundDraw.Draw(Course, Round(Part(length)), new HashSet<string>(), History, IsDue, seed)).ToList();
            Assert.Equal((length, half), (drawn.Count, drawn.Count(id => string.CompareOrdinal(id, "q30") >= 0 && IsDue(id))));
        }
    }

    [Fact]
    public void Where_nearly_all_was_missed_it_fills_the_rest_too()
    {
        var drawn = RoundDraw.Draw(Course, Round(Part(8, "narrow")), new HashSet<string>(), id => new QuestionHistory(1, id == "q33"), Always, 3);
        Assert.Equal(8, drawn.Select(d => d.Question.Id).Distinct().Count());
        Assert.Contains(drawn, d => d.Question.Id == "q33");
    }

    [Fact]
    public void A_part_with_little_to_choose_from_is_not_robbed_by_a_wide_one()
    {
        for (var seed = 0; seed < 50; seed++) Assert.Equal(35, Draw(Round(Part(25), Part(10, "narrow")), seed: seed).Length);
    }

    [Fact]
    public void Fewer_are_drawn_where_fewer_match()
    {
        Assert.Equal(10, Draw(Round(Part(12, "narrow")), seed: 1).Length);
        Assert.Empty(Draw(Round(Part(3, "nowhere")), seed: 1));
    }

    private static ImmutableArray<DrawnQuestion> Draw(LoopRound round, long seed) => RoundDraw.Draw(Course, round, new HashSet<string>(), Never, Always, seed);

    private static LoopRound Round(params RoundPart[] parts) => new("round", "Round", "", 30, [.. parts]);

    private static RoundPart Part(int questions, params string[] decks) => new() { Questions = questions, Decks = [.. decks] };

    private static IEnumerable<string> Ids(IEnumerable<DrawnQuestion> drawn) => drawn.Select(d => d.Question.Id);
}
