using System.Globalization;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Questions;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Quizzes;

/// <summary>The result of a sitting, and what was answered in it.</summary>
public sealed partial class ResultPage
{
    private Attempt? _attempt;
    private QuizResult _result = new([]);
    private LearnerSettings _settings = new();
    private List<(ResultItem Item, AskedQuestion Asked, ResponseDraft Draft, Outcome? Outcome)> _items = [];

    /// <summary>Id of the sitting.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private CourseCatalog Catalog { get; set; } = null!;

    [Inject]
    private CurrentLearner Current { get; set; } = null!;

    [Inject]
    private AttemptStore Attempts { get; set; } = null!;

    private Course Course => Catalog.Current.Course;

    private string Headline => _result.Total.Share switch
    {
        >= Core.Answers.Marking.Right => "All right.",
        >= 0.8 => "Nearly all of it holds.",
        >= 0.5 => "Some of it holds; here is the rest.",
        _ => "A good look at what to read next.",
    };

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await Current.IdAsync() is not { } learner || await Attempts.FindAsync(learner, Id, Http.RequestAborted) is not { } attempt) return;
        _attempt = attempt;
        _result = attempt.Result;
        _settings = await Current.SettingsAsync(Http.RequestAborted);
        _items =
        [
            .. attempt.Steps.Select(step =>
            {
                var asked = AskedQuestion.Of(Catalog.Current, step.Question, step.Seed);
                var draft = new ResponseDraft(asked) { Certainty = step.Answer?.Certainty };
                draft.Restore(step.Answer?.Response);
                return (new ResultItem(step.Question, step.Answer), asked, draft, step.Answer is { } answer ? Outcome.Of(asked, answer, Course) : null);
            }),
        ];
    }

    private string ConceptTitle(string id) => Course.FindConcept(id)?.Title ?? id;

    private bool Changed(ResultItem item) => Course.FindQuestion(item.Question.Id) is { } now && now.Version != item.Question.Version;

    private string Local(DateTime time) => TimeZoneInfo.ConvertTimeFromUtc(time, _settings.Zone).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private (string Address, string Title) Section(SectionReference place)
    {
        var lesson = Course.FindLesson(place.Lesson);
        var section = place.Section is { } id ? lesson?.FindSection(id) : null;
        return (section is null ? $"/lessons/{place.Lesson}" : $"/lessons/{place.Lesson}#{section.Id}", $"{lesson?.Title ?? place.Lesson}{(section is null ? "" : ": " + section.Title)}");
    }
}
