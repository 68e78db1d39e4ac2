using System.Collections.Immutable;
using System.Globalization;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Mastery;

/// <summary>Says in words what the numbers of a weak area say.</summary>
internal static class WeakAreaReasons
{
    /// <summary>Answers from which it is worth saying what others would be expected to do.</summary>
    private const int ComparedFrom = 3;

    /// <summary>Said of what was just looked at, it would be true and mislead.</summary>
    private const string FreshlySeen = "100 %";

    public static ImmutableArray<string> Of(ConceptEvidence concept, ConceptReport report, double expected, double day)
    {
        ImmutableArray<ConceptAnswer> answers = [.. concept.Answers.Where(a => a.Score is not null)];
        var reasons = ImmutableArray.CreateBuilder<string>();
        reasons.Add(Counted(answers, day));
        if (answers.Length >= ComparedFrom)
        {
            reasons.Add(Text($"Someone at your overall level would be expected to get {expected:0.0} of these {answers.Length} right ({Levels(answers)})."));
        }

        if (concept.Misconceptions.Length > 0)
            reasons.Add(concept.Misconceptions.Length == 1 ? "One wrong belief about it still shows." : $"{concept.Misconceptions.Length} wrong beliefs about it still show.");
        if (concept is { Cards: > 0, DueCards: > 0, Freshness: { } freshness })
            reasons.Add((concept.Cards, Percent(freshness)) switch
            {
                (1, FreshlySeen) => "Its one card is due.",
                (1, var share) => $"Its one card is due; the chance that it would be recalled today is about {share}.",
                (_, FreshlySeen) => $"{concept.DueCards} of {concept.Cards} cards {(concept.DueCards == 1 ? "is" : "are")} due.",
                (_, var share) => $"{concept.DueCards} of {concept.Cards} cards {(concept.DueCards == 1 ? "is" : "are")} due; about {share} of them would be recalled today.",
            });
        reasons.Add(Text($"Estimate: {Percent(report.Mastery)} of its questions, likely between {Percent(report.Likely.Low)} and {Percent(report.Likely.High)}."));
        if (report.Standing == ConceptStanding.NotEnoughEvidence) reasons.Add(LittleEvidence(answers.Length, report.FurtherAnswers));
        return reasons.ToImmutable();
    }

    /// <summary>2 of 6 right, the last 9 days ago, both misses on “compute or apply”; certain and wrong once.</summary>
    private static string Counted(ImmutableArray<ConceptAnswer> answers, double day)
    {
        var right = answers.Count(a => a.IsRight);
        var parts = new List<string> { $"{right} of {answers.Length} right", $"the last {Ago((int)Math.Floor(day) - answers[^1].Date)}" };
        ImmutableArray<ConceptAnswer> misses = [.. answers.Where(a => a.IsWrong)];
        if (misses.Length > 0 && misses.All(m => m.Level == misses[0].Level)) parts.Add($"{Misses(misses.Length)} on “{QuestionLevel.Name(misses[0].Level)}”");
        var sentence = string.Join(", ", parts);
        var sure = misses.Count(m => m.Certainty == Certainty.Certain);
        return sure == 0 ? $"{sentence}." : $"{sentence}; certain and wrong {Times(sure)}.";
    }

    private static string LittleEvidence(int answers, int? more)
    {
        var few = answers == 1 ? "One answer so far is" : $"{answers} answers so far are";
        return more switch
        {
            null => $"{few} too close to the mark to say whether it is weak, and {ConceptReport.MostFurtherAnswers} more might not settle it.",
            1 => $"{few} not enough to say whether it is weak; one more might settle it.",
            _ => $"{few} not enough to say whether it is weak; answer about {more} more to settle it.",
        };
    }

    private static string Levels(ImmutableArray<ConceptAnswer> answers) =>
        string.Join(", ", answers.GroupBy(a => a.Level).OrderBy(g => g.Key).Select(g => $"{g.Count()} of “{QuestionLevel.Name(g.Key)}”"));

    private static string Ago(int days) => days switch
    {
        <= 0 => "today",
        1 => "yesterday",
        _ => $"{days} days ago",
    };

    private static string Misses(int count) => count switch
    {
        1 => "the miss",
        2 => "both misses",
        _ => $"all {count} misses",
    };

    private static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };

    private static string Percent(double share) => Text($"{Math.Round(100 * share, MidpointRounding.AwayFromZero)} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
