using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Core.Tests.Learning;

namespace InterviewPrep.Core.Tests.Answers;

/// <summary>Right means the same in a result, in the totals and in every model.</summary>
public sealed class RightRuleTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(0.9, true)]
    [InlineData(0.899, false)]
    [InlineData(0.75, false)]
    [InlineData(0, false)]
    public void An_answer_is_right_everywhere_or_nowhere(double score, bool isRight)
    {
        var course = Histories.Course();
        var answer = new Answer
        {
            Id = Guid.CreateVersion7(),
            Learner = Guid.CreateVersion7(),
            Step = Guid.CreateVersion7(),
            Question = Histories.Id(0),
            Version = 1,
            Seed = 1,
            Response = new UnknownResponse(),
            Certainty = Certainty.Certain,
            Score = score,
            Mode = AnswerMode.Quiz,
            Time = Histories.Start,
        };
        var model = Histories.Model(course, [LoggedAnswer.Of(answer)]);
        var result = new QuizResult([new ResultItem(course.FindQuestion(answer.Question)!, answer)]);
        Assert.Equal(isRight, answer.IsRight);
        Assert.Equal(isRight, new Marking(score, [], []).IsRight);
        Assert.Equal(isRight, result.Missed.IsEmpty);
        Assert.Equal(isRight ? 1 : 0, result.Certainties[0].Right);
        Assert.Equal(isRight ? 1 : 0, model.Totals().Right);
        Assert.Equal(isRight, model.ConfidentlyWrong.IsEmpty);
        Assert.Equal(isRight ? 1 : 0, model.Report("concept-0", Histories.Start).Right);
        Assert.Equal(isRight, Assert.Single(model.AnswersOf("concept-0")).IsRight);
    }

    [Theory]
    [InlineData(0.7, true)]
    [InlineData(0.7 - 1e-12, true)]
    [InlineData(0.69, false)]
    public void A_round_is_passed_from_its_mark_on(double share, bool isPassed) => Assert.Equal(isPassed, new MockLoop("t", "s", 0.7, []).IsPassedBy(share));
}
