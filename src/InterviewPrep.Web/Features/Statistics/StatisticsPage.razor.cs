using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Courses;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Review;
using InterviewPrep.Web.Features.Learners;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Statistics;

/// <summary>The numbers about a learner.</summary>
public sealed partial class StatisticsPage
{
    private StatisticsView? _view;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private CourseCatalog Catalog { get; set; } = null!;

    [Inject]
    private CurrentLearner Current { get; set; } = null!;

    [Inject]
    private LearnerModels Models { get; set; } = null!;

    [Inject]
    private ReviewStore Review { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private Course Course => Catalog.Current.Course;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await Current.IdAsync() is not { } learner) return;
        var settings = await Current.SettingsAsync(Http.RequestAborted);
        var model = await Models.OfAsync(learner, settings, Course, Http.RequestAborted);
        if (model.Count > 0) _view = StatisticsView.Of(model, settings, await Review.SuspendedAsync(learner, Http.RequestAborted), Time.GetUtcNow().UtcDateTime);
    }
}
