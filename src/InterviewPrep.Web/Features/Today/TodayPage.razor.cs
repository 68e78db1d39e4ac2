using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Reading;
using InterviewPrep.Data.Review;
using InterviewPrep.Web.Features.Progress;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Today;

/// <summary>What now?</summary>
public sealed partial class TodayPage
{
    private TodayView? _view;
    private AttemptSummary? _open;
    private int _regraded;

    [Inject]
    private ReadingStore Reading { get; set; } = null!;

    [Inject]
    private ReviewStore Review { get; set; } = null!;

    [Inject]
    private RegradeStore Regrades { get; set; } = null!;

    [Inject]
    private AttemptStore Attempts { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task LoadAsync(Guid learner)
    {
        var model = await ModelAsync(learner);
        var read = ReadingProgress.Of(Course, await Reading.ReadAsync(learner, Gone));
        var places = await Reading.PlacesAsync(learner, Gone);
        var attempts = await Attempts.ListAsync(learner, 0, 5, Gone);
        _open = attempts.FirstOrDefault(a => a.Ended is null);
        _regraded = (await Regrades.UnseenAsync(learner, Gone)).Length;
        if (model.Count == 0 && read.Shares.IsEmpty && places.IsEmpty) return;
        _view = TodayView.Of(model, Settings, read, places, await Review.SuspendedAsync(learner, Gone), Now);
    }
}
