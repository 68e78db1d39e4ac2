using System.Collections.Immutable;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Answers;

/// <summary>
/// Says what a response to one version of a question means in another, where its parts may have moved: options keep their ids, blanks their
/// names; steps, pairs and key points are recognised by their texts.
/// </summary>
public static class Translation
{
    /// <summary>The response in terms of the newer version.</summary>
    /// <param name="before">The question as it was asked.</param>
    /// <param name="after">The version to translate to.</param>
    /// <param name="response">The response to <paramref name="before"/>.</param>
    /// <returns><see langword="null"/> when it has no meaning there: the type or the variants are others, or a part of it is gone.</returns>
    public static Response? Of(Question before, Question after, Response response)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Type != after.Type || !HasSameVariants(before.Variants, after.Variants)) return null;
        return (before, after, response) switch
        {
            (ChoiceQuestion, ChoiceQuestion to, ChoiceResponse chosen) => chosen.Options.All(id => to.Options.Any(o => o.Id == id)) ? chosen : null,
            (OrderQuestion from, OrderQuestion to, OrderResponse steps) => Moved(steps.Steps, from.Steps, to.Steps) is { } moved && from.Steps.Length == to.Steps.Length ? new OrderResponse(moved) : null,
            (MatchQuestion from, MatchQuestion to, MatchResponse targets) => Matched(from, to, targets.Targets) is { } matched ? new MatchResponse(matched) : null,
            (ClozeQuestion from, ClozeQuestion to, ClozeResponse blanks) => Filled(from, to, blanks.Blanks) is { } filled ? new ClozeResponse(filled) : null,
            (OpenQuestion from, OpenQuestion to, OpenResponse words) =>
                Moved(words.KeyPoints, Texts(from), Texts(to)) is { } points && Moved(words.RedFlags, from.RedFlags, to.RedFlags) is { } flags ? words with { KeyPoints = points, RedFlags = flags } : null,
            _ => response,
        };
    }

    private static ImmutableArray<string> Texts(OpenQuestion question) => [.. question.KeyPoints.Select(k => k.Text)];

    /// <summary>Indices into one list as indices into another, by text.</summary>
    private static ImmutableArray<int>? Moved(ImmutableArray<int> indices, ImmutableArray<string> from, ImmutableArray<string> to)
    {
        var moved = ImmutableArray.CreateBuilder<int>();
        foreach (var index in indices.IsDefault ? [] : indices)
        {
            if (index < 0 || index >= from.Length || to.IndexOf(from[index]) is not (>= 0 and var place)) return null;
            moved.Add(place);
        }

        return moved.ToImmutable();
    }

    private static ImmutableArray<int>? Matched(MatchQuestion from, MatchQuestion to, ImmutableArray<int> targets)
    {
        var (before, after) = (Presentation.TargetsOf(from), Presentation.TargetsOf(to));
        if (targets.IsDefault || targets.Length != from.Pairs.Length || from.Pairs.Length != to.Pairs.Length) return null;
        var matched = ImmutableArray.CreateBuilder<int>();
        foreach (var pair in to.Pairs)
        {
            if (from.Pairs.ToList().FindIndex(p => p.Left == pair.Left) is not (>= 0 and var place)) return null;
            var target = targets[place];
            if (target >= before.Length) return null;
            matched.Add(target < 0 ? -1 : after.IndexOf(before[target]));
            if (target >= 0 && matched[^1] < 0) return null;
        }

        return matched.ToImmutable();
    }

    private static ImmutableArray<string>? Filled(ClozeQuestion from, ClozeQuestion to, ImmutableArray<string> blanks)
    {
        if (blanks.IsDefault || blanks.Length != from.Blanks.Length || from.Blanks.Length != to.Blanks.Length) return null;
        var filled = ImmutableArray.CreateBuilder<string>();
        foreach (var blank in to.Blanks)
        {
            if (from.Blanks.ToList().FindIndex(b => b.Name == blank.Name) is not (>= 0 and var place)) return null;
            filled.Add(blanks[place]);
        }

        return filled.ToImmutable();
    }

    private static bool HasSameVariants(VariantSpace a, VariantSpace b) =>
        a.Parameters.Length == b.Parameters.Length && a.Parameters.Zip(b.Parameters).All(p => p.First.Key == p.Second.Key && p.First.Value.SequenceEqual(p.Second.Value));
}
