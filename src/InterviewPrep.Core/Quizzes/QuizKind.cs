
namespace InterviewPrep.Core.Quizzes;

/// <summary>What a sitting is for.</summary>
public enum QuizKind
{
    /// <summary>Put together by the learner.</summary>
    Custom,

    /// <summary>The questions of a lesson.</summary>
    Lesson,

    /// <summary>Drawn from a module.</summary>
    Module,

    /// <summary>Those missed in an earlier sitting, again.</summary>
    Retry,

    /// <summary>Finds out where a learner stands.</summary>
    Diagnostic,

    /// <summary>Works on chosen concepts.</summary>
    Drill,

    /// <summary>Drawn from a deck.</summary>
    Deck,

    /// <summary>A round of a mock loop.</summary>
    Round,
}
