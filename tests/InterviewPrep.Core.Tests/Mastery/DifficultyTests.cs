using InterviewPrep.Core.Mastery;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Tests.Mastery;

public sealed class DifficultyTests
{
    [Fact]
    public void OfLevel_RisesWithTheLevelAndLevelTwoIsMedium()
    {
        Assert.Equal([-1, 0, 0.5, 1], Enumerable.Range(1, 4).Select(Difficulty.OfLevel));
        Assert.Equal(Difficulty.Medium, Difficulty.OfLevel(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Difficulty.OfLevel(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Difficulty.OfLevel(5));
    }

    [Fact]
    public void GuessChance_OneOfFour_IsAQuarter() => Assert.Equal(0.25, Difficulty.GuessChance(Single(4)));

    [Fact]
    public void GuessChance_SeveralOfSeveral_IsTheMeanScoreOfTossingACoinForEach()
    {
        // Two right, one wrong: of the eight ways to tick, scores are 0 0 ½ 0 ½ 0 1 ½ by hand.
        var multi = new MultiQuestion { Id = "m", Version = 1, Concepts = ["c"], Level = 1, Prompt = "", Explanation = "", Options = [Option(true), Option(true), Option(false)] };
        Assert.Equal(2.5 / 8, Difficulty.GuessChance(multi), 12);
    }

    [Fact]
    public void GuessChance_OrderAndMatchAndText_FollowTheirMarking()
    {
        Assert.Equal(0.5, Difficulty.GuessChance(new OrderQuestion { Id = "o", Version = 1, Concepts = ["c"], Level = 1, Prompt = "", Explanation = "", Steps = ["a", "b", "c"] }));
        Assert.Equal(0.25, Difficulty.GuessChance(new MatchQuestion { Id = "p", Version = 1, Concepts = ["c"], Level = 1, Prompt = "", Explanation = "", Pairs = [new("a", "b", null), new("c", "d", null), new("e", "f", null)], Distractors = ["g"] }));
        Assert.Equal(0, Difficulty.GuessChance(new TextQuestion { Id = "t", Version = 1, Concepts = ["c"], Level = 1, Prompt = "", Explanation = "", Accept = ["x"] }));
    }

    private static SingleQuestion Single(int options) => new()
    {
        Id = "s",
        Version = 1,
        Concepts = ["c"],
        Level = 1,
        Prompt = "",
        Explanation = "",
        Options = [.. Enumerable.Range(0, options).Select(i => Option(i == 0))],
    };

    private static ChoiceOption Option(bool correct) => new("id", "text", correct, null, null);
}
