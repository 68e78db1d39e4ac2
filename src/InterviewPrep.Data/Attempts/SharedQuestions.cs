using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Data.Attempts;

/// <summary>
/// One question in memory for each text, however many sittings ask it: a sitting that was drawn from the course holds the course's own.
/// Nothing is kept alive by being known here. Thread-safe.
/// </summary>
internal static class SharedQuestions
{
    private const int SweepAt = 4_096;

    private static readonly ConcurrentDictionary<string, WeakReference<Question>> Known = new(StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<Question, string> Ids = [];

    /// <summary>Id of a question's snapshot: <see cref="QuestionSnapshot.Id"/>.</summary>
    public static string IdOf(Question question) => Ids.GetValue(question, q =>
    {
        var id = QuestionSnapshot.Of(q).Id;
        Remember(id, q);
        return id;
    });

    /// <summary>The question of a snapshot.</summary>
    public static Question Of(QuestionSnapshot snapshot)
    {
        if (Known.TryGetValue(snapshot.Id, out var known) && known.TryGetTarget(out var question)) return question;
        question = snapshot.ToQuestion();
        Remember(snapshot.Id, question);
        return question;
    }

    private static void Remember(string id, Question question)
    {
        if (Known.Count >= SweepAt)
        {
            foreach (var entry in Known.Where(e => !e.Value.TryGetTarget(out _)).ToList()) Known.TryRemove(entry);
        }

        Known[id] = new WeakReference<Question>(question);
    }
}
