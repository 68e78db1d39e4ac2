using System.Globalization;
using System.Text.Json;
using InterviewPrep.Core.Mastery;
using static InterviewPrep.Core.Tests.Mastery.Answers;

namespace InterviewPrep.Core.Tests.Mastery;

public sealed class MasteryTracerTests
{
    /// <summary>
    /// One learner: day, concept, question, level (none: unknown difficulty), guess chance, score (none: solution looked at) and the prediction
    /// before it. Made by a second implementation, in another language, of the formulas in docs/learning-model.md.
    /// </summary>
    private const string Reference = """
        0.013,0,2,3,0.5,0.5,0.7054544342
        0.027,1,5,1,0.5,0,0.8295335598
        0.036,0,1,2,0.25,0,0.5365113611
        0.037,0,0,1,0,0.5,0.5041744811
        0.048,2,8,4,0.5,1,0.5981379456
        2.548,0,2,3,0.5,1,0.6536521637
        6.348,1,5,1,0.5,0,0.7324618366
        6.355,2,8,4,0.5,1,0.6322119767
        6.37,1,4,,0.25,0.5,0.4684762588
        6.381,1,4,,0.25,1,0.6255581840
        6.381,1,4,,0.25,0,0.8178168167
        12.081,1,3,4,0,0,0.1233785802
        14.181,0,2,3,0.5,1,0.6442624874
        14.381,2,8,4,0.5,,0.6376664123
        19.081,0,0,1,0,1,0.5300033811
        19.092,0,0,1,0,,0.7813353004
        19.093,0,1,2,0.25,0.5,0.5331909029
        19.106,1,4,,0.25,0,0.4706193996
        19.107,1,5,1,0.5,0,0.6773160000
        22.607,1,4,,0.25,1,0.4064464478
        22.612,0,1,2,0.25,,0.5556451593
        22.613,0,1,2,0.25,1,0.6483079870
        22.625,0,2,3,0.5,1,0.7120244270
        22.632,0,1,2,0.25,,0.8273952329
        22.642,1,5,1,0.5,0,0.6992008476
        22.658,2,7,3,0.25,0.5,0.4494846465
        22.665,0,1,2,0.25,0,0.8143890241
        22.683,0,0,1,0,0,0.6028252654
        22.684,1,4,,0.25,0,0.5627602002
        22.692,0,2,3,0.5,,0.7175774047
        """;

    [Fact]
    public void Predict_SmallReference_IsReproduced()
    {
        var state = new MasteryState();
        var compared = 0;
        foreach (var line in Reference.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Trim().Split(',');
            double Number(int i) => double.Parse(cells[i], CultureInfo.InvariantCulture);
            var answer = Answer(cells[2], 0, Number(0), cells[1], guess: Number(4)) with
            {
                Difficulty = cells[3].Length == 0 ? Difficulty.Unknown(MasteryConstants.Default) : Difficulty.Authored(int.Parse(cells[3], CultureInfo.InvariantCulture), MasteryConstants.Default),
                Score = cells[5].Length == 0 ? null : Number(5),
            };
            Assert.Equal(Number(6), MasteryTracer.Default.Predict(state, answer), 1e-8);
            MasteryTracer.Default.Trace(state, answer);
            compared++;
        }

        Assert.Equal(30, compared);
    }

    [Fact]
    public void Trace_RightAnswer_NeverLowersAbilityAndWrongNeverRaisesIt()
    {
        foreach (var seed in Enumerable.Range(1, 50))
        {
            var state = new MasteryState();
            foreach (var answer in History(seed, 100))
            {
                var before = MasteryTracer.Default.AbilityOf(state).Mean + MasteryTracer.Default.OffsetOf(state, answer.PrimaryConcept).Mean;
                var overall = MasteryTracer.Default.AbilityOf(state).Mean;
                MasteryTracer.Default.Trace(state, answer);
                var after = MasteryTracer.Default.AbilityOf(state).Mean + MasteryTracer.Default.OffsetOf(state, answer.PrimaryConcept).Mean;
                if (answer.Score == 1) Assert.True(after >= before, $"{seed}: {answer}");
                if (answer.Score == 0) Assert.True(MasteryTracer.Default.AbilityOf(state).Mean <= overall, $"{seed}: {answer}");
            }
        }
    }

    [Fact]
    public void Trace_AnyHistory_KeepsVariancesBetweenZeroAndTheirPriors()
    {
        var constants = MasteryConstants.Default;
        foreach (var seed in Enumerable.Range(1, 30))
        {
            var state = MasteryTracer.Default.Replay(History(seed, 400));
            Assert.InRange(state.Ability!.Value.Variance, double.Epsilon, constants.AbilityVariance);
            Assert.All(state.Concepts.Values, c => Assert.InRange(c.Offset.Variance, double.Epsilon, constants.OffsetVariance));
            Assert.All(state.Difficulties.Values, d => Assert.InRange(d.Variance, double.Epsilon, constants.DifficultyVariance));
            Assert.All(state.Memories.Values, m => Assert.InRange(m.Boost.Variance, double.Epsilon, constants.MemoryVariance));
        }
    }

    [Fact]
    public void Trace_StoredHalfWayAsJson_EndsWhereAReplayEnds()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var history = History(seed, 200);
            var stored = JsonSerializer.Serialize(MasteryTracer.Default.Replay(history.Take(77)));
            var state = JsonSerializer.Deserialize<MasteryState>(stored)!;
            foreach (var answer in history.Skip(77)) MasteryTracer.Default.Trace(state, answer);
            Assert.Equal(JsonSerializer.Serialize(MasteryTracer.Default.Replay(history)), JsonSerializer.Serialize(state));
        }
    }

    [Fact]
    public void Predict_SameQuestionAgain_IsHigherAtOnceAndFades()
    {
        var state = MasteryTracer.Default.Replay([Answer("q", 0, 0)]);
        var other = MasteryTracer.Default.Predict(state, Answer("r", 0, 0.01));
        var soon = MasteryTracer.Default.Predict(state, Answer("q", 0, 0.01));
        var later = MasteryTracer.Default.Predict(state, Answer("q", 0, 30));
        Assert.True(soon > later && soon > other, $"{soon} {later} {other}");
    }

    [Fact]
    public void Predict_AnotherVariant_IsNotHelpedByMemory()
    {
        var state = MasteryTracer.Default.Replay([Answer("q", 1, 0) with { Variant = 7 }]);
        Assert.True(
            MasteryTracer.Default.Predict(state, Answer("q", 1, 0.01) with { Variant = 7 })
            > MasteryTracer.Default.Predict(state, Answer("q", 1, 0.01) with { Variant = 8 }));
    }

    [Fact]
    public void Trace_NoFeedback_LearnsNothingAboutTheQuestionItself()
    {
        var shown = MasteryTracer.Default.Replay([Answer("q", 0, 0)]);
        var hidden = MasteryTracer.Default.Replay([Answer("q", 0, 0) with { FeedbackShown = false }]);
        Assert.True(shown.Memories["q"].Boost.Mean > hidden.Memories["q"].Boost.Mean);
        Assert.Equal(shown.Concepts["attention"].Offset, hidden.Concepts["attention"].Offset);
    }

    [Fact]
    public void Trace_RightGuess_MovesLessThanARightRecall()
    {
        double AbilityAfter(double guess) => MasteryTracer.Default.Replay([Answer("q", 1, 0, guess: guess)]).Ability!.Value.Mean;
        Assert.True(AbilityAfter(0.25) < AbilityAfter(0) && AbilityAfter(0.25) > 0);
    }

    [Theory]
    [InlineData(1.5, 0, 0)]
    [InlineData(-0.1, 0, 0)]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(1, -0.1, 0)]
    [InlineData(1, 0, double.PositiveInfinity)]
    public void Trace_ImpossibleAnswer_IsRefusedAndChangesNothing(double score, double guess, double day)
    {
        var state = new MasteryState();
        Assert.Throws<ArgumentException>(() => MasteryTracer.Default.Trace(state, Answer("q", score, day, guess: guess)));
        Assert.Throws<ArgumentException>(() => MasteryTracer.Default.Trace(state, Answer("q", 1, 0) with { Concepts = [] }));
        Assert.Empty(state.Concepts);
    }

    [Fact]
    public void Trace_ClockGoesBack_IsTakenAsNoTime()
    {
        var state = MasteryTracer.Default.Replay([Answer("q", 1, 10), Answer("q", 1, 5), Answer("q", 0, 9)]);
        Assert.True(double.IsFinite(state.Memories["q"].Boost.Mean));
    }

    [Fact]
    public void Trace_AbsurdlyManyRightAnswers_StaysFinite()
    {
        var state = new MasteryState();
        for (var i = 0; i < 20_000; i++) MasteryTracer.Default.Trace(state, Answer($"q{i % 3}", i % 2, 0.001 * i, guess: i % 3 == 0 ? 0.25 : 0));
        Assert.True(double.IsFinite(state.Ability!.Value.Mean) && double.IsFinite(state.Concepts["attention"].Offset.Mean));
    }
}
