using System.Collections.Immutable;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Core.Quizzes;

/// <summary>Draws the questions of a round: the same seed, course and history give the same draw.</summary>
public static class RoundDraw
{
    /// <summary>The questions that match a part, before any is drawn.</summary>
    public static ImmutableArray<Question> Matching(Course course, RoundPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var spec = new QuizSpec { Title = "", Lessons = part.Lessons, Modules = part.Modules, Decks = part.Decks, Types = part.Types, Levels = part.Levels };
        return QuizDraw.Matching(course, spec, _ => default, _ => false);
    }

    /// <summary>
    /// Draws each part. Up to half of it (rounded down) are questions whose last answer was not wholly right and which are due again; the
    /// rest is drawn as <see cref="QuizDraw.Draw"/> does, from the other questions while there are some. Each question once.
    /// </summary>
    /// <param name="course">The course.</param>
    /// <param name="round">The round.</param>
    /// <param name="asked">Ids of questions that are not to be asked: those of the other rounds.</param>
    /// <param name="history">What the learner has done with a question.</param>
    /// <param name="isDue">Whether the schedule asks for a question by now.</param>
    /// <param name="seed">Any number.</param>
    /// <returns>Part after part; fewer questions where fewer match.</returns>
    public static ImmutableArray<DrawnQuestion> Draw(
        Course course, LoopRound round, IReadOnlySet<string> asked, Func<string, QuestionHistory> history, Func<string, bool> isDue, long seed)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(isDue);
        var random = new SplitMix64(seed);
        var taken = new HashSet<string>(asked, StringComparer.Ordinal);
        bool IsMissed(Question question) => history(question.Id) is { Answers: > 0, LastWasRight: false } && isDue(question.Id);

        // A part with little to choose from chooses first: another that also matches those questions could take them.
        var pools = round.Parts.Select(p => (Part: p, Pool: Matching(course, p))).ToImmutableArray();
        var drawn = new ImmutableArray<DrawnQuestion>[pools.Length];
        foreach (var i in Enumerable.Range(0, pools.Length).OrderBy(i => pools[i].Pool.Length - pools[i].Part.Questions))
        {
            var (part, pool) = pools[i];
            drawn[i] = Draw(part.Questions, pool.RemoveAll(q => taken.Contains(q.Id)), IsMissed, history, ref random);
            taken.UnionWith(drawn[i].Select(d => d.Question.Id));
        }

        return [.. drawn.SelectMany(d => d)];
    }

    private static ImmutableArray<DrawnQuestion> Draw(
        int count, ImmutableArray<Question> pool, Func<Question, bool> isMissed, Func<string, QuestionHistory> history, ref SplitMix64 random)
    {
        var again = Take([.. pool.Where(isMissed)], count / 2, history, ref random);
        var others = Take([.. pool.Where(q => !isMissed(q))], count - again.Length, history, ref random);
        var chosen = again.Select(d => d.Question.Id).ToHashSet(StringComparer.Ordinal);
        var rest = Take([.. pool.Where(q => isMissed(q) && !chosen.Contains(q.Id))], count - again.Length - others.Length, history, ref random);
        DrawnQuestion[] drawn = [.. again, .. others, .. rest];
        random.Shuffle(drawn.AsSpan());
        return [.. drawn];
    }

    private static ImmutableArray<DrawnQuestion> Take(ImmutableArray<Question> pool, int count, Func<string, QuestionHistory> history, ref SplitMix64 random) =>
        count > 0 ? QuizDraw.Draw(pool, count, history, random.NextSeed()) : [];
}
