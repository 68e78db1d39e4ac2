using System.Collections.Immutable;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Answers;

/// <summary>In which order a seed shows what a question offers. The same seed gives the same order for the same version.</summary>
/// <param name="Choices">Indices of the options or steps as shown, or of the left sides, which stay in the author's order.</param>
/// <param name="Targets">Indices of the right sides as shown, into <see cref="TargetsOf"/>; empty for other questions.</param>
public sealed record Presentation(ImmutableArray<int> Choices, ImmutableArray<int> Targets)
{
    /// <summary>The order for a question and a seed. Steps are never shown in their right order.</summary>
    public static Presentation Of(Question question, long seed)
    {
        ArgumentNullException.ThrowIfNull(question);
        var random = new SplitMix64(seed);
        return question switch
        {
            ChoiceQuestion choice => new(random.Permutation(choice.Options.Length), []),
            OrderQuestion order => new(Disordered(order.Steps.Length, ref random), []),
            MatchQuestion match => new([.. Enumerable.Range(0, match.Pairs.Length)], random.Permutation(TargetsOf(match).Length)),
            _ => new([], []),
        };
    }

    /// <summary>The right sides of the pairs, then the distractors; each text once.</summary>
    public static ImmutableArray<string> TargetsOf(MatchQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return [.. question.Pairs.Select(p => p.Right).Concat(question.Distractors).Distinct(StringComparer.Ordinal)];
    }

    private static ImmutableArray<int> Disordered(int count, ref SplitMix64 random)
    {
        var order = random.Permutation(count);
        return count > 1 && order.SequenceEqual(Enumerable.Range(0, count)) ? [.. order.Skip(1), order[0]] : order;
    }
}
