using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Planning;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Reading;
using InterviewPrep.Data.Review;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Progress;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Planning;

/// <summary>The way to the interview.</summary>
public sealed partial class PlanPage
{
    private const int ProblemLength = 300;

    private LearnerSettings _settings = new();
    private StudyPlan? _plan;
    private Readiness? _readiness;

    /// <summary>What was wrong with the last form.</summary>
    [SupplyParameterFromQuery]
    public string? Problem { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private CourseCatalog Catalog { get; set; } = null!;

    [Inject]
    private CurrentLearner Current { get; set; } = null!;

    [Inject]
    private LearnerModels Models { get; set; } = null!;

    [Inject]
    private ReadingStore Reading { get; set; } = null!;

    [Inject]
    private ReviewStore Review { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private Course Course => Catalog.Current.Course;

    private string Headline => _plan is null ? "When is the interview?" : $"{Phrases.Count(_plan.Days.Length, "day")} to go, {Phrases.Duration(_plan.Days.Sum(d => d.Minutes))} in all.";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Problem?.Length > ProblemLength) Problem = Problem[..ProblemLength];
        if (await Current.IdAsync() is not { } learner) return;
        var (now, gone) = (Time.GetUtcNow().UtcDateTime, Http.RequestAborted);
        _settings = await Current.SettingsAsync(gone);
        if (_settings.InterviewDay is not { } interview) return;
        var model = await Models.OfAsync(learner, _settings, Course, gone);
        var read = ReadingProgress.Of(Course, await Reading.ReadAsync(learner, gone));
        _plan = PlanView.Of(model, _settings, read, await Review.SuspendedAsync(learner, gone), now);
        if (_plan is not null) _readiness = model.ReadinessOn(interview, now);
    }
}
