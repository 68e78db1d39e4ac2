using InterviewPrep.Content.Rendering;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Quizzes;

/// <summary>
/// A sitting in progress. The database has all of it at every moment; this holds the place that is looked at, so that a lost
/// circuit, a restart or another device goes on from there.
/// </summary>
public sealed class Sitting
{
    private readonly AttemptStore _attempts;
    private readonly Answering _answering;
    private readonly CourseEdition _edition;
    private string _kept = "";
    private bool _busy;

    private Sitting(Attempt attempt, LearnerSettings settings, CourseEdition edition, AttemptStore attempts, Answering answering)
    {
        Attempt = attempt;
        Settings = settings;
        _edition = edition;
        _attempts = attempts;
        _answering = answering;
    }

    /// <summary>The sitting as it stands.</summary>
    public Attempt Attempt { get; private set; }

    /// <summary>What the learner chose.</summary>
    public LearnerSettings Settings { get; }

    /// <summary>What is asked at the place looked at.</summary>
    public AskedQuestion Asked { get; private set; } = null!;

    /// <summary>What was entered there.</summary>
    public ResponseDraft Draft { get; private set; } = null!;

    /// <summary>The model answer of an open question whose words are fixed.</summary>
    public RenderedFeedback? Model { get; private set; }

    /// <summary>The feedback, where it may be shown.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>What to mend.</summary>
    public string? Problem { get; private set; }

    /// <summary>The place looked at.</summary>
    public Step Step => Attempt.Steps[Attempt.Position];

    /// <summary>Whether feedback waits for the end.</summary>
    public bool IsAtEnd => Attempt.Spec.FeedbackAtEnd;

    /// <summary>Whether only the learner's own words are left to mark: off the clock, one after the other, and nothing else can be answered.</summary>
    public bool IsMarking { get; private set; }

    /// <summary>Whether every place has an answer, or a draft where feedback waits.</summary>
    public bool IsComplete => Attempt.Steps.All(IsDone);

    /// <summary>Whether the place is the last one.</summary>
    public bool IsLast => Attempt.Position == Attempt.Steps.Length - 1;

    /// <summary>Title of the primary concept.</summary>
    public string Topic => _edition.Course.FindConcept(Step.Question.Concepts[0])?.Title ?? "";

    /// <summary>What is left of the time limit; <see langword="null"/> without one.</summary>
    public TimeSpan? Left => Attempt.Deadline is { } deadline ? (deadline - _answering.Now) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero : null;

    /// <summary>Whether there is an answer, or a draft where feedback waits.</summary>
    public bool IsDone(Step step) => step?.Answer is not null || (IsAtEnd && step?.Draft is not null);

    /// <summary>Opens a learner's sitting at the place looked at last; one whose time is over goes on with marking, or is ended with what was entered.</summary>
    /// <returns>The sitting, or <see langword="null"/> when the learner has none of this id.</returns>
    public static async Task<Sitting?> OpenAsync(
        Guid learner, Guid id, LearnerSettings settings, CourseEdition edition, AttemptStore attempts, Answering answering, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        if (await attempts.FindAsync(learner, id, cancellation).ConfigureAwait(false) is not { } attempt || attempt.Steps.IsEmpty) return null;
        attempt = attempt with { Position = Math.Clamp(attempt.Position, 0, attempt.Steps.Length - 1) };
        var sitting = new Sitting(attempt, settings, edition, attempts, answering);
        if (sitting is { Attempt.IsOpen: true, IsAtEnd: false, IsComplete: true }) await sitting.EndAsync(false, cancellation).ConfigureAwait(false);
        else if (attempt.IsFixed(answering.Now)) await sitting.FinishAsync(cancellation).ConfigureAwait(false);
        else if (attempt.IsOpen) await sitting.GoAsync(attempt.Position, cancellation).ConfigureAwait(false);
        return sitting;
    }

    /// <summary>Looks at a place; what was entered at the one before is kept.</summary>
    public async Task GoAsync(int position, CancellationToken cancellation)
    {
        if (position < 0 || position >= Attempt.Steps.Length || (IsMarking && !Attempt.Steps[position].IsUnmarked)) return;
        if (Asked is not null) await KeepAsync(cancellation).ConfigureAwait(false);
        var now = _answering.Now;
        Attempt = Attempt with { Position = position, Steps = Attempt.Steps.SetItem(position, Attempt.Steps[position] with { Shown = Attempt.Steps[position].Shown ?? now }) };
        Problem = null;
        Model = null;
        Asked = AskedQuestion.Of(_edition, Step.Question, Step.Seed);
        Draft = new ResponseDraft(Asked) { Certainty = Step.Answer?.Certainty ?? Step.DraftCertainty };
        Draft.Restore(Step.Answer?.Response ?? Step.Draft);
        _kept = Entered();
        Outcome = Step.Answer is { } answer ? Outcome.Of(Asked, answer, _edition.Course) : null;
        if (Step.Revealed is not null && Outcome is null) Model = Asked.Feedback();
        await TryAsync(() => _attempts.ShowAsync(Attempt.Learner, Attempt.Id, position, now, cancellation)).ConfigureAwait(false);
    }

    /// <summary>Keeps what was entered so far, if it changed since it was kept; ticks at words that are fixed are not yet the learner's word.</summary>
    /// <returns>Whether it is kept.</returns>
    public Task<bool> KeepAsync(CancellationToken cancellation)
    {
        var entered = Entered();
        if (Outcome is not null || entered == _kept || !Attempt.IsOpen) return Task.FromResult(true);
        var response = Draft.IsEmpty ? null : Draft.ToResponse();
        if (Step.Revealed is not null) response = response is OpenResponse marks ? marks with { IsTentative = true } : Step.Draft;
        return TryAsync(() => HoldAsync(response, entered, cancellation));
    }

    /// <summary>One more hint; counted before it is shown.</summary>
    public Task HintAsync(CancellationToken cancellation) => TryAsync(async () =>
    {
        var hints = Math.Min(Step.Hints + 1, Asked.Question.Hints.Length);
        await _attempts.HintAsync(Attempt.Learner, Attempt.Id, Attempt.Position, hints, cancellation).ConfigureAwait(false);
        Change(Step with { Hints = hints });
    });

    /// <summary>Marks the place to come back to, or not.</summary>
    public Task FlagAsync(CancellationToken cancellation) => TryAsync(async () =>
    {
        await _attempts.FlagAsync(Attempt.Learner, Attempt.Id, Attempt.Position, !Step.Flagged, cancellation).ConfigureAwait(false);
        Change(Step with { Flagged = !Step.Flagged });
    });

    /// <summary>Takes what was entered: as the answer, or as a draft where feedback waits; of an open question first the words.</summary>
    public async Task SubmitAsync(CancellationToken cancellation)
    {
        Problem = null;
        if (Attempt.Spec.AskCertainty && Draft.Certainty is null && Asked.Question is not OpenQuestion && !Draft.IsEmpty)
        {
            Problem = "Say how sure you are first.";
            return;
        }

        if (Asked.Question is OpenQuestion && Model is null) await RevealAsync(cancellation).ConfigureAwait(false);
        else await TakeAsync(Draft.ToResponse(), cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes "I don't know".</summary>
    public Task GiveUpStepAsync(CancellationToken cancellation) => TakeAsync(new UnknownResponse(), cancellation);

    /// <summary>
    /// Ends the answering: what was entered in time is fixed. Own words that the learner has not marked yet are marked then; without any the
    /// sitting is ended.
    /// </summary>
    /// <returns>Whether it is ended.</returns>
    public async Task<bool> FinishAsync(CancellationToken cancellation)
    {
        if (Asked is not null && !IsMarking) await KeepAsync(cancellation).ConfigureAwait(false);
        if (!await ReloadAsync(cancellation).ConfigureAwait(false)) return false;
        if (!Attempt.IsOpen) return true;
        if (Attempt.Unmarked.IsEmpty) return await EndAsync(false, cancellation).ConfigureAwait(false);
        if (!await TryAsync(() => _attempts.FixAsync(Attempt.Learner, Attempt.Id, _answering.Now, cancellation)).ConfigureAwait(false)
            || !await ReloadAsync(cancellation).ConfigureAwait(false)) return false;
        (IsMarking, Asked) = (true, null!); // What stands in the fields came too late, or is kept.
        await GoAsync(Attempt.Unmarked[0].Position, cancellation).ConfigureAwait(false);
        return false;
    }

    /// <summary>Ends the sitting with what was entered; what cannot be marked counts as left out.</summary>
    /// <returns>Whether it is ended.</returns>
    public async Task<bool> EndAsync(bool givenUp, CancellationToken cancellation)
    {
        if (Asked is not null) await KeepAsync(cancellation).ConfigureAwait(false);
        List<Answer> answers = [];
        foreach (var step in Attempt.Steps.Where(s => s is { Answer: null, Draft: not null } && !givenUp))
        {
            var isFinal = step.Draft is OpenResponse words ? words.IsMarked && step.Revealed is not null : IsAtEnd;
            if (isFinal && _answering.TryMark(AskingOf(step), step.Draft!, step.DraftCertainty, out var answer, out _)) answers.Add(answer);
        }

        var ended = await TryAsync(() => _attempts.EndAsync(Attempt.Learner, Attempt.Id, answers, givenUp, _answering.Now, cancellation)).ConfigureAwait(false);
        if (ended) Attempt = Attempt with { Ended = _answering.Now, GivenUp = givenUp };
        return ended;
    }

    private Task<bool> RevealAsync(CancellationToken cancellation) => TryAsync(async () =>
    {
        var words = (OpenResponse)Draft.ToResponse();
        if (!Marker.TryMark(Asked.Question, Asked.Seed, words, out _, out var problem))
        {
            Problem = problem;
            return;
        }

        if (!await _attempts.RevealAsync(Attempt.Learner, Attempt.Id, Attempt.Position, words, Draft.Certainty, _answering.Now, cancellation).ConfigureAwait(false))
        {
            await FinishAsync(cancellation).ConfigureAwait(false);
            return;
        }

        if (!await ReloadAsync(cancellation).ConfigureAwait(false)) return;
        (Draft = new ResponseDraft(Asked) { Certainty = Step.DraftCertainty }).Restore(Step.Draft); // Compared before, in another window.
        _kept = Entered();
        Model = Asked.Feedback();
        IsMarking |= Attempt.IsFixed(_answering.Now);
    });

    private async Task TakeAsync(Response response, CancellationToken cancellation)
    {
        if (_busy || Outcome is not null || !Attempt.IsOpen) return;
        _busy = true;
        try
        {
            if (IsMarking) await MarkAsync(response, cancellation).ConfigureAwait(false);
            else if (Attempt.IsOverdue(_answering.Now)) await FinishAsync(cancellation).ConfigureAwait(false);
            else if (IsAtEnd) await TakeDraftAsync(response, cancellation).ConfigureAwait(false);
            else await CommitAsync(response, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _busy = false;
        }
    }

    private Task<bool> CommitAsync(Response response, CancellationToken cancellation) => TryAsync(async () =>
    {
        var (answer, problem) = await _answering.SubmitAsync(AskingOf(Step), response, Draft.Certainty, cancellation).ConfigureAwait(false);
        Problem = problem;
        if (answer is null) return;
        Change(Step with { Answer = answer });
        if (answer.Response != response) (Draft = new ResponseDraft(Asked)).Restore(answer.Response); // Answered before, in another window.
        Outcome = Outcome.Of(Asked, answer, _edition.Course);
    });

    /// <summary>Where feedback waits, an answer that cannot be marked is said at once: a number that is none.</summary>
    private async Task TakeDraftAsync(Response response, CancellationToken cancellation)
    {
        if (!_answering.TryMark(AskingOf(Step), response, Draft.Certainty, out _, out var problem))
        {
            Problem = problem;
            return;
        }

        var isHeld = false;
        if (!await TryAsync(async () => isHeld = await HoldAsync(response, Entered(), cancellation).ConfigureAwait(false)).ConfigureAwait(false)) return;
        if (!isHeld) await FinishAsync(cancellation).ConfigureAwait(false); // Finished in another window.
        else if (!IsLast) await GoAsync(Attempt.Position + 1, cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes the learner's marks of the words, and goes to the next; after the last the sitting is ended.</summary>
    private async Task MarkAsync(Response response, CancellationToken cancellation)
    {
        var isHeld = false;
        if (!await TryAsync(async () => isHeld = await HoldAsync(response, Entered(), cancellation).ConfigureAwait(false)).ConfigureAwait(false)) return;
        if (isHeld && Attempt.Unmarked is [var next, ..]) await GoAsync(next.Position, cancellation).ConfigureAwait(false);
        else await FinishAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<bool> HoldAsync(Response? response, string entered, CancellationToken cancellation)
    {
        if (!await _attempts.DraftAsync(Attempt.Learner, Attempt.Id, Attempt.Position, response, Draft.Certainty, _answering.Now, cancellation).ConfigureAwait(false)) return false;
        _kept = entered;
        Change(Step with { Draft = response, DraftCertainty = Draft.Certainty });
        return true;
    }

    private async Task<bool> ReloadAsync(CancellationToken cancellation)
    {
        Attempt? now = null;
        if (!await TryAsync(async () => now = await _attempts.FindAsync(Attempt.Learner, Attempt.Id, cancellation).ConfigureAwait(false)).ConfigureAwait(false) || now is null) return false;
        Attempt = now with { Position = Attempt.Position };
        return true;
    }

    private Asking AskingOf(Step step) => new(
        Attempt.Learner, step.Id, Attempt.Id, step.Question, step.Seed, step.Shown ?? _answering.Now, step.Hints,
        Attempt.Spec.Kind == Core.Quizzes.QuizKind.Diagnostic ? AnswerMode.Diagnostic : AnswerMode.Quiz);

    private void Change(Step step) => Attempt = Attempt with { Steps = Attempt.Steps.SetItem(step.Position, step) };

    private string Entered() => $"{Draft.ToResponse().ToJson()}{Draft.Certainty}";

    private async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
            return true;
        }
        catch (StorageException e)
        {
            Problem = e.Message;
            return false;
        }
    }
}
