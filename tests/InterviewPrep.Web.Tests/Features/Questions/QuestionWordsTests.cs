using InterviewPrep.Core.Questions;
using InterviewPrep.Testing;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Tests.Features.Questions;

/// <summary>What lists call a question.</summary>
public sealed class QuestionWordsTests : LearnerTest
{
    [Fact]
    public void A_title_holds_no_key_of_a_gap()
    {
        var title = QuestionWords.Title(Question("q-cloze"));
        Assert.Equal("The rule is … first out, in … time.", title);
        Assert.DoesNotContain(ScreenCourse.Secret, title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{n}} layers of width {{d}}", "… layers of width …")]
    [InlineData(@"Half of $\frac{{{n}}}{2}$", "Half of …/2")]
    [InlineData("Short", "Short")]
    [InlineData("One question that goes on and on about a network whose width and depth are left to chance alone", "One question that goes on and on about a network whose width and depth are left to chance…")]
    [InlineData("One question that goes on and on about a network whose width and depth are, all in all, = {{d}} and more", "One question that goes on and on about a network whose width and depth are, all in all…")]
    public void A_title_has_dots_for_drawn_numbers_and_ends_with_a_word(string prompt, string title) =>
        Assert.Equal(title, QuestionWords.Title(Question("q-number") with { Prompt = prompt }));

    private Question Question(string id) => Catalog.Current.Course.FindQuestion(id)!;
}
