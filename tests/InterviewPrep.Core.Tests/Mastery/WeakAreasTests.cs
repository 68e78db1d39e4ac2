using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Mastery;
using static InterviewPrep.Core.Tests.Mastery.Answers;

namespace InterviewPrep.Core.Tests.Mastery;

public sealed class WeakAreasTests
{
    [Fact]
    public void Rank_SaysWhyInWords()
    {
        List<ConceptAnswer> answers =
        [
            Answer("a", 1, 0, level: 1, id: "1"), Answer("b", 0, 0.1, level: 3, id: "2", certainty: Certainty.Certain), Answer("c", 1, 2, id: "3"),
            Answer("b", 0, 3, level: 3, id: "4", certainty: Certainty.FairlySure),
        ];
        var area = Assert.Single(Rank([Evidence("attention", answers) with { Cards = 3, DueCards = 1, Freshness = 0.71, Misconceptions = [new("scale", ["2"], 0.1, [])] }], answers, 12));
        Assert.Equal("2 of 4 right, the last 9 days ago, both misses on “compute or apply”; certain and wrong once.", area.Reasons[0]);
        Assert.Matches(@"^Someone at your overall level would be expected to get \d\.\d of these 4 right \(1 of “recall”, 1 of “explain”, 2 of “compute or apply”\)\.$", area.Reasons[1]);
        Assert.Equal("One wrong belief about it still shows.", area.Reasons[2]);
        Assert.Equal("1 of 3 cards is due; about 71 % of them would be recalled today.", area.Reasons[3]);
        Assert.Matches(@"^Estimate: \d+ % of its questions, likely between \d+ % and \d+ %\.$", area.Reasons[4]);
        Assert.Equal(["4", "2"], area.EvidenceFor);
        Assert.Equal(["3", "1"], area.EvidenceAgainst);
    }

    [Fact]
    public void Rank_OneAnswer_SaysThatItIsNotEnough()
    {
        List<ConceptAnswer> answers = [Answer("a", 0, 5)];
        var area = Assert.Single(Rank([Evidence("attention", answers) with { Cards = 1, DueCards = 1, Freshness = 0.63 }], answers, 5.5));
        Assert.Equal("0 of 1 right, the last today, the miss on “explain”.", area.Reasons[0]);
        Assert.Equal("Its one card is due; the chance that it would be recalled today is about 63 %.", area.Reasons[1]);
        Assert.Matches(@"^One answer so far is not enough to say whether it is weak; (one more might|answer about \d+ more to) settle it\.$", area.Reasons[^1]);
    }

    [Fact]
    public void Rank_NothingAnswered_IsNotWeakButUnknown()
    {
        Assert.Empty(Rank([Evidence("attention", [])], [], 0));
        Assert.Empty(Rank([Evidence("attention", [Answer("a", 0, 0) with { Score = null }])], [], 0));
    }

    [Fact]
    public void Rank_PutsTheCostliestFirst()
    {
        List<ConceptAnswer> answers =
        [
            .. "abcdef".Select((q, i) => Answer($"weak-{q}", 0, 0.01 * i, "weak")), .. "abcdef".Select((q, i) => Answer($"strong-{q}", 1, 0.01 * i, "strong")),
        ];
        ImmutableArray<ConceptEvidence> concepts = [Evidence("strong", answers), Evidence("weak", answers)];
        Assert.Equal(["weak", "strong"], Rank(concepts, answers, 1).Select(a => a.Report.Concept));
        Assert.Equal(["strong", "weak"], Rank([concepts[0] with { Weight = 10 }, concepts[1]], answers, 1).Select(a => a.Report.Concept));
        Assert.True(Rank([concepts[0] with { Freshness = 0.5 }], answers, 1)[0].Cost > Rank([concepts[0]], answers, 1)[0].Cost);
    }

    [Fact]
    public void ExpectedRight_EqualAbility_FollowsDifficulty()
    {
        var state = new MasteryState();
        Assert.Equal(1.0, ConceptReporter.Default.ExpectedRight(state, [Answer("a", 0, 0), Answer("b", 1, 0)]), 12);
        Assert.True(ConceptReporter.Default.ExpectedRight(state, [Answer("a", 0, 0, level: 4)]) < 0.3);
    }

    [Fact]
    public void Draw_TakesTurnsOverConceptsAndPrefersUnseenQuestions()
    {
        List<ConceptAnswer> answers = [Answer("c0-0", 1, 0, "c0")];
        var state = MasteryTracer.Default.Replay(answers);
        ImmutableArray<ConceptEvidence> concepts =
        [
            .. Enumerable.Range(0, 4).Select(c => new ConceptEvidence { Concept = $"c{c}", Questions = [.. Enumerable.Range(0, 3).Select(q => Question($"c{c}-{q}"))] }),
        ];
        var drawn = DiagnosticDraw.Draw(ConceptReporter.Default, state, concepts, 0);
        Assert.Equal(10, drawn.Length);
        Assert.Equal(10, drawn.Distinct().Count());
        Assert.Equal(4, drawn.Take(4).Select(q => q[..2]).Distinct().Count());
        Assert.DoesNotContain("c0-0", drawn.Take(8));
        Assert.Equal(12, DiagnosticDraw.Draw(ConceptReporter.Default, state, concepts, 0, 50).Length);
        Assert.Empty(DiagnosticDraw.Draw(ConceptReporter.Default, state, [], 0));
    }

    private static ConceptEvidence Evidence(string concept, List<ConceptAnswer> answers) => new()
    {
        Concept = concept,
        Questions = [Question("a", 1), Question("b", 3), Question("c")],
        Answers = [.. answers.Where(a => a.PrimaryConcept == concept)],
    };

    private static ImmutableArray<WeakArea> Rank(ImmutableArray<ConceptEvidence> concepts, List<ConceptAnswer> answers, double day) =>
        WeakAreas.Rank(ConceptReporter.Default, MasteryTracer.Default.Replay(answers), concepts, day);
}
