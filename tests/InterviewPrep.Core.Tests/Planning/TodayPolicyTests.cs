using System.Collections.Immutable;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Core.Memory;
using InterviewPrep.Core.Planning;
using static InterviewPrep.Core.Tests.Mastery.Answers;

namespace InterviewPrep.Core.Tests.Planning;

public sealed class TodayPolicyTests
{
    private static readonly MemoryModel Model = new(FsrsParameters.Default);

    [Fact]
    public void Choose_AnyMinutes_NeverTakesMore()
    {
        foreach (var minutes in Enumerable.Range(0, 40))
        {
            var chosen = TodayPolicy.Default.Choose(Situation(), minutes);
            Assert.True(chosen.Sum(a => a.Minutes) <= minutes);
            Assert.Equal(chosen.Length, chosen.Distinct().Count());
        }
    }

    [Fact]
    public void Rank_OneConcept_IsWorthLessTheMoreIsDone()
    {
        var drills = TodayPolicy.Default.Rank(Situation() with { Lessons = [] }).OfType<DrillQuestion>().Where(d => d.Concept == "weak").ToList();
        Assert.True(drills.Count > 2);
        Assert.Equal(drills.Select(d => d.Gain).OrderDescending(), drills.Select(d => d.Gain));
    }

    [Fact]
    public void Rank_WeakBeforeStrong_ForTheSameKindOfActivity() =>
        Assert.Equal("weak", TodayPolicy.Default.Rank(Situation() with { Lessons = [] }).OfType<DrillQuestion>().First().Concept);

    [Fact]
    public void Rank_Weight_CanTurnTheOrder()
    {
        var situation = Situation() with { Lessons = [] };
        situation = situation with { Concepts = [.. situation.Concepts.Select(c => c.Report.Concept == "strong" ? c with { Weight = 50 } : c)] };
        Assert.Equal("strong", TodayPolicy.Default.Rank(situation).OfType<DrillQuestion>().First().Concept);
    }

    [Fact]
    public void Rank_Lesson_IsReadOnceAndOnlyWhereItTeachesSomethingThatCounts()
    {
        var ranked = TodayPolicy.Default.Rank(Situation());
        Assert.Equal("weak-lesson", Assert.Single(ranked.OfType<ReadLesson>()).Lesson);
    }

    [Fact]
    public void Rank_ReviewThatHelpsNothing_IsLeftOut()
    {
        var situation = Situation();
        situation = situation with { Concepts = [situation.Concepts[0] with { Cards = [new("x", 0.9, 0.9, 0.9)] }] };
        Assert.Empty(TodayPolicy.Default.Rank(situation).OfType<ReviewCard>());
    }

    [Fact]
    public void CardOutlook_Review_RaisesTheRecallOnTheDay()
    {
        var memory = Model.Next(default, Rating.Good, 0);
        var card = CardOutlook.Of("q", Model, memory, 3, 14);
        Assert.Equal(Model.Retrievability(17, memory.Stability), card.RecallThen);
        Assert.True(card.RecallNow > card.RecallThen && card.RecallThenIfReviewed > card.RecallThen);
        Assert.True(CardOutlook.RecallOfNew(Model, 0.9, 14) > CardOutlook.RecallOfNew(Model, 0.2, 14));
    }

    private static StudySituation Situation()
    {
        ImmutableArray<ConceptAnswer> answers =
        [
            .. Enumerable.Range(0, 8).Select(i => Answer($"w{i}", i % 2, 0.01 * i, "weak")), .. Enumerable.Range(0, 12).Select(i => Answer($"s{i}", 1, 0.01 * i, "strong")),
        ];
        var state = MasteryTracer.Default.Replay(answers);
        ConceptOutlook Outlook(string concept) => new(
            ConceptReporter.Default.Report(state, concept, [Question($"{concept}-a"), Question($"{concept}-b")], 10), 1,
            [new($"{concept}-card", 0.8, 0.5, 0.75)], [.. Enumerable.Range(0, 5).Select(i => $"{concept}-{i}")]);
        return new StudySituation
        {
            Concepts = [Outlook("weak"), Outlook("strong")],
            Lessons = [new("weak-lesson", 10, ["weak"]), new("unrelated", 10, ["elsewhere"])],
            RecallOfNewCard = 0.6,
        };
    }
}
