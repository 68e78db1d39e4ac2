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
    public void On_HalfSeen_IsTheMeanOfRecallAndMastery()
    {
        var concept = On([], id => id is "a" or "b" ? 0.9 : null);
        Assert.Equal((0.9 + 0.5) / 2, concept.Chance, 12);
        Assert.True(concept.Likely.Contains(concept.Chance));
        Assert.True(concept.Likely.High - concept.Likely.Low < On([], _ => null).Likely.High - On([], _ => null).Likely.Low);
    }

    [Fact]
    public void On_FadedCards_AreLessReadyThanFreshOnes() =>
        Assert.True(On([Answer("a", 1, 0)], id => id == "a" ? 0.4 : null).Chance < On([Answer("a", 1, 0)], id => id == "a" ? 0.95 : null).Chance);

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

    private static ConceptReadiness On(ImmutableArray<ConceptAnswer> answers, Func<string, double?> recall, double day = 1) =>
        Assert.Single(Readiness.On(ConceptReporter.Default, MasteryTracer.Default.Replay(answers), [Concept], day, recall).Concepts);
}
