using InterviewPrep.Content.Rendering;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Checks;

/// <summary>
/// One question asked once, outside of a sitting: from showing to feedback. In a circuit it lives from the first to the last; a page without
/// one makes it anew from its ticket with each form.
/// </summary>
public sealed class CheckSession
{
    private readonly CourseEdition _edition;
    private readonly Answering _answering;
    private bool _busy;

    /// <summary>Goes on where a ticket says.</summary>
    public CheckSession(CourseEdition edition, Question question, CheckTicket ticket, LearnerSettings settings, Answering answering)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(ticket);
        _edition = edition;
        _answering = answering;
        Ticket = ticket;
        Settings = settings;
        Asked = AskedQuestion.Of(edition, question, ticket.Seed);
        Draft = new ResponseDraft(Asked);
        if (ticket.IsRevealed) Model = Asked.Feedback();
    }

    /// <summary>Who answers; asked only when there is something to keep, since that makes a guest of somebody new.</summary>
    public required Func<Task<Guid>> Learner { get; init; }

    /// <summary>What the answer is for.</summary>
    public AnswerMode Mode { get; init; } = AnswerMode.Check;

    /// <summary>Whether an account keeps the answer, and not this browser alone.</summary>
    public bool IsKept { get; init; }

    /// <summary>How far it is.</summary>
    public CheckTicket Ticket { get; private set; }

    /// <summary>What the learner chose.</summary>
    public LearnerSettings Settings { get; }

    /// <summary>What is asked.</summary>
    public AskedQuestion Asked { get; }

    /// <summary>What was entered.</summary>
    public ResponseDraft Draft { get; private set; }

    /// <summary>The model answer, once the words are fixed.</summary>
    public RenderedFeedback? Model { get; private set; }

    /// <summary>The feedback.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>What to mend.</summary>
    public string? Problem { get; set; }

    /// <summary>Title of the primary concept.</summary>
    public string Topic => Course.FindConcept(Asked.Question.Concepts[0])?.Title ?? "";

    /// <summary>Whether the question has other variants.</summary>
    public bool HasVariants => Asked.Question.Variants.Count > 1;

    /// <summary>The course.</summary>
    public Course Course => _edition.Course;

    /// <summary>One more hint.</summary>
    public void Hint() => Ticket = Ticket with { Hints = Math.Min(Ticket.Hints + 1, Asked.Question.Hints.Length) };

    /// <summary>Takes the answer; of an open question first the words, then the marks.</summary>
    public async Task SubmitAsync(CancellationToken cancellation)
    {
        Problem = null;
        if (Outcome is not null) return;
        if (Settings.AskCertainty && Draft.Certainty is null && Asked.Question is not OpenQuestion && !Draft.IsEmpty) Problem = "Say how sure you are before you look.";
        else if (Asked.Question is OpenQuestion && Model is null) Reveal();
        else await TakeAsync(Draft.ToResponse(), cancellation);
    }

    /// <summary>Takes "I don't know".</summary>
    public Task GiveUpAsync(CancellationToken cancellation) => TakeAsync(new UnknownResponse(), cancellation);

    /// <summary>Words that cannot be kept are said to be so while they can still be mended.</summary>
    private void Reveal()
    {
        if (!Marker.TryMark(Asked.Question, Asked.Seed, Draft.ToResponse(), out _, out var problem))
        {
            Problem = problem;
            return;
        }

        Ticket = Ticket with { IsRevealed = true };
        Model = Asked.Feedback();
    }

    private async Task TakeAsync(Response response, CancellationToken cancellation)
    {
        if (_busy || Outcome is not null) return;
        _busy = true;
        try
        {
            var asking = new Asking(await Learner(), Ticket.Step, null, Asked.Question, Asked.Seed, Ticket.Shown, Ticket.Hints, Mode);
            var (answer, problem) = await _answering.SubmitAsync(asking, response, Draft.Certainty, cancellation);
            Problem = problem;
            if (answer is null) return;
            if (answer.Response != response) (Draft = new ResponseDraft(Asked)).Restore(answer.Response); // Answered before, in another window.
            Outcome = Outcome.Of(Asked, answer, Course);
        }
        catch (StorageException e)
        {
            Problem = e.Message;
        }
        finally
        {
            _busy = false;
        }
    }
}
