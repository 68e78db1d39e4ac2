using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Answers;

namespace InterviewPrep.Web.Features.Questions;

/// <summary>A place where a question was asked.</summary>
/// <param name="Learner">Whom.</param>
/// <param name="Step">What an answer answers; made by the server when the question was shown.</param>
/// <param name="Attempt">The sitting, if any.</param>
/// <param name="Question">As it was asked.</param>
/// <param name="Seed">Draws variant and order.</param>
/// <param name="Shown">When, UTC.</param>
/// <param name="Hints">How many hints were shown.</param>
/// <param name="Mode">Where.</param>
public sealed record Asking(Guid Learner, Guid Step, Guid? Attempt, Question Question, long Seed, DateTime Shown, int Hints, AnswerMode Mode);

/// <summary>Takes answers: marks them on the server and commits them before anything is shown of the mark.</summary>
public sealed class Answering(AnswerStore answers, TimeProvider time)
{
    // A clock that was set, or a page left open for days, says nothing about how long somebody thought.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    // Answers from before this was asked for keep their marks, which is why it is not the marker that asks.
    private const string Unmoved = "Nothing is moved yet, and the order shown at first is never the right one. Move a step, or say that you don't know.";

    /// <summary>The server's clock, UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Marks and commits. A step that was answered before keeps its first answer.</summary>
    /// <returns>The answer that counts, or what to mend.</returns>
    /// <exception cref="Data.Storage.StorageException">It is not kept; nothing may be shown.</exception>
    public async Task<(Answer? Answer, string? Problem)> SubmitAsync(Asking asking, Response response, Certainty? certainty, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asking);
        if (!TryMark(asking, response, certainty, out var answer, out var problem)) return (null, problem);
        return (await answers.RecordAsync(answer, asking.Question, cancellation).ConfigureAwait(false), null);
    }

    /// <summary>Marks without committing.</summary>
    /// <param name="asking">Where it was asked.</param>
    /// <param name="response">What was answered.</param>
    /// <param name="certainty">How sure.</param>
    /// <param name="answer">The answer, or null when there is a problem.</param>
    /// <param name="problem">What to mend, or null.</param>
    public bool TryMark(
        Asking asking, Response response, Certainty? certainty,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Answer? answer, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(asking);
        answer = null;
        if (response is OrderResponse { Steps: { IsDefault: false } steps } && steps.SequenceEqual(Presentation.Of(asking.Question, asking.Seed).Choices))
        {
            problem = Unmoved;
            return false;
        }

        if (!Marker.TryMark(asking.Question, asking.Seed, response, out var marking, out problem)) return false;
        var now = Now;
        answer = new Answer
        {
            Id = Guid.CreateVersion7(),
            Learner = asking.Learner,
            Step = asking.Step,
            Attempt = asking.Attempt,
            Question = asking.Question.Id,
            Version = asking.Question.Version,
            Seed = asking.Seed,
            Response = response,
            Certainty = response is UnknownResponse ? null : certainty,
            Hints = Math.Clamp(asking.Hints, 0, asking.Question.Hints.Length),
            Duration = Between(asking.Shown, now),
            Score = marking.Score,
            Misconceptions = marking.Misconceptions,
            Mode = asking.Mode,
            Time = now,
        };
        return true;
    }

    private static TimeSpan Between(DateTime shown, DateTime now) =>
        now <= shown ? TimeSpan.Zero : now - shown > Longest ? Longest : now - shown;
}
