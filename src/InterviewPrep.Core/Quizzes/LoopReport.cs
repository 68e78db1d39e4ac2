using System.Collections.Immutable;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Quizzes;

/// <summary>How one run through a mock loop came out: its rounds, and what they say about the course's modules.</summary>
public sealed class LoopReport
{
    /// <summary>Adds up a run. Rounds that the loop has not got any more are left out.</summary>
    /// <param name="loop">The loop as it stands.</param>
    /// <param name="course">The course.</param>
    /// <param name="sittings">The run's sittings by id of the round.</param>
    public LoopReport(MockLoop loop, Course course, IReadOnlyDictionary<string, RoundSitting> sittings)
    {
        ArgumentNullException.ThrowIfNull(loop);
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(sittings);
        Rounds =
        [
            .. loop.Rounds.Select(r => (Round: r, Sitting: sittings.GetValueOrDefault(r.Id)))
                .Select(r => new RoundLine(r.Round, r.Sitting, r.Sitting is { IsOver: true, Result.Total.Share: var share } && loop.IsPassedBy(share))),
        ];
        ImmutableArray<ResultItem> items = [.. Rounds.Where(r => r.IsOver).SelectMany(r => r.Sitting!.Result.Items)];
        Modules =
        [
            .. items.GroupBy(i => PlaceOf(i.Question, course), StringComparer.Ordinal)
                .Select(g => new ScoreLine(g.Key, g.Sum(i => i.Score), g.Count()))
                .OrderBy(l => l.Share).ThenByDescending(l => l.Count).ThenBy(l => l.Key, StringComparer.Ordinal),
        ];
        ReadAgain = new QuizResult(items).ReadAgain;
    }

    /// <summary>Every round of the loop, in its order.</summary>
    public ImmutableArray<RoundLine> Rounds { get; }

    /// <summary>How many rounds are passed.</summary>
    public int Passed => Rounds.Count(r => r.IsPassed);

    /// <summary>Whether every round is over.</summary>
    public bool IsComplete => Rounds.All(r => r.IsOver);

    /// <summary>
    /// The scores of the rounds that are over by id of the module, or of the deck for questions without a lesson; the weakest first, of equal
    /// ones the one with more questions. The key is empty for questions whose lesson has left the course.
    /// </summary>
    public ImmutableArray<ScoreLine> Modules { get; }

    /// <summary>The sections to read again, those that cost most first.</summary>
    public ImmutableArray<SectionReference> ReadAgain { get; }

    private static string PlaceOf(Question question, Course course) =>
        question.Deck ?? (question.Lesson is { } lesson ? course.FindLesson(lesson)?.Module : null) ?? "";
}
