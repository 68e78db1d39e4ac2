using InterviewPrep.Data.Review;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Statistics;

/// <summary>The numbers about a learner.</summary>
public sealed partial class StatisticsPage
{
    private StatisticsView? _view;

    [Inject]
    private ReviewStore Review { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task LoadAsync(Guid learner)
    {
        var model = await ModelAsync(learner);
        if (model.Count > 0) _view = StatisticsView.Of(model, Settings, await Review.SuspendedAsync(learner, Gone), Now);
    }
}
