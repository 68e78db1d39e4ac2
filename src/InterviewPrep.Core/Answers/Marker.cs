using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using InterviewPrep.Core.Expressions;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Answers;

/// <summary>Marks a response against the key of a question's variant.</summary>
public static class Marker
{
    private const string Foreign = "This answer does not belong to this question. Load the page again and answer what it shows.";

    // What a weight is worth that a red flag takes away.
    private const int RedFlagWeight = 1;

    /// <summary>Marks a response, or says what to mend before it can be marked. Never throws, whatever was sent.</summary>
    /// <param name="question">The question.</param>
    /// <param name="seed">Draws the variant.</param>
    /// <param name="response">What was answered.</param>
    /// <param name="marking">The mark, or null when there is a problem.</param>
    /// <param name="problem">What the learner can do about it, in a sentence or two; or null.</param>
    public static bool TryMark(
        Question question, long seed, Response response,
        [NotNullWhen(true)] out Marking? marking, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(question);
        (marking, problem) = (question, response) switch
        {
            (_, UnknownResponse) => (Nothing, null),
            (ChoiceQuestion choice, ChoiceResponse chosen) => MarkChoice(choice, chosen),
            (NumberQuestion number, TextResponse typed) => MarkNumber(number, seed, typed),
            (TextQuestion text, TextResponse typed) => MarkText(text, typed),
            (OrderQuestion order, OrderResponse steps) => MarkOrder(order, steps),
            (MatchQuestion match, MatchResponse targets) => MarkMatch(match, targets),
            (ClozeQuestion cloze, ClozeResponse blanks) => MarkCloze(cloze, blanks),
            (OpenQuestion open, OpenResponse words) => MarkOpen(open, words),
            _ => (null, Foreign),
        };
        return (problem is null) == (marking is not null) && marking is not null;
    }

    /// <summary>The key of a number question's variant in base units, or <see langword="null"/> when it has none.</summary>
    public static double? KeyOf(NumberQuestion question, long seed)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Answer.Evaluate(question.Variants.Draw(seed)).TryGetNumber(out var key) ? key : null;
    }

    /// <summary>Whether a text is one of the accepted, in the many ways to write them.</summary>
    public static bool Accepts(IEnumerable<string> accepted, string? text)
    {
        var key = TermText.Key(text);
        return key.Length > 0 && accepted.Any(a => TermText.Key(a) == key);
    }

    private static Marking Nothing { get; } = new(0, [], []);

    private static (Marking?, string?) MarkChoice(ChoiceQuestion question, ChoiceResponse response)
    {
        var chosen = response.Options.IsDefault ? [] : response.Options.ToHashSet(StringComparer.Ordinal);
        if (chosen.Count == 0) return (null, question is SingleQuestion ? "Choose one of the options, or say that you don't know." : "Tick at least one option, or say that you don't know.");
        if (!chosen.IsSubsetOf(question.Options.Select(o => o.Id)) || (question is SingleQuestion && chosen.Count > 1)) return (null, Foreign);
        var right = question.Options.Count(o => o.Correct && chosen.Contains(o.Id));
        var wrong = chosen.Count - right;
        return (new Marking(
            Math.Max(0, right - wrong) / (double)question.Options.Count(o => o.Correct),
            [.. question.Options.Select(o => o.Correct == chosen.Contains(o.Id))],
            [.. question.Options.Where(o => !o.Correct && chosen.Contains(o.Id)).Select(o => o.Misconception).OfType<string>().Distinct()]), null);
    }

    private static (Marking?, string?) MarkNumber(NumberQuestion question, long seed, TextResponse response)
    {
        if (!NumberInput.TryParse(response.Text, question.Unit, out var input, out var error)) return (null, error);
        var values = question.Variants.Draw(seed);
        if (!question.Answer.Evaluate(values).TryGetNumber(out var key)) return (null, "This variant of the question has no key. Ask for another variant.");
        if (question.Tolerance.Accepts(key, input.Value)) return (new Marking(1, [], [], Understood: input.Understood), null);
        for (var i = 0; i < question.Slips.Length; i++)
        {
            if (question.Slips[i].Result.Evaluate(values).TryGetNumber(out var slip) && question.Tolerance.Accepts(slip, input.Value))
                return (new Marking(0, [], question.Slips[i].Misconception is { } m ? [m] : [], i, input.Understood), null);
        }

        return (new Marking(0, [], [], Understood: input.Understood), null);
    }

    private static (Marking?, string?) MarkText(TextQuestion question, TextResponse response)
    {
        if (Problem(response.Text, "Write a term, or say that you don't know.") is { } problem) return (null, problem);
        var isRight = Accepts(question.Accept, response.Text)
            || (question.Pattern is { } pattern && Regex.IsMatch(TermText.Normalise(response.Text), $"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase));
        return (new Marking(isRight ? 1 : 0, [], []), null);
    }

    private static (Marking?, string?) MarkOrder(OrderQuestion question, OrderResponse response)
    {
        var count = question.Steps.Length;
        if (response.Steps.IsDefault || response.Steps.Length != count || !response.Steps.Order().SequenceEqual(Enumerable.Range(0, count))) return (null, Foreign);
        var inversions = 0;
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                if (response.Steps[i] > response.Steps[j]) inversions++;
            }
        }

        return (new Marking(1 - inversions / (count * (count - 1) / 2.0), [.. Enumerable.Range(0, count).Select(i => response.Steps[i] == i)], []), null);
    }

    private static (Marking?, string?) MarkMatch(MatchQuestion question, MatchResponse response)
    {
        var targets = Presentation.TargetsOf(question);
        if (response.Targets.IsDefault || response.Targets.Length != question.Pairs.Length || response.Targets.Any(t => t < -1 || t >= targets.Length)) return (null, Foreign);
        if (response.Targets.All(t => t < 0)) return (null, "Match at least one, or say that you don't know.");
        ImmutableArray<bool> parts = [.. question.Pairs.Select((p, i) => response.Targets[i] >= 0 && targets[response.Targets[i]] == p.Right)];
        return (new Marking(Share(parts), parts, []), null);
    }

    private static (Marking?, string?) MarkCloze(ClozeQuestion question, ClozeResponse response)
    {
        if (response.Blanks.IsDefault || response.Blanks.Length != question.Blanks.Length) return (null, Foreign);
        if (response.Blanks.All(string.IsNullOrWhiteSpace)) return (null, "Fill in at least one gap, or say that you don't know.");
        if (response.Blanks.Any(b => b?.Length > Response.MaxTextLength)) return (null, TooLong(Response.MaxTextLength));
        ImmutableArray<bool> parts = [.. question.Blanks.Select((b, i) => Accepts(b.Accept, response.Blanks[i]))];
        return (new Marking(Share(parts), parts, []), null);
    }

    private static (Marking?, string?) MarkOpen(OpenQuestion question, OpenResponse response)
    {
        if (response.Text?.Length > Response.MaxOpenLength) return (null, TooLong(Response.MaxOpenLength));
        var points = response.KeyPoints.IsDefault ? [] : response.KeyPoints.ToHashSet();
        var flags = response.RedFlags.IsDefault ? [] : response.RedFlags.ToHashSet();
        if (points.Any(i => i < 0 || i >= question.KeyPoints.Length) || flags.Any(i => i < 0 || i >= question.RedFlags.Length)) return (null, Foreign);
        var said = points.Sum(i => question.KeyPoints[i].Weight) - flags.Count * RedFlagWeight;
        return (new Marking(
            Math.Max(0, said) / (double)question.KeyPoints.Sum(k => k.Weight),
            [.. Enumerable.Range(0, question.KeyPoints.Length).Select(points.Contains)], []), null);
    }

    private static double Share(ImmutableArray<bool> parts) => parts.Count(p => p) / (double)parts.Length;

    private static string? Problem(string? text, string empty) =>
        string.IsNullOrWhiteSpace(text) ? empty : text.Length > Response.MaxTextLength ? TooLong(Response.MaxTextLength) : null;

    private static string TooLong(int most) => $"That is longer than {most:N0} characters. Shorten it.";
}
