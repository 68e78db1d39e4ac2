using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Calibration;
using InterviewPrep.Core.Mastery;
using static InterviewPrep.Core.Tests.Mastery.Answers;

namespace InterviewPrep.Core.Tests.Calibration;

public sealed class CalibrationReportTests
{
    [Theory]
    [InlineData(Certainty.NotSure, 1, 0)]
    [InlineData(Certainty.FairlySure, 2, -2)]
    [InlineData(Certainty.Certain, 3, -6)]
    public void Mark_IsThePublishedScale(Certainty certainty, int right, int wrong)
    {
        Assert.Equal(right, CertaintyMark.Of(certainty, true));
        Assert.Equal(wrong, CertaintyMark.Of(certainty, false));
    }

    [Fact]
    public void Best_AnyChance_EarnsMost()
    {
        for (var chance = 0.005; chance < 1; chance += 0.01)
        {
            double Expected(Certainty c) => (chance * CertaintyMark.Of(c, true)) + ((1 - chance) * CertaintyMark.Of(c, false));
            Assert.Equal(Enum.GetValues<Certainty>().Max(Expected), Expected(CertaintyMark.Best(chance)), 12);
            Assert.True(CertaintyMark.Range(CertaintyMark.Best(chance)).Contains(chance));
        }
    }

    [Fact]
    public void Of_Nothing_SaysSo()
    {
        var report = CalibrationReport.Of([Answer("a", 1, 0)]);
        Assert.Equal(0, report.Answers);
        Assert.True(double.IsNaN(report.Bias));
        Assert.All(report.Levels, l => Assert.Equal(Confidence.NotEnough, l.Verdict));
        Assert.StartsWith("There are not enough answers", Assert.Single(report.Advice), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CertainAndHalfWrong_IsOverConfidentInTheConceptToo()
    {
        var report = CalibrationReport.Of(Given(Certainty.Certain, right: 10, wrong: 10));
        var level = report.Levels[2];
        Assert.Equal((20, 10, 0.5, -30), (level.Answers, level.Right, level.Share, level.Marks));
        Assert.Equal(Confidence.Over, level.Verdict);
        var concept = Assert.Single(report.Concepts);
        Assert.Equal(Confidence.Over, concept.Verdict);
        Assert.Equal(10, concept.CertainAndWrong.Length);
        Assert.Equal(0.4, report.Bias, 12);
        Assert.Equal(10, report.MarksAtBest);
        Assert.Contains("10 of 20 (50 %)", Assert.Single(report.Advice), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NotSureAndAlwaysRight_IsUnderConfident()
    {
        var report = CalibrationReport.Of(Given(Certainty.NotSure, right: 20, wrong: 0));
        Assert.Equal(Confidence.Under, report.Levels[0].Verdict);
        Assert.Equal(60, report.MarksAtBest);
    }

    [Theory]
    [InlineData(Certainty.FairlySure, 15, 5)]
    [InlineData(Certainty.Certain, 19, 1)]
    [InlineData(Certainty.NotSure, 10, 10)]
    public void Of_WhatFits_IsLeftAlone(Certainty certainty, int right, int wrong)
    {
        var report = CalibrationReport.Of(Given(certainty, right, wrong));
        Assert.Equal(Confidence.Fits, report.Levels[(int)certainty - 1].Verdict);
        Assert.StartsWith("What you say", Assert.Single(report.Advice), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SevenAnswers_AreNotEnoughHoweverBad() =>
        Assert.Equal(Confidence.NotEnough, CalibrationReport.Of(Given(Certainty.Certain, right: 0, wrong: 7)).Concepts[0].Verdict);

    [Fact]
    public void Wilson_KnownShare_IsThePublishedInterval()
    {
        // 10 of 20: 0.2993 to 0.7007 (Newcombe 1998, method 3, by the same formula).
        var interval = Interval.Wilson(10, 20);
        Assert.Equal(0.2993, interval.Low, 4);
        Assert.Equal(0.7007, interval.High, 4);
        Assert.Equal(new Interval(0, 1), Interval.Wilson(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Wilson(3, 2));
    }

    private static IEnumerable<ConceptAnswer> Given(Certainty certainty, int right, int wrong) =>
        Enumerable.Range(0, right + wrong).Select(i => Answer($"q{i}", i < right ? 1 : 0, i, certainty: certainty));
}
