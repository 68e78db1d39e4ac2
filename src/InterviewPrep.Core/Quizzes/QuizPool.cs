
namespace InterviewPrep.Core.Quizzes;

/// <summary>Which of the matching questions a quiz draws from.</summary>
public enum QuizPool
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Never answered.</summary>
    Unseen,

    /// <summary>Whose last answer was not right (see <see cref="Answers.Marking.Right"/>).</summary>
    Missed,

    /// <summary>Bookmarked.</summary>
    Bookmarked,
}
