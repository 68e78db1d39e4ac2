using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Mastery;

namespace InterviewPrep.Core.Tests.Mastery;

/// <summary>Answers for tests.</summary>
internal static class Answers
{
    public static ConceptAnswer Answer(
        string question, double score, double day, string concept = "attention", int level = 2, string? id = null, Certainty? certainty = null,
        string? misconception = null, double guess = 0) => new()
        {
            Id = id ?? $"{question}@{day}",
            Question = question,
            Concepts = [concept],
            Level = level,
            Difficulty = Difficulty.Authored(level, MasteryConstants.Default),
            Guess = guess,
            Score = score,
            Day = day,
            Certainty = certainty,
            Misconceptions = misconception is null ? [] : [misconception],
        };

    public static ConceptQuestion Question(string id, int level = 2, double guess = 0, bool hasVariants = false) =>
        new(id, level, Difficulty.Authored(level, MasteryConstants.Default), guess, hasVariants);

    /// <summary>A random history of one learner: several concepts, repeats, guesses, partial scores, solutions looked at.</summary>
    public static List<ConceptAnswer> History(int seed, int count)
    {
        var random = new Random(seed);
        var day = 0.0;
        var answers = new List<ConceptAnswer>();
        for (var i = 0; i < count; i++)
        {
            day += random.Next(4) == 0 ? 5 * random.NextDouble() : 0.01;
            var concept = random.Next(4);
            var question = random.Next(5);
            answers.Add(Answer($"q{concept}-{question}", 0, day, $"c{concept}", 1 + random.Next(4), $"a{i}", (Certainty)(1 + random.Next(3)), null, question == 0 ? 0.25 : 0) with
            {
                Score = random.Next(8) switch { 0 => null, 1 => random.NextDouble(), < 5 => 1, _ => 0 },
                Variant = random.Next(2),
                FeedbackShown = random.Next(5) > 0,
            });
        }

        return answers;
    }
}
