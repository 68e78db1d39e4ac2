
namespace InterviewPrep.Core.Quizzes;

/// <summary>A sum of marks over some questions.</summary>
/// <param name="Key">What they have in common: the id of a concept, or a level.</param>
/// <param name="Score">Marks, 0 to <paramref name="Count"/>.</param>
/// <param name="Count">How many questions.</param>
public sealed record ScoreLine(string Key, double Score, int Count)
{
    /// <summary>0 to 1.</summary>
    public double Share => Count == 0 ? 0 : Score / Count;
}
