using InterviewPrep.Content.Rendering;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Questions;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Storage;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;

namespace InterviewPrep.Web.Features.Checks;

/// <summary>One question on a page of its own, by forms alone.</summary>
public sealed partial class CheckPage
{
    private const string Stale = "The question has changed since this page was loaded. Here it is as it stands now; nothing was marked.";

    private AskedQuestion? _asked;
    private ResponseDraft? _draft;
    private CheckTicket? _ticket;
    private RenderedFeedback? _model;
    private Outcome? _outcome;
    private Lesson? _lesson;
    private LearnerSettings _settings = new();
    private string? _problem;
    private string _topic = "";
    private string _title = "";

    /// <summary>Id of the question.</summary>
    [Parameter]
    public required string Id { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private CourseCatalog Catalog { get; set; } = null!;

    [Inject]
    private IDataProtectionProvider Protection { get; set; } = null!;

    [Inject]
    private Answering Answering { get; set; } = null!;

    [Inject]
    private CurrentLearner Current { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var course = Catalog.Current.Course;
        if (course.FindQuestion(Id) is not { } question) return;
        _settings = await Current.SettingsAsync(Http.RequestAborted);
        _lesson = question.Lesson is { } lesson ? course.FindLesson(lesson) : null;
        _topic = course.FindConcept(question.Concepts[0])?.Title ?? "";
        _title = $"Check yourself: {_topic}";
        _ticket = CheckTicket.Of(question.Id, question.Version, Answering.Now);
        if (HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType)
        {
            var sent = CheckTicket.Open(Protection, Http.Request.Form["ticket"]);
            if (sent is not null && sent.Question == question.Id && sent.Version == question.Version) _ticket = sent;
            else _problem = Stale;
        }

        _asked = AskedQuestion.Of(Catalog.Current, question, _ticket.Seed);
        _draft = new ResponseDraft(_asked);
        if (_problem is null && HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType) _draft.Read(Http.Request.Form);
        if (_ticket.IsRevealed) _model = Catalog.Current.Renderer.RenderFeedback(question, _asked.Values);
    }

    private async Task TakeAsync()
    {
        if (_problem is not null || _draft is null || _asked is null || _ticket is null) return;
        switch (Http.Request.Form["do"].ToString())
        {
            case "hint":
                _ticket = _ticket with { Hints = Math.Min(_ticket.Hints + 1, _asked.Question.Hints.Length) };
                return;
            case "unknown":
                await RecordAsync(new UnknownResponse());
                return;
        }

        if (_settings.AskCertainty && _draft.Certainty is null && !_ticket.IsRevealed && !_draft.IsEmpty)
        {
            _problem = "Say how sure you are before you look.";
        }
        else if (_asked.Question is OpenQuestion && !_ticket.IsRevealed)
        {
            // Words that cannot be kept are said to be so while they can still be mended.
            if (!Marker.TryMark(_asked.Question, _asked.Seed, _draft.ToResponse(), out _, out _problem)) return;
            _ticket = _ticket with { IsRevealed = true };
            _model = Catalog.Current.Renderer.RenderFeedback(_asked.Question, _asked.Values);
        }
        else
        {
            await RecordAsync(_draft.ToResponse());
        }
    }

    private async Task RecordAsync(Response response)
    {
        try
        {
            var learner = await Guests.EnsureAsync(Http);
            var asking = new Asking(learner, _ticket!.Step, null, _asked!.Question, _asked.Seed, _ticket.Shown, _ticket.Hints, AnswerMode.Check);
            var (answer, problem) = await Answering.SubmitAsync(asking, response, _draft!.Certainty, Http.RequestAborted);
            _problem = problem;
            if (answer is null) return;
            if (answer.Response != response) (_draft = new ResponseDraft(_asked)).Restore(answer.Response);
            _outcome = Outcome.Of(_asked, answer, Catalog.Current.Course);
        }
        catch (StorageException e)
        {
            _problem = e.Message;
        }
    }
}
