using System.Collections.Immutable;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Calibration;
using InterviewPrep.Core.Courses;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Mastery;
using InterviewPrep.Data.Learning;
using InterviewPrep.Web.Components;
using InterviewPrep.Web.Features.Learners;
using Microsoft.AspNetCore.Components;

namespace InterviewPrep.Web.Features.WeakAreas;

/// <summary>The concepts in the order of what they may cost.</summary>
public sealed partial class WeakAreasPage
{
    /// <summary>Areas that are not folded.</summary>
    private const int Shown = 8;

    /// <summary>Areas that are listed at all: the costliest.</summary>
    private const int MostAreas = 60;

    private LearnerModel? _model;
    private ImmutableArray<WeakArea> _areas = [];
    private ImmutableArray<HeldMisconception> _held = [];
    private CalibrationReport? _calibration;
    private int _weak;
    private int _unsettled;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private CourseCatalog Catalog { get; set; } = null!;

    [Inject]
    private CurrentLearner Current { get; set; } = null!;

    [Inject]
    private LearnerModels Models { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private Course Course => Catalog.Current.Course;

    private InlineTexts Texts => InlineTexts.Of(Catalog.Current);

    private string Headline => _weak switch
    {
        0 when _unsettled > 0 => "Too early to call anything weak.",
        0 => "Nothing stands out as weak.",
        1 => "One concept is weak.",
        _ => $"{_weak} concepts are weak.",
    };

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await Current.IdAsync() is not { } learner) return;
        var now = Time.GetUtcNow().UtcDateTime;
        _model = await Models.OfAsync(learner, await Current.SettingsAsync(Http.RequestAborted), Course, Http.RequestAborted);
        _areas = _model.WeakAreas(now, MostAreas);
        _held = _model.Misconceptions.Held;
        _calibration = _model.Calibration();
        _weak = _areas.Count(a => a.Report.Standing == ConceptStanding.Weak);
        _unsettled = _model.Concepts.Count() - _areas.Count(a => a.Report.Standing != ConceptStanding.NotEnoughEvidence);
    }
}
