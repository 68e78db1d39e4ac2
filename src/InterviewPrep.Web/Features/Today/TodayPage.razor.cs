using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Courses;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learning;
using InterviewPrep.Data.Reading;
using InterviewPrep.Data.Review;
using InterviewPrep.Web.Features.Learners;
using InterviewPrep.Web.Features.Progress;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Today;

/// <summary>What now?</summary>
public sealed partial class TodayPage
{
    private TodayView? _view;
    private AttemptSummary? _open;
    private int _regraded;

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
    private RegradeStore Regrades { get; set; } = null!;

    [Inject]
    private AttemptStore Attempts { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private Course Course => Catalog.Current.Course;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await Current.IdAsync() is not { } learner) return;
        var gone = Http.RequestAborted;
        var settings = await Current.SettingsAsync(gone);
        var model = await Models.OfAsync(learner, settings, Course, gone);
        var read = ReadingProgress.Of(Course, await Reading.ReadAsync(learner, gone));
        var places = await Reading.PlacesAsync(learner, gone);
        var attempts = await Attempts.ListAsync(learner, 0, 5, gone);
        _open = attempts.FirstOrDefault(a => a.Ended is null);
        _regraded = (await Regrades.UnseenAsync(learner, gone)).Length;
        if (model.Count == 0 && read.Shares.IsEmpty && places.IsEmpty) return;
        _view = TodayView.Of(model, settings, read, places, await Review.SuspendedAsync(learner, gone), Time.GetUtcNow().UtcDateTime);
    }
}
