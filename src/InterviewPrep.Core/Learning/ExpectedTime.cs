using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Learning;

/// <summary>
/// How long an answer to a question should take: reading it, thinking and answering. By type, in seconds: 30 to choose one option or to
/// write a term, 45 to choose several or to fill blanks, 60 to order or match, 90 to compute a number; times 0.75, 1, 1.5 or 2 for the
/// levels 1 to 4. An answer in one's own words takes the minutes that its author gives it.
/// </summary>
/// <remarks>Set by judgement: only ratios of two and more against them change a rating (<see cref="Memory.AnswerRating"/>).</remarks>
public static class ExpectedTime
{
    /// <summary>The time of a question, above zero.</summary>
    public static TimeSpan Of(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question is OpenQuestion open) return TimeSpan.FromMinutes(open.Minutes);
        var seconds = question.Type switch
        {
            QuestionType.Single or QuestionType.Text => 30,
            QuestionType.Multi or QuestionType.Cloze => 45,
            QuestionType.Order or QuestionType.Match => 60,
            _ => 90,
        };
        var factor = question.Level switch
        {
            <= 1 => 0.75,
            2 => 1,
            3 => 1.5,
            _ => 2,
        };
        return TimeSpan.FromSeconds(seconds * factor);
    }
}
