using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Courses;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;

namespace InterviewPrep.Web.Features.Checks;

/// <summary>One question on a page of its own, by forms alone.</summary>
public sealed partial class CheckPage
{
    private const string Stale = "The question has changed since this page was loaded. Here it is as it stands now; nothing was marked.";

    private CheckSession? _session;
    private Lesson? _lesson;

    /// <summary>Id of the question.</summary>
    [Parameter]
    public required string Id { get; set; }

    /// <summary><c>1</c> to be asked as the lesson shows it.</summary>
    [SupplyParameterFromQuery]
    public string? First { get; set; }

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

    private string Title => $"Check yourself: {_session!.Topic}";

    private IFormCollection? Form => HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType ? Http.Request.Form : null;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var course = Catalog.Current.Course;
        if (course.FindQuestion(Id) is not { } question) return;
        _lesson = question.Lesson is { } lesson ? course.FindLesson(lesson) : null;
        var sent = CheckTicket.Open(Protection, Form?["ticket"]);
        var isCurrent = sent?.IsOf(question) == true;
        var ticket = isCurrent ? sent! : CheckTicket.Of(question, Answering.Now, First == "1");
        _session = new CheckSession(Catalog.Current, question, ticket, await Current.SettingsAsync(Http.RequestAborted), Answering) { Learner = () => Guests.EnsureAsync(Http) };
        if (Form is not { } form) return;
        if (isCurrent) _session.Draft.Read(form);
        else _session.Problem = Stale;
    }

    private async Task TakeAsync()
    {
        if (_session is not { Problem: null }) return;
        switch (Form?["do"].ToString())
        {
            case "hint":
                _session.Hint();
                break;
            case "unknown":
                await _session.GiveUpAsync(Http.RequestAborted);
                break;
            default:
                await _session.SubmitAsync(Http.RequestAborted);
                break;
        }
    }
}
