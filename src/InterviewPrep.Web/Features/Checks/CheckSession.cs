using InterviewPrep.Content.Rendering;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Questions;

namespace InterviewPrep.Web.Features.Checks;

/// <summary>Starts checks.</summary>
public sealed class CheckSessions(CourseCatalog catalog, CurrentLearner current, Answering answering)
{
    /// <summary>Asks a question; <see langword="null"/> when there is none of this id, or nobody to answer it.</summary>
    /// <param name="question">Id of the question.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="mode">What the answer is for.</param>
    public async Task<CheckSession?> StartAsync(string? question, CancellationToken cancellation, AnswerMode mode = AnswerMode.Check)
    {
        var edition = catalog.Current;
        if (question is null || edition.Course.FindQuestion(question) is not { } found || await current.IdAsync() is not { } learner) return null;
        var settings = await current.SettingsAsync(cancellation);
        return new CheckSession(edition, found, learner, settings, answering, await current.IsKeptAsync(), mode);
    }
}

/// <summary>One question asked once, outside of a sitting: from showing to feedback.</summary>
public sealed class CheckSession
{
    private readonly CourseEdition _edition;
    private readonly Guid _learner;
    private readonly Answering _answering;
    private readonly DateTime _shown;
    private readonly AnswerMode _mode;
    private bool _busy;

    internal CheckSession(CourseEdition edition, Question question, Guid learner, LearnerSettings settings, Answering answering, bool isKept, AnswerMode mode)
    {
        _mode = mode;
        _edition = edition;
        _learner = learner;
        _answering = answering;
        _shown = answering.Now;
        Settings = settings;
        IsKept = isKept;
        Asked = AskedQuestion.Of(edition, question, Random.Shared.NextInt64());
        Draft = new ResponseDraft(Asked);
    }

    /// <summary>What an answer answers.</summary>
    public Guid Step { get; } = Guid.CreateVersion7();

    /// <summary>What the learner chose.</summary>
    public LearnerSettings Settings { get; }

    /// <summary>Whether an account keeps the answer, and not this browser alone.</summary>
    public bool IsKept { get; }

    /// <summary>What is asked.</summary>
    public AskedQuestion Asked { get; }

    /// <summary>What was entered.</summary>
    public ResponseDraft Draft { get; }

    /// <summary>The model answer, once the words are fixed.</summary>
    public RenderedFeedback? Model { get; private set; }

    /// <summary>The feedback.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>What to mend.</summary>
    public string? Problem { get; private set; }

    /// <summary>How many hints are shown.</summary>
    public int Hints { get; private set; }

    /// <summary>Title of the primary concept.</summary>
    public string Topic => _edition.Course.FindConcept(Asked.Question.Concepts[0])?.Title ?? "";

    /// <summary>Whether the question has other variants.</summary>
    public bool HasVariants => Asked.Question.Variants.Count > 1;

    /// <summary>The next rung: a question that asks the next thing, harder.</summary>
    public Question? FollowUp => Asked.Question.FollowUps.Select(_edition.Course.FindQuestion).FirstOrDefault(q => q is not null);

    /// <summary>The course.</summary>
    public Course Course => _edition.Course;

    /// <summary>One more hint.</summary>
    public void Hint() => Hints = Math.Min(Hints + 1, Asked.Question.Hints.Length);

    /// <summary>Takes the answer; of an open question first the words, then the marks.</summary>
    public Task SubmitAsync(CancellationToken cancellation)
    {
        Problem = null;
        if (Outcome is not null) return Task.CompletedTask;
        if (Settings.AskCertainty && Draft.Certainty is null && Model is null && !Draft.IsEmpty)
        {
            Problem = "Say how sure you are before you look.";
            return Task.CompletedTask;
        }

        if (Asked.Question is OpenQuestion && Model is null)
        {
            Model = _edition.Renderer.RenderFeedback(Asked.Question, Asked.Values);
            return Task.CompletedTask;
        }

        return TakeAsync(Draft.ToResponse(), cancellation);
    }

    /// <summary>Takes "I don't know".</summary>
    public Task GiveUpAsync(CancellationToken cancellation) => TakeAsync(new UnknownResponse(), cancellation);

    private async Task TakeAsync(Response response, CancellationToken cancellation)
    {
        if (_busy || Outcome is not null) return;
        _busy = true;
        try
        {
            var asking = new Asking(_learner, Step, null, Asked.Question, Asked.Seed, _shown, Hints, _mode);
            var (answer, problem) = await _answering.SubmitAsync(asking, response, Draft.Certainty, cancellation);
            Problem = problem;
            if (answer is not null) Outcome = Outcome.Of(Asked, answer, Course);
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
