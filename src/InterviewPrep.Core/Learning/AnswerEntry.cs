using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Memory;

namespace InterviewPrep.Core.Learning;

/// <summary>One answer as lists and charts show it.</summary>
/// <param name="Id">Id of the answer.</param>
/// <param name="Question">Id of the question, which may have left the course.</param>
/// <param name="Time">UTC.</param>
/// <param name="Day">The learner's study day.</param>
/// <param name="Mode">Where it was given.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Certainty">How sure the learner was.</param>
/// <param name="Hints">How many hints had been shown.</param>
/// <param name="Duration">From showing to submitting.</param>
/// <param name="Rating">What it did to its card; <see langword="null"/> when it left it as it was.</param>
/// <param name="Correction">What the learner said about that.</param>
/// <param name="WasDue">Whether its card's interval of days was over.</param>
/// <param name="Recall">The chance of recall that had been predicted, 0 to 1; <see langword="null"/> for a first answer.</param>
public readonly record struct AnswerEntry(
    Guid Id, string Question, DateTime Time, DateOnly Day, AnswerMode Mode, double Score, Certainty? Certainty, int Hints, TimeSpan Duration,
    Rating? Rating, AnswerCorrection Correction, bool WasDue, double? Recall);
