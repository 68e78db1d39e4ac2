using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using InterviewPrep.Core.Answers;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Storage;

namespace InterviewPrep.CrashWriter;

/// <summary>How long an answer takes on the server: marked, and committed to a file, as a circuit does before it shows feedback.</summary>
internal static class Times
{
    /// <summary>By each before it is timed: a server that has run for a while has its code compiled.</summary>
    private const int Warm = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Prints one line: answers, and milliseconds at the median, 99 %, 99.9 % and the longest.</summary>
    /// <param name="file">A database that is made where there is none.</param>
    /// <param name="learners">How many answer at once, each as soon as they have seen the feedback on the one before.</param>
    /// <param name="answers">By each.</param>
    /// <param name="output">For the line.</param>
    public static async Task<int> PrintAsync(string file, int learners, int answers, TextWriter output)
    {
        var (settings, contexts) = Writer.Open(file);
        await new DatabaseMigrator(contexts, settings).MigrateAsync(Patience, CancellationToken.None).ConfigureAwait(false);
        using var database = new Database(contexts, settings);
        var store = new AnswerStore(database);
        Task AtOnceAsync(int count, ConcurrentBag<double> times) => Task.WhenAll(Enumerable.Range(0, learners).Select(_ => Task.Run(() => AnswerAsync(store, count, times))));
        await AtOnceAsync(Warm, []).ConfigureAwait(false);
        var times = new ConcurrentBag<double>();
        await AtOnceAsync(answers, times).ConfigureAwait(false);
        var sorted = times.Order().ToArray();
        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{sorted.Length} {At(0.5):F2} {At(0.99):F2} {At(0.999):F2} {sorted[^1]:F2}")).ConfigureAwait(false);
        return 0;
    }

    private static async Task AnswerAsync(AnswerStore store, int count, ConcurrentBag<double> times)
    {
        var learner = Guid.CreateVersion7();
        for (var n = 0; n < count; n++)
        {
            var begin = Stopwatch.GetTimestamp();
            var answer = Writer.Answer(learner, n);
            if (!Marker.TryMark(Writer.Question, answer.Seed, answer.Response, out var marking, out var problem)) throw new InvalidOperationException(problem);
            await store.RecordAsync(answer with { Score = marking.Score }, Writer.Question, CancellationToken.None).ConfigureAwait(false);
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }
    }
}
