using InterviewPrep.Core.Planning;
using InterviewPrep.Data.Reading;
using InterviewPrep.Data.Review;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Progress;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.Planning;

/// <summary>The way to the interview.</summary>
public sealed partial class PlanPage
{
    private const int ProblemLength = 300;

    private bool _isToday;
    private int _answers;
    private StudyPlan? _plan;
    private Readiness? _readiness;

    /// <summary>What was wrong with the last form.</summary>
    [SupplyParameterFromQuery]
    public string? Problem { get; set; }

    [Inject]
    private ReadingStore Reading { get; set; } = null!;

    [Inject]
    private ReviewStore Review { get; set; } = null!;

    private string Headline => _isToday ? "The interview is today. Rest, and look at what is due." : _plan is null ? "When is the interview?" : $"{Phrases.Count(_plan.Days.Length, "day")} to go, {Phrases.Duration(_plan.Days.Sum(d => d.Minutes))} in all.";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Problem?.Length > ProblemLength) Problem = Problem[..ProblemLength];
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(Guid learner)
    {
        if (Settings.InterviewDay is not { } interview) return;
        var (model, now) = (await ModelAsync(learner), Now);
        _answers = model.Count;
        _isToday = interview == model.StudyDay.Of(now);
        var read = ReadingProgress.Of(Course, await Reading.ReadAsync(learner, Gone));
        _plan = PlanView.Of(model, Settings, read, await Review.SuspendedAsync(learner, Gone), now);
        if (_plan is not null || _isToday) _readiness = model.ReadinessOn(interview, now);
    }
}
