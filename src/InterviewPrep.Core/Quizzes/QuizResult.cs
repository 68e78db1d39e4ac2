using System.Collections.Immutable;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Calibration;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Core.Quizzes;

/// <summary>The result of a sitting.</summary>
public sealed class QuizResult
{
    /// <summary>Adds up a sitting.</summary>
    public QuizResult(ImmutableArray<ResultItem> items)
    {
        Items = items;
        Total = new ScoreLine("", items.Sum(i => i.Score), items.Length);
        Concepts = [.. Lines(i => i.Question.Concepts[0]).OrderBy(l => l.Share).ThenByDescending(l => l.Count)];
        Levels = [.. Lines(i => i.Question.Level.ToString(System.Globalization.CultureInfo.InvariantCulture)).OrderBy(l => l.Key, StringComparer.Ordinal)];
        Certainties =
        [
            .. items.Select(i => i.Answer).OfType<Answer>().Where(a => a.Certainty is not null).GroupBy(a => a.Certainty!.Value).OrderBy(g => g.Key)
                .Select(g => new CertaintyLine(g.Key, g.Count(a => a.IsRight), g.Count(), g.Sum(a => CertaintyMark.Of(g.Key, a.Score)))),
        ];
        Missed = [.. items.Where(i => i.Answer is null or { IsRight: false })];
        ReadAgain =
        [
            .. Missed.Where(i => i.Question is { Lesson: not null }).GroupBy(i => new SectionReference(i.Question.Lesson!, i.Question.Section))
                .OrderByDescending(g => g.Sum(i => 1 - i.Score)).Select(g => g.Key),
        ];
    }

    /// <summary>The places in the order of the sitting.</summary>
    public ImmutableArray<ResultItem> Items { get; }

    /// <summary>The whole.</summary>
    public ScoreLine Total { get; }

    /// <summary>By primary concept, the weakest first.</summary>
    public ImmutableArray<ScoreLine> Concepts { get; }

    /// <summary>By level from 1 to 4.</summary>
    public ImmutableArray<ScoreLine> Levels { get; }

    /// <summary>By certainty; empty when it was not asked.</summary>
    public ImmutableArray<CertaintyLine> Certainties { get; }

    /// <summary>The sum of the certainty-based marks; <see langword="null"/> when certainty was not asked.</summary>
    public double? CertaintyTotal => Certainties.IsEmpty ? null : Certainties.Sum(c => c.Mark);

    /// <summary>The places not answered right (see <see cref="Marking.Right"/>), and those left out.</summary>
    public ImmutableArray<ResultItem> Missed { get; }

    /// <summary>The sections to read again, those that cost most first.</summary>
    public ImmutableArray<SectionReference> ReadAgain { get; }

    private IEnumerable<ScoreLine> Lines(Func<ResultItem, string> key) =>
        Items.GroupBy(key, StringComparer.Ordinal).Select(g => new ScoreLine(g.Key, g.Sum(i => i.Score), g.Count()));
}
