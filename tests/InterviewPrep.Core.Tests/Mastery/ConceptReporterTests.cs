using System.Collections.Immutable;
using InterviewPrep.Core.Mastery;
using static InterviewPrep.Core.Tests.Mastery.Answers;

namespace InterviewPrep.Core.Tests.Mastery;

public sealed class ConceptReporterTests
{
    private static readonly ImmutableArray<ConceptQuestion> Questions = [Question("a", 1), Question("b"), Question("c", 3), Question("d", 4), Question("e"), Question("f", 3)];

    [Fact]
    public void Report_NoAnswer_IsWideAndSaysHowManyAnswersWouldSettleIt()
    {
        var report = Report([], 0);
        Assert.Equal(ConceptStanding.NotEnoughEvidence, report.Standing);
        Assert.True(report.Likely.High - report.Likely.Low > 0.4);
        Assert.True(report.FurtherAnswers >= 2);
        Assert.Null(report.LastDay);
    }

    [Fact]
    public void Report_Intervals_AreNestedAroundTheMastery()
    {
        foreach (var seed in Enumerable.Range(1, 30))
        {
            var state = MasteryTracer.Default.Replay(History(seed, 60));
            for (var concept = 0; concept < 4; concept++)
            {
                var report = ConceptReporter.Default.Report(state, $"c{concept}", [.. Enumerable.Range(0, 5).Select(q => Question($"q{concept}-{q}", 1 + (q % 4)))], 400);
                Assert.InRange(report.Mastery, report.Likely.Low, report.Likely.High);
                Assert.True(report.Plausible.Low <= report.Likely.Low && report.Likely.High <= report.Plausible.High);
                Assert.InRange(report.WeakProbability, 0, 1);
            }
        }
    }

    [Fact]
    public void Report_ManyMisses_IsWeakAndManyHits_AreStrong()
    {
        Assert.Equal(ConceptStanding.Weak, Report([.. Enumerable.Range(0, 6).Select(i => Answer("abcdef"[i..(i + 1)], 0, 0.01 * i))], 1).Standing);
        Assert.Equal(ConceptStanding.Strong, Report([.. Enumerable.Range(0, 6).Select(i => Answer("abcdef"[i..(i + 1)], 1, 0.01 * i))], 1).Standing);
    }

    [Fact]
    public void Report_OneMiss_IsNotCalledWeakHoweverWeakTheRest()
    {
        List<ConceptAnswer> answers = [.. Enumerable.Range(0, 30).Select(i => Answer($"x{i}", 0, 0.01 * i, "other")), Answer("a", 0, 0.5)];
        var report = Report(answers, 1);
        Assert.True(report.WeakProbability > 0.7);
        Assert.Equal(ConceptStanding.NotEnoughEvidence, report.Standing);
        Assert.Equal(1, report.FurtherAnswers);
    }

    [Fact]
    public void Report_LongAgo_IsWiderThanJustAnswered()
    {
        List<ConceptAnswer> answers = [.. Enumerable.Range(0, 12).Select(i => Answer("abcdef"[(i % 6)..((i % 6) + 1)], i % 2, 0.01 * i))];
        Assert.True(Report(answers, 60).Ability.Variance > Report(answers, 1).Ability.Variance);
    }

    [Fact]
    public void Report_Solid_NeedsOtherDaysOtherQuestionsAHardOneAndMixing()
    {
        List<ConceptAnswer> strong =
        [
            Answer("x", 1, 0, "other"), Answer("a", 1, 0.01), Answer("b", 1, 0.02), Answer("c", 1, 0.03, level: 3), Answer("d", 1, 0.04, level: 4),
            Answer("e", 1, 0.05), Answer("f", 1, 0.06, level: 3),
        ];
        Assert.Equal(ConceptStanding.Strong, Report(strong, 1).Standing);

        List<ConceptAnswer> solid = [.. strong, Answer("a", 1, 3)];
        Assert.Equal(ConceptStanding.Solid, Report(solid, 3).Standing);

        Assert.Equal(ConceptStanding.Strong, Report([.. solid.Where(a => a.Concepts[0] != "other")], 3).Standing);
        Assert.Equal(ConceptStanding.Strong, Report([.. solid.Select(a => a with { Level = 2 })], 3).Standing);
        Assert.NotEqual(ConceptStanding.Solid, Report([.. solid.Select(a => a with { Question = a.Concepts[0] == "other" ? "x" : "c" })], 3).Standing);
    }

    [Fact]
    public void Report_MissAfterSolid_FallsAndComesBackOnAnotherDay()
    {
        List<ConceptAnswer> solid =
        [
            Answer("x", 1, 0, "other"), .. "abcdef".Select((q, i) => Answer(q.ToString(), 1, 0.01 * (i + 1), level: 3)),
            .. "abcdef".Select((q, i) => Answer(q.ToString(), 1, 2 + (0.01 * i), level: 3)),
        ];
        Assert.Equal(ConceptStanding.Solid, Report(solid, 3).Standing);

        List<ConceptAnswer> missed = [.. solid, Answer("b", 0, 4)];
        Assert.Equal(ConceptStanding.Strong, Report(missed, 4).Standing);
        Assert.Equal(ConceptStanding.Strong, Report([.. missed, Answer("b", 1, 4.2)], 4.3).Standing);
        Assert.Equal(ConceptStanding.Solid, Report([.. missed, Answer("b", 1, 5)], 5).Standing);
    }

    [Fact]
    public void PredictFresh_LeavesOutTheMemoryOfSeenQuestionsAndFallsWithDifficulty()
    {
        List<ConceptAnswer> answers = [.. "abcdef".Select((q, i) => Answer(q.ToString(), 0, 0.01 * i))];
        var report = Report(answers, 0.1);
        Assert.True(report.Mastery > report.PredictFresh(new Belief(0, 0.36)));
        Assert.True(report.PredictFresh(new Belief(-1, 0.36)) > report.PredictFresh(new Belief(1, 0.36)));
        Assert.InRange(report.PredictFresh(new Belief(1, 0.36), 0.25), 0.25, 1);
        Assert.True(report.PredictFreshLikely(0).Contains(report.PredictFresh(new Belief(0, 0))));
    }

    [Fact]
    public void Report_QuestionsWithVariants_AreNotRemembered()
    {
        var state = MasteryTracer.Default.Replay([Answer("a", 0, 0)]);
        var fixedNumbers = ConceptReporter.Default.Report(state, "attention", [Question("a")], 0.1);
        var fresh = ConceptReporter.Default.Report(state, "attention", [Question("a", hasVariants: true)], 0.1);
        Assert.True(fixedNumbers.Mastery > fresh.Mastery);
    }

    private static ConceptReport Report(List<ConceptAnswer> answers, double day) =>
        ConceptReporter.Default.Report(MasteryTracer.Default.Replay(answers), "attention", Questions, day);
}
