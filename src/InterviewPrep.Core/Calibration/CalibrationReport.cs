using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Mastery;

namespace InterviewPrep.Core.Calibration;

/// <summary>Whether a learner knows what they know: certainty against correctness.</summary>
public sealed record CalibrationReport
{
    /// <summary>Answers with a certainty below which nothing is said about one level of it, or about one concept.</summary>
    public const int LeastAnswers = 8;

    /// <summary>One row for each certainty, from not sure to certain.</summary>
    public required ImmutableArray<CertaintyLevel> Levels { get; init; }

    /// <summary>By concept, the most over-confident first, those with too few answers last.</summary>
    public required ImmutableArray<ConceptConfidence> Concepts { get; init; }

    /// <summary>Answers with a certainty.</summary>
    public required int Answers { get; init; }

    /// <summary>Sum of the certainty-based marks.</summary>
    public required int Marks { get; init; }

    /// <summary>The marks if every answer of a level had been given with the certainty that its share right deserves.</summary>
    public required int MarksAtBest { get; init; }

    /// <summary>Mean difference between the stated chance and the share right, -1 to 1; positive is over-confident. NaN without answers.</summary>
    public required double Bias { get; init; }

    /// <summary>What to do about it, in whole sentences of plain English.</summary>
    public required ImmutableArray<string> Advice { get; init; }

    /// <summary>Reports on answers in the order of time; those without a certainty or a score are left out.</summary>
    public static CalibrationReport Of(IEnumerable<ConceptAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ImmutableArray<ConceptAnswer> sure = [.. answers.Where(a => a is { Certainty: not null, Score: not null })];
        ImmutableArray<CertaintyLevel> levels = [.. Enum.GetValues<Certainty>().Select(c => LevelOf(c, [.. sure.Where(a => a.Certainty == c)]))];
        ImmutableArray<ConceptConfidence> concepts =
        [
            .. sure.GroupBy(a => a.PrimaryConcept, StringComparer.Ordinal)
                .Select(g => ConceptOf(g.Key, [.. g]))
                .OrderBy(c => c.Verdict == Confidence.NotEnough)
                .ThenByDescending(c => c.Stated - c.Share)
                .ThenBy(c => c.Concept, StringComparer.Ordinal),
        ];
        return new CalibrationReport
        {
            Levels = levels,
            Concepts = concepts,
            Answers = sure.Length,
            Marks = levels.Sum(l => l.Marks),
            MarksAtBest = levels.Sum(BestMarks),
            Bias = sure.Length == 0 ? double.NaN : sure.Average(a => CertaintyMark.Stated(a.Certainty!.Value) - (a.IsRight ? 1 : 0)),
            Advice = AdviceOn(levels),
        };
    }

    private static CertaintyLevel LevelOf(Certainty certainty, ImmutableArray<ConceptAnswer> answers)
    {
        var right = answers.Count(a => a.IsRight);
        var plausible = Interval.Wilson(right, answers.Length);
        var range = CertaintyMark.Range(certainty);
        var verdict = answers.Length < LeastAnswers ? Confidence.NotEnough
            : plausible.High < range.Low ? Confidence.Over
            : plausible.Low > range.High ? Confidence.Under
            : Confidence.Fits;
        return new(
            certainty, answers.Length, right, answers.IsEmpty ? null : (double)right / answers.Length, plausible,
            answers.Sum(a => CertaintyMark.Of(certainty, a.IsRight)), verdict);
    }

    private static ConceptConfidence ConceptOf(string concept, ImmutableArray<ConceptAnswer> answers)
    {
        var right = answers.Count(a => a.IsRight);
        var stated = answers.Average(a => CertaintyMark.Stated(a.Certainty!.Value));
        var plausible = Interval.Wilson(right, answers.Length);
        var verdict = answers.Length < LeastAnswers ? Confidence.NotEnough
            : plausible.High < stated ? Confidence.Over
            : plausible.Low > stated ? Confidence.Under
            : Confidence.Fits;
        return new(
            concept, answers.Length, stated, (double)right / answers.Length, plausible,
            [.. answers.Where(a => a is { Certainty: Certainty.Certain, IsWrong: true }).Select(a => a.Id)], verdict);
    }

    private static int BestMarks(CertaintyLevel level) =>
        level.Share is not { } share ? 0
            : (level.Right * CertaintyMark.Of(CertaintyMark.Best(share), true)) + ((level.Answers - level.Right) * CertaintyMark.Of(CertaintyMark.Best(share), false));

    private static ImmutableArray<string> AdviceOn(ImmutableArray<CertaintyLevel> levels)
    {
        ImmutableArray<CertaintyLevel> told = [.. levels.Where(l => l.Verdict is not Confidence.NotEnough)];
        if (told.IsEmpty)
            return [$"There are not enough answers with a certainty yet: from {LeastAnswers} of one kind on, this page says something about it."];
        ImmutableArray<string> advice = [.. told.Where(l => l.Verdict is not Confidence.Fits).Select(AdviceOn)];
        return advice.IsEmpty ? ["What you say about your answers fits how often they are right."] : advice;
    }

    private static string AdviceOn(CertaintyLevel level)
    {
        var share = string.Create(CultureInfo.InvariantCulture, $"{level.Right} of {level.Answers} ({Math.Round(100 * level.Share!.Value, MidpointRounding.AwayFromZero)} %)");
        return (level.Certainty, level.Verdict) switch
        {
            (Certainty.Certain, _) => $"Of what you called certain, {share} was right; certain pays above 80 %. Before you choose it, name the reason that makes the answer follow.",
            (Certainty.FairlySure, Confidence.Over) => $"Of what you called fairly sure, {share} was right; it pays above 67 %. Say not sure when you could argue for a second answer.",
            (Certainty.FairlySure, _) => $"Of what you called fairly sure, {share} was right. You know more than you say: call it certain.",
            _ => $"Of what you called not sure, {share} was right. You know more than you say: call it fairly sure.",
        };
    }
}
