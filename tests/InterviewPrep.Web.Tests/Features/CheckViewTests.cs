using System.Collections.Immutable;
using InterviewPrep.Web.Features.Lessons;

namespace InterviewPrep.Web.Tests.Features;

public sealed class CheckViewTests
{
    private static readonly ImmutableArray<string> Items = ["a", "b", "c", "d"];

    [Fact]
    public void Neutral_SameQuestion_SameOrder() => Assert.Equal(CheckView.Neutral(Items, "q", isKey: false), CheckView.Neutral(Items, "q", isKey: false));

    [Fact]
    public void Neutral_DoesNotDependOnTheOrderOfTheAuthor() =>
        Assert.Equal(CheckView.Neutral(Items, "q", isKey: false), CheckView.Neutral([.. Items.Reverse()], "q", isKey: false));

    [Fact]
    public void Neutral_OverManyQuestions_TheFirstOptionComesFirstNoMoreOftenThanByChance()
    {
        var first = Enumerable.Range(0, 1000).Count(i => CheckView.Neutral(Items, $"q-{i}", isKey: false)[0] == "a");

        Assert.InRange(first, 200, 300);
    }

    [Fact]
    public void Neutral_OrderThatIsTheKey_NeverComesOut() =>
        Assert.All(Enumerable.Range(0, 500), i => Assert.NotEqual<string>(Items, CheckView.Neutral(Items, $"q-{i}", isKey: true)));

    [Fact]
    public void Neutral_OneItem_IsLeftAlone() => Assert.Equal<string>(["a"], CheckView.Neutral(["a"], "q", isKey: true));

    [Fact]
    public void TargetKey_BeyondZ_IsANumber() => Assert.Equal("27", CheckView.TargetKey(26));
}
