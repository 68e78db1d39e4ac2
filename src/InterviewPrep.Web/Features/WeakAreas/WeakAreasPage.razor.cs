using System.Collections.Immutable;
using InterviewPrep.Core.Calibration;
using InterviewPrep.Core.Learning;
using InterviewPrep.Core.Mastery;

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

    private string Headline => _weak switch
    {
        0 when _unsettled > 0 => "Too early to call anything weak.",
        0 => "Nothing stands out as weak.",
        1 => "One concept is weak.",
        _ => $"{_weak} concepts are weak.",
    };

    /// <inheritdoc/>
    protected override async Task LoadAsync(Guid learner)
    {
        _model = await ModelAsync(learner);
        _areas = _model.WeakAreas(Now, MostAreas);
        _held = _model.Misconceptions.Held;
        _calibration = _model.Calibration();
        _weak = _areas.Count(a => a.Report.Standing == ConceptStanding.Weak);
        _unsettled = _model.Concepts.Count() - _areas.Count(a => a.Report.Standing != ConceptStanding.NotEnoughEvidence);
    }
}
