using System.Collections.Immutable;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Core.Planning;
using static InterviewPrep.Core.Tests.Mastery.Answers;

namespace InterviewPrep.Core.Tests.Planning;

public sealed class ReadinessTests
{
    private static readonly ConceptEvidence Concept = new() { Concept = "attention", Questions = [Question("a"), Question("b"), Question("c"), Question("d")] };

    [Fact]
    public void On_NothingSeen_IsTheChanceForAMediumQuestion()
    {
        var concept = On([], _ => null);
        Assert.Equal(0.5, concept.Chance, 12);
        Assert.Equal(concept.Fresh, concept.Chance);
        Assert.Equal((0, 4), (concept.Seen, concept.Questions));
        Assert.InRange(concept.Likely.Low, 0.1, 0.3);
    }

    [Fact]
    public void On_HalfTested_IsTheMeanOfRecallAndMastery()
    {
        var concept = On([], id => id is "a" or "b" ? new(0.9, true) : null);
        Assert.Equal((0.9 + 0.5) / 2, concept.Chance, 12);
        Assert.True(concept.Likely.Contains(concept.Chance));
        Assert.True(concept.Likely.High - concept.Likely.Low < On([], _ => null).Likely.High - On([], _ => null).Likely.Low);
    }

    [Fact]
    public void On_FadedCards_AreLessReadyThanFreshOnes() =>
        Assert.True(On([Answer("a", 1, 0)], id => id == "a" ? new(0.4, true) : null).Chance < On([Answer("a", 1, 0)], id => id == "a" ? new(0.95, true) : null).Chance);

    [Fact]
    public void On_GuessesAndDifficulties_AreThoseOfTheQuestions()
    {
        var easy = Concept with { Questions = [Question("a", guess: 0.5), Question("b") with { Difficulty = new(-1, 0) }] };
        var concept = Assert.Single(Readiness.On(ConceptReporter.Default, new MasteryState(), [easy], 1, _ => null).Concepts);
        Assert.Equal(0.5, concept.Fresh, 12);
        Assert.Equal((0.75 + NormalDistribution.MeanLogistic(1, 1.4)) / 2, concept.Chance, 12);
        Assert.True(concept.Likely.Low < concept.Chance && concept.Chance < concept.Likely.High);
    }

    [Theory]
    [InlineData(0.5, null, false, 0.5)]
    [InlineData(0.5, 0.9, true, 0.9)]
    [InlineData(0.5, 0.9, false, 0.7)]
    [InlineData(0.5, 0.3, true, 0.5)]
    [InlineData(0.5, 0.3, false, 0.5)]
    public void ChanceOf_ACard_CountsInFullOnceItWasRecalledOnALaterDay(double mastery, double? recall, bool isTested, double expected) =>
        Assert.Equal(expected, Readiness.ChanceOf(mastery, recall is { } chance ? new CardRecall(chance, isTested) : null), 12);

    [Fact]
    public void On_NothingAskedYetOfAConcept_IsTheChanceForAMediumQuestion()
    {
        var concept = Assert.Single(Readiness.On(ConceptReporter.Default, new MasteryState(), [Concept with { Questions = [] }], 1, _ => null).Concepts);
        Assert.Equal((0.5, 0), (Math.Round(concept.Chance, 12), concept.Questions));
    }

    [Fact]
    public void On_LongUntilTheInterview_IsLessCertain()
    {
        ImmutableArray<ConceptAnswer> answers = [.. Enumerable.Range(0, 8).Select(i => Answer($"q{i}", 1, 0.01 * i))];
        var soon = On(answers, _ => null, 1).Likely;
        var later = On(answers, _ => null, 60).Likely;
        Assert.True(later.High - later.Low > soon.High - soon.Low);
    }

    [Fact]
    public void On_Weights_CountInTheWhole()
    {
        var state = MasteryTracer.Default.Replay([.. Enumerable.Range(0, 8).Select(i => Answer($"x{i}", 0, 0.01 * i, "weak"))]);
        ConceptEvidence weak = Concept with { Concept = "weak" };
        double Overall(double weight) => Readiness.On(ConceptReporter.Default, state, [Concept, weak with { Weight = weight }], 1, _ => null).Overall;
        Assert.True(Overall(3) < Overall(1));
        Assert.True(double.IsNaN(Readiness.On(ConceptReporter.Default, state, [], 1, _ => null).Overall));
    }

    private static ConceptReadiness On(ImmutableArray<ConceptAnswer> answers, Func<string, CardRecall?> recall, double day = 1) =>
        Assert.Single(Readiness.On(ConceptReporter.Default, MasteryTracer.Default.Replay(answers), [Concept], day, recall).Concepts);
}
